from datetime import date

import pytest

from tests.factories.accounts import UserFactory
from tests.factories.statement import (
    ActionFactory,
    AreaFactory,
    KeyThemeFactory,
    ReleaseFactory,
    StatementFactory,
    cited_file,
    cited_theme,
    tables,
    theme_row,
)
from tests.factories.surveys import EditionFactory
from tests.factories.themes import ThemeFactory
from voice.releases.domain.recalls import recall_release
from voice.statement.domain.challenges import answer_challenge
from voice.statement.domain.setting_aside import set_evidence_aside
from voice.statement.domain.withdrawing import withdraw_action
from voice.statement.queries import places
from voice.statement.queries.gaps import gaps_of

pytestmark = [pytest.mark.django_db, pytest.mark.on_both]


@pytest.fixture
def statement():
    return StatementFactory()


def unheard(statement, today):
    return [
        (one.key_theme, one.last_on) for one in gaps_of(statement, on=today).unheard
    ]


def test_key_theme_is_unheard_when_its_newest_release_is_older_than_six_months(
    statement, today, in_days
):
    never = KeyThemeFactory(statement=statement)
    old = KeyThemeFactory(statement=statement)
    edge = KeyThemeFactory(statement=statement)
    cited_theme(old, release=ReleaseFactory(days_ago=184))
    cited_theme(edge, release=ReleaseFactory(days_ago=183))
    assert unheard(statement, today) == [(never, None), (old, in_days(-184))]


def test_neither_file_nor_recalled_nor_set_aside_evidence_lets_children_be_heard(
    statement, today
):
    by = UserFactory(worker=True)
    filed = KeyThemeFactory(statement=statement)
    cited_file(filed)
    aside = KeyThemeFactory(statement=statement)
    set_evidence_aside(cited_theme(aside), reason="Asked twice.", by=by)
    recalled = KeyThemeFactory(statement=statement)
    recall_release(cited_theme(recalled).release, why="Counted twice.", by=by)
    assert unheard(statement, today) == [
        (filed, None),
        (aside, None),
        (recalled, None),
    ]


def test_theme_heard_often_is_a_gap_until_an_action_rests_on_it(statement, today):
    action = ActionFactory(area__key_theme__statement=statement)
    often, seldom = ThemeFactory(name="Often"), ThemeFactory(name="Seldom")
    edition = EditionFactory()
    rows = [
        theme_row("Often", 45, 25, key=str(often.pk)),
        theme_row("Seldom", 30, 20, key=str(seldom.pk)),
    ]
    release = ReleaseFactory(
        edition=edition, tables=tables(edition.survey, themes=rows)
    )

    def without_action():
        return [one.theme for one in gaps_of(statement, on=today).without_action]

    assert without_action() == [often.pk]
    given = {"release": release, "theme_name": "Often"}
    cited_theme(action.area.key_theme, area=action.area, **given)
    assert without_action() == [often.pk]
    cited_theme(action.area.key_theme, action=action, **given)
    assert without_action() == []


def test_complete_action_is_a_gap_without_evidence_from_children(statement, today):
    area = AreaFactory(key_theme__statement=statement)
    silent = ActionFactory(area=area, complete=True)
    ActionFactory(area=area, green=True)
    heard = ActionFactory(area=area, complete=True)
    cited_theme(area.key_theme, action=heard)
    cited_file(area.key_theme, action=silent)
    assert gaps_of(statement, on=today).unproven == [silent]


def test_withdrawn_action_is_no_gap_and_closes_none(statement, today):
    action = ActionFactory(area__key_theme__statement=statement, complete=True)
    often = ThemeFactory(name="Often")
    edition = EditionFactory()
    rows = [theme_row("Often", 45, 25, key=str(often.pk))]
    release = ReleaseFactory(
        edition=edition, tables=tables(edition.survey, themes=rows)
    )
    given = {"release": release, "theme_name": "Often"}
    cited_theme(action.area.key_theme, action=action, **given)
    silent = ActionFactory(area=action.area, complete=True)
    gaps = gaps_of(statement, on=today)
    assert (gaps.without_action, gaps.unproven) == ([], [silent])
    for one in (action, silent):
        withdraw_action(one, why="There is no money.", by=UserFactory(worker=True))
    gaps = gaps_of(statement, on=today)
    assert [one.theme for one in gaps.without_action] == [often.pk]
    assert gaps.unproven == []
    assert [one.key for one in places(statement)] == [
        f"key_theme-{action.area.key_theme_id}",
        f"area-{action.area_id}",
    ]


def test_challenge_is_a_gap_until_somebody_answers(statement, today):
    key_theme = KeyThemeFactory(statement=statement)
    by = UserFactory(worker=True)
    cited_theme(key_theme)
    aside = cited_theme(key_theme, stance="challenges")
    set_evidence_aside(aside, reason="Asked twice.", by=by)
    open_one = cited_theme(key_theme, stance="challenges")
    answered = cited_theme(key_theme, stance="challenges")
    answer_challenge(answered, text="We changed it.", by=by)
    cited_theme(KeyThemeFactory(), stance="challenges")
    assert gaps_of(statement, on=today).unanswered == [open_one]


def test_statement_without_gaps_says_so(statement, today):
    action = ActionFactory(area__key_theme__statement=statement, complete=True)
    cited_theme(action.area.key_theme, action=action)
    assert gaps_of(statement, on=today).are_none
    assert not gaps_of(statement, on=date(today.year + 2, 1, 1)).are_none


def test_queries_stay_flat_however_much_there_is(
    statement, today, django_assert_max_num_queries
):
    for _number in range(4):
        action = ActionFactory(area__key_theme__statement=statement, complete=True)
        cited_theme(action.area.key_theme, stance="challenges")
        cited_theme(action.area.key_theme, action=action)
    with django_assert_max_num_queries(14):
        gaps = gaps_of(statement, on=today)
        assert len([str(one.action) for one in gaps.unanswered]) == 4
