import pytest

from surveys import travelled as registry
from surveys.travelled import Line, Stage, Told, Travelled, travelled
from tests.factories.surveys import ConsultationFactory, in_days

pytestmark = pytest.mark.django_db


@pytest.fixture
def told(monkeypatch):
    """Return a function that has a stage told so, and nothing else."""
    monkeypatch.setattr(registry, "_registered", {})

    def tell(stage, name, *args, **more):
        registry.register(
            stage, name, lambda _consultation, _language: Told(*args, **more)
        )

    return tell


def test_of_two_who_know_a_stage_the_further_tells_when_and_both_tell_lines(told):
    told(Stage.BOARD, "papers", Travelled.NOW, "On Monday.", (Line("A paper"),))
    told(Stage.BOARD, "plan", Travelled.DONE, "Since May.", (Line("In the plan"),))
    found = travelled(ConsultationFactory(), "en")[Stage.BOARD]
    assert found == Told(
        Travelled.DONE, "Since May.", (Line("A paper"), Line("In the plan"))
    )


def test_what_is_not_there_yet_says_when_it_will_be(told):
    told(Stage.PROMISED, "reply", Travelled.LATER, "By then.")
    found = travelled(ConsultationFactory(reply_due_on=in_days(40)), "en")
    assert found[Stage.HEARD].when.startswith("By ")
    assert found[Stage.HEARD].when.endswith(", when we answer.")
    assert not found[Stage.HEARD].is_late


def test_what_should_have_been_says_so(told):
    late = ConsultationFactory(closed=True, reply_due_on=in_days(-1))
    found = travelled(late, "en")[Stage.DECIDED]
    assert found.when.startswith("Not yet. It should have been by ")
    assert found.is_late


def test_once_we_have_answered_nothing_waits_for_the_answer(told):
    told(Stage.PROMISED, "reply", Travelled.DONE, "We answered.")
    found = travelled(ConsultationFactory(), "en")
    assert found[Stage.BOARD] == Told(Travelled.LATER)


def test_a_stage_is_told_in_the_language_of_the_receipt(monkeypatch):
    asked = []
    monkeypatch.setattr(registry, "_registered", {})
    registry.register(
        Stage.SENT,
        "one",
        lambda consultation, language: asked.append(language) or Told(Travelled.NOW),
    )
    travelled(ConsultationFactory(), "ur")
    assert asked == ["ur"]
