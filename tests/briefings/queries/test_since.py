from datetime import timedelta

import pytest
from django.utils import timezone

from tests.factories.accounts import UserFactory
from tests.factories.minutes import MeetingFactory
from tests.factories.statement import (
    ActionFactory,
    KeyThemeFactory,
    MeasureReadingFactory,
    ReleaseFactory,
    cited_quote,
    cited_theme,
    tables,
    theme_row,
)
from tests.factories.surveys import EditionFactory, in_days
from voice.briefings.queries.evidence import evidence_of
from voice.briefings.queries.since import readings_of, since_last, with_status_then
from voice.briefings.queries.since_said import said_since
from voice.briefings.queries.standing import planned_actions
from voice.briefings.templatetags.briefing_words import compared_words, said_words
from voice.releases.logic.differences import Compared
from voice.statement.domain.actions import update_action
from voice.statement.domain.evidence import cite_result
from voice.statement.domain.withdrawing import withdraw_action
from voice.statement.models import ActionNote

pytestmark = pytest.mark.django_db

THEME = "Workers keep changing"


def released(days_ago, *, title, count=45, share=30, key="7"):
    """Return a release of a survey of its own that tells one theme."""
    edition = EditionFactory(survey__title=title)
    shape = tables(
        edition.survey, themes=[theme_row(THEME, count=count, share=share, key=key)]
    )
    return ReleaseFactory(edition=edition, tables=shape, days_ago=days_ago)


def since(key_theme, last):
    actions = list(with_status_then(planned_actions([key_theme]), last))
    return since_last(
        last,
        actions=actions,
        evidence=evidence_of([key_theme]),
        readings=readings_of([key_theme]),
    )


def test_before_the_first_meeting_nothing_is_since():
    assert since(KeyThemeFactory(), None) is None


def test_theme_that_grew_is_told_beside_the_round_before():
    key_theme = KeyThemeFactory()
    released(200, title="Spring", count=15, share=10)
    cited_theme(key_theme, release=released(5, title="Autumn", count=90, share=60))
    (said,) = said_since(evidence_of([key_theme]), since=in_days(-30))
    assert (said.compared, said.before) == (Compared.MORE, "Spring")
    assert said_words(said) == f"{THEME}: 90 (60%)"
    assert compared_words(said).startswith("A larger share than in “Spring”")


def test_shares_that_are_close_are_not_told_apart():
    key_theme = KeyThemeFactory()
    released(200, title="Spring", count=40, share=25)
    cited_theme(key_theme, release=released(5, title="Autumn"))
    (said,) = said_since(evidence_of([key_theme]), since=in_days(-30))
    assert said.compared == Compared.TOO_CLOSE


def test_a_theme_nobody_was_heard_on_before_stands_alone():
    key_theme = KeyThemeFactory()
    released(200, title="Spring", key="8")
    cited_theme(key_theme, release=released(5, title="Autumn"))
    (said,) = said_since(evidence_of([key_theme]), since=in_days(-30))
    assert (said.compared, compared_words(said)) == (None, "")


def test_own_earlier_release_counts_the_same_people_and_is_no_round_before():
    key_theme = KeyThemeFactory()
    first = released(200, title="Spring", count=15, share=10)
    shape = first.tables | {
        "themes": [theme_row(THEME, count=90, share=60, key="7")],
    }
    second = ReleaseFactory(survey=first.survey, number=2, tables=shape, days_ago=5)
    cited_theme(key_theme, release=second)
    (said,) = said_since(evidence_of([key_theme]), since=in_days(-30))
    assert said.compared is None


def test_answer_is_told_with_its_question_beside_the_round_before():
    key_theme = KeyThemeFactory()
    rounds = []
    for days_ago, title, number in ((200, "Spring", 15), (5, "Autumn", 120)):
        edition = EditionFactory(survey__title=title)
        shape = tables(edition.survey)
        shape["questions"][0]["options"][0]["count"]["number"] = number
        rounds.append(ReleaseFactory(edition=edition, tables=shape, days_ago=days_ago))
    question = rounds[1].tables["questions"][0]
    cite_result(
        rounds[1],
        question_key=question["key"],
        option_key=question["options"][0]["key"],
        key_theme=key_theme,
        stance="supports",
        by=UserFactory(worker=True),
    )
    (said,) = said_since(evidence_of([key_theme]), since=in_days(-30))
    assert (said.compared, said.before) == (Compared.MORE, "Spring")
    assert question["prompt"] in said_words(said)


def test_nothing_new_costs_no_query(django_assert_num_queries):
    key_theme = KeyThemeFactory()
    cited_theme(key_theme, release=released(40, title="Spring"))
    cited_quote(key_theme, released={"days_ago": 2})
    pieces = evidence_of([key_theme])
    with django_assert_num_queries(0):
        assert said_since(pieces, since=in_days(-30)) == []


def test_measure_is_told_with_what_it_read_when_the_board_last_met():
    last = MeetingFactory()
    reading = MeasureReadingFactory(value="75%")
    measure = reading.measure
    MeasureReadingFactory(measure=measure, on=in_days(-40), value="70%")
    MeasureReadingFactory(measure=measure, on=in_days(-10), value="72%")
    (moved,) = since(measure.action.area.key_theme, last).measures
    assert (moved.was, moved.reading) == ("70%", reading)


def test_measure_never_read_before_moved_from_its_start():
    last, reading = MeetingFactory(), MeasureReadingFactory()
    (moved,) = since(reading.measure.action.area.key_theme, last).measures
    assert moved.was == reading.measure.baseline


def test_measure_not_read_since_has_not_moved():
    reading = MeasureReadingFactory(on=in_days(-40))
    assert since(reading.measure.action.area.key_theme, MeetingFactory()).is_quiet


def test_action_is_told_with_how_it_stood_when_the_board_last_met():
    last, action = MeetingFactory(), ActionFactory()
    by = UserFactory(worker=True)
    for days_ago, status in ((60, "red"), (40, "amber"), (3, "green"), (1, "green")):
        note = update_action(action, status=status, reason="Why", note="", by=by)
        at = timezone.localtime() - timedelta(days=days_ago)
        ActionNote.objects.filter(pk=note.pk).update(at=at)
    quiet = ActionFactory(area=action.area, green=True)
    (moved,) = since(action.area.key_theme, last).actions
    assert (moved.action, moved.was, moved.now) == (action, "amber", "green")
    assert quiet != action


def test_withdrawn_action_is_told_with_its_reason_and_moves_no_more():
    last, reading = MeetingFactory(), MeasureReadingFactory()
    action = reading.measure.action
    withdraw_action(action, why="Another team does it.", by=UserFactory(worker=True))
    found = since(action.area.key_theme, last)
    assert (found.withdrawn, found.measures, found.actions) == ([action], [], [])
