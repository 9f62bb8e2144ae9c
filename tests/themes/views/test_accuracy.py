import pytest
from django.urls import reverse

from tests.factories.accounts import UserFactory
from tests.factories.suggestions import Heard, TrainingFactory
from voice.themes.logic.accuracy import measure
from voice.themes.logic.agreement import Interval
from voice.themes.logic.learning import Proposal
from voice.themes.queries.accuracy import HowRight, TwoPeople
from voice.themes.views.accuracy import beside_people

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(sign_in):
    return sign_in(UserFactory(worker=True))


@pytest.fixture
def heard():
    made = Heard()
    made.say("moved again")
    return made


def page_of(desk, heard):
    return desk.get(reverse("themes:accuracy", args=[heard.question.pk])).parsed


def figures(heard):
    right = [Proposal(heard.moves.pk, 0.95, "sure")]
    wrong = [Proposal(heard.workers.pk, 0.6, "likely")]
    meant = [frozenset({heard.moves.pk})] * 40
    return dict(measure(meant, [right] * 30 + [wrong] * 10))


def test_before_anything_was_learned_it_says_so(desk, heard):
    assert "Nothing was learned yet" in page_of(desk, heard).text()


def test_under_thirty_it_says_how_many_there_are(desk, heard):
    TrainingFactory(question=heard.question)
    heard.tag(heard.any_reading(), heard.moves, is_unaided=True)
    text = page_of(desk, heard).text()
    assert "1 of 30 comments tagged without suggestions" in text
    assert "By words alone" in text


def test_figures_are_shown_with_their_interval_and_by_theme(desk, heard):
    TrainingFactory(question=heard.question, accuracy=figures(heard), uses_meaning=True)
    page = page_of(desk, heard)
    text = page.text()
    assert "0.75 (between 0." in text
    assert "75 %" in text
    assert "100 %" in text
    assert "By words alone" not in text
    assert "Nobody has coded a sample of this question a second time" in text
    assert heard.moves.name in text


@pytest.mark.parametrize(
    ("low", "high", "people", "says"),
    [
        (0.6, 0.7, 0.8, "less often"),
        (0.8, 0.9, 0.7, "more often"),
        (0.6, 0.9, 0.7, "about as often"),
    ],
)
def test_no_more_is_said_than_the_figures_carry(low, high, people, says):
    found = HowRight(
        training=None,
        accuracy={"f1": (low + high) / 2, "f1_low": low, "f1_high": high},
        unaided=40,
        needed=30,
        people=TwoPeople(30, people, Interval(people, people)),
    )
    assert says in beside_people(found)
