from datetime import datetime, time, timedelta

import pytest
from django.utils import timezone

from tests.factories.accounts import UserFactory
from tests.factories.statement import (
    ActionFactory,
    KeyThemeFactory,
    StatementFactory,
    TaskGroupFactory,
)
from voice.statement.domain.actions import update_action
from voice.statement.models import ActionNote
from voice.statement.queries.updates import silent_of, waited_for

pytestmark = [pytest.mark.django_db, pytest.mark.on_both]


@pytest.fixture
def statement():
    return StatementFactory()


@pytest.fixture
def key_theme(statement):
    return KeyThemeFactory(statement=statement)


def said(action, *, days_ago):
    """Say on a day, at its last minute, how an action stands."""
    update_action(action, status="green", note="", by=UserFactory(worker=True))
    day = timezone.localdate() - timedelta(days=days_ago)
    at = datetime.combine(day, time(23, 59), timezone.get_current_timezone())
    ActionNote.objects.filter(action=action).update(at=at)


@pytest.mark.parametrize(("days_ago", "late_by"), [(28, None), (29, 1), (40, 12)])
def test_an_update_is_due_after_four_weeks_to_the_day(
    statement, key_theme, today, days_ago, late_by
):
    action = ActionFactory(area__key_theme=key_theme)
    said(action, days_ago=days_ago)
    found = silent_of(statement, on=today)
    assert [one.days for one in found] == ([late_by] if late_by else [])


def test_the_statement_says_after_how_many_weeks(statement, key_theme, today):
    statement.update_weeks = 6
    statement.save()
    action = ActionFactory(area__key_theme=key_theme)
    said(action, days_ago=42)
    assert silent_of(statement, on=today) == []
    (found,) = silent_of(statement, on=today + timedelta(days=1))
    assert (found.since, found.days) == (today - timedelta(days=42), 1)


def test_what_was_never_updated_is_due_from_when_it_was_written(
    statement, key_theme, today
):
    ActionFactory(area__key_theme=key_theme)
    never = ActionFactory(area__key_theme=key_theme, silent=True)
    (found,) = silent_of(statement, on=today)
    assert (found.action, found.since, found.days) == (never, None, 14)


def test_nothing_is_due_of_what_is_done(statement, key_theme, today):
    ActionFactory(area__key_theme=key_theme, silent=True, complete=True)
    assert silent_of(statement, on=today) == []


def test_longest_waited_for_comes_first(statement, key_theme, today):
    short, long = (ActionFactory(area__key_theme=key_theme) for _ in range(2))
    said(short, days_ago=30)
    said(long, days_ago=90)
    assert [one.action for one in silent_of(statement, on=today)] == [long, short]


def test_updates_wait_for_owners_and_where_nobody_owns_for_the_group(
    statement, key_theme, today
):
    owner, member, gone = (UserFactory(owner=True) for _ in range(3))
    group = TaskGroupFactory(statement=statement)
    group.members.set([member])
    more = {"area__key_theme": key_theme, "silent": True}
    ActionFactory(owner=owner, task_group=group, **more)
    ActionFactory(owner=owner, **more)
    ActionFactory(task_group=group, **more)
    ActionFactory(owner=gone, task_group=group, **more)
    ActionFactory(**more)
    gone.is_active = False
    gone.save()
    assert waited_for(statement, on=today) == {owner: 2, member: 2}
