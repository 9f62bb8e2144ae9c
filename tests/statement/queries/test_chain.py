import copy

import pytest

from surveys.models import Survey
from tests.factories.accounts import UserFactory
from tests.factories.replies import PromiseFactory, ReplyFactory
from tests.factories.statement import (
    ActionFactory,
    KeyThemeFactory,
    ReleaseFactory,
    cited_file,
    cited_quote,
    cited_theme,
    tables,
)
from tests.factories.surveys import DEFINITION, EditionFactory
from voice.releases.domain.recalls import recall_release
from voice.statement.domain.evidence import cite_result
from voice.statement.domain.setting_aside import set_evidence_aside
from voice.statement.led import Ground, for_board, for_reader, led_by
from voice.statement.queries import back_from, every_evidence, forward_from

pytestmark = [pytest.mark.django_db, pytest.mark.on_both]


def back(evidence):
    return back_from(every_evidence().get(pk=evidence.pk))


def words(led):
    return [(one.name, one.words) for one in led]


@pytest.fixture
def told():
    """Return evidence for an action, and a promise that belongs to it."""
    action = ActionFactory()
    evidence = cited_theme(action.area.key_theme, action=action)
    survey = evidence.release.survey
    reply = ReplyFactory(
        consultation=survey.consultation, release=evidence.release, published=True
    )
    promise = PromiseFactory(reply=reply, action=action, text="You meet both at once.")
    return {"evidence": evidence, "promise": promise, "reply": reply, "survey": survey}


def test_evidence_goes_back_to_the_question_as_each_edition_asked_it():
    edition = EditionFactory()
    reworded = copy.deepcopy(DEFINITION)
    for question in reworded["questions"]:
        if question["key"] == "do_more":
            question["wordings"]["en"][""]["prompt"] = "What should they do more?"
    second = EditionFactory(survey=edition.survey, number=2, definition=reworded)
    EditionFactory(survey=edition.survey, number=3)
    release = ReleaseFactory(
        edition=edition, tables=tables(edition.survey, editions=[1, 2])
    )
    evidence = cited_theme(KeyThemeFactory(), release=release)
    (asked,) = back(evidence).asked
    assert [(one.number, one.prompt) for one in asked.editions] == [
        (1, "What should your worker do more of?"),
        (2, "What should they do more?"),
    ]
    assert asked.editions[1].on == second.published_at.date()
    assert back(evidence).consultation == edition.survey.consultation


def test_file_goes_back_to_no_question():
    found = back(cited_file(KeyThemeFactory()))
    assert (found.asked, found.consultation) == ([], None)


def test_evidence_goes_on_to_promise_and_reply(told):
    assert words(back(told["evidence"]).led) == [
        ("promises", "You meet both at once."),
        ("replies", told["survey"].consultation.title),
    ]


def test_nothing_comes_of_what_was_set_aside_or_recalled(told):
    by = UserFactory(worker=True)
    set_evidence_aside(told["evidence"], reason="Asked twice.", by=by)
    assert back(told["evidence"]).led == []
    other = cited_theme(KeyThemeFactory())
    recall_release(other.release, why="Counted twice.", by=by)
    assert back(other).led == []


def test_question_goes_forward_to_what_is_told_and_what_it_fed(told):
    evidence, survey = told["evidence"], told["survey"]
    result = cite_result(
        evidence.release,
        question_key="know_worker",
        option_key="no",
        key_theme=KeyThemeFactory(),
        stance="challenges",
        by=evidence.added_by,
    )
    forward = forward_from(survey)
    by_key = {one.key: one for one in forward.questions}
    assert by_key["do_more"].evidence == [evidence]
    assert words(by_key["do_more"].led) == [("promises", "You meet both at once.")]
    assert by_key["know_worker"].evidence == [result]
    assert by_key["know_worker"].led == []
    assert by_key["happy"].evidence == []
    assert words(forward.whole) == [("replies", survey.consultation.title)]
    (figures,) = by_key["know_worker"].told
    assert [one["text"] for one in figures.question["options"]] == ["Yes", "No"]
    (themes,) = by_key["do_more"].told
    assert themes.themes == evidence.release.tables["themes"]
    assert [one.number for one in by_key["do_more"].editions] == [1]


def test_question_tells_nothing_of_a_recalled_release(told):
    recall_release(told["evidence"].release, why="Counted twice.", by=UserFactory())
    forward = forward_from(Survey.objects.get())
    assert [one.told for one in forward.questions if one.told] == []
    by_key = {one.key: one for one in forward.questions}
    assert (by_key["do_more"].evidence, by_key["do_more"].led) == (
        [told["evidence"]],
        [],
    )


def test_promises_nobody_published_are_not_there(told):
    PromiseFactory(
        reply=ReplyFactory(), action=told["evidence"].action, text="unpublishedwords"
    )
    ground = Ground(actions={told["evidence"].action_id})
    assert words(led_by(ground)) == [("promises", "You meet both at once.")]


def test_only_those_who_may_open_it_get_a_link(told):
    led = back(told["evidence"]).led
    assert {one.href for one in for_reader(led, UserFactory(worker=True))} == {
        "/desk/replies/"
    }
    assert {one.href for one in for_reader(led, UserFactory(administrator=True))} == {
        ""
    }


def test_board_is_told_of_nothing_that_is_still_written():
    quote = cited_quote(KeyThemeFactory())
    ReplyFactory(consultation=quote.release.survey.consultation)
    led = back(quote).led
    assert [one.state for one in led] == ["Being written"]
    assert for_board(led) == []


def test_queries_stay_flat_with_much_evidence(told, django_assert_max_num_queries):
    release, survey = told["evidence"].release, told["survey"]
    for number in range(6):
        action = ActionFactory()
        cited_theme(action.area.key_theme, action=action, release=release)
        PromiseFactory(reply=told["reply"], action=action, text=f"Promise {number}")
    with django_assert_max_num_queries(11):
        forward = forward_from(survey)
        assert len([one for q in forward.questions for one in q.led]) == 7
        assert all(one.key_theme.statement for one in forward.questions[-1].evidence)
