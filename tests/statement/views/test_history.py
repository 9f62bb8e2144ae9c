from datetime import timedelta

import pytest
from django.utils import timezone

from tests.factories.accounts import UserFactory
from tests.factories.statement import (
    ActionFactory,
    MeasureFactory,
    MeasureReadingFactory,
    TaskGroupFactory,
    cited_theme,
)
from voice.statement.domain.actions import edit_action, update_action
from voice.statement.models import ActionChange, ActionNote
from voice.statement.templatetags.statement_words import day

pytestmark = pytest.mark.django_db


@pytest.fixture
def worker():
    return UserFactory(worker=True)


def history(client, action):
    return client.get(f"/desk/statement/actions/{action.pk}/history/")


def edit(action, by, **more):
    same = {
        "title": action.title,
        "owner_title": action.owner_title,
        "due_on": action.due_on,
    }
    return edit_action(action, by=by, **(same | more))


def test_new_action_has_a_beginning(sign_in, worker):
    page = history(sign_in(worker), ActionFactory())
    assert page.context["happened"] == []
    assert "The action was written." in page.parsed.text()


def test_a_date_that_moved_twice_is_seen_to_have_moved_twice(sign_in, worker, in_days):
    action = ActionFactory(due_on=in_days(10))
    edit(action, worker, due_on=in_days(40))
    edit(action, worker, due_on=None)
    changes = [(one.part, one.before, one.after) for one in ActionChange.objects.all()]
    assert changes == [
        ("due_on", in_days(40).isoformat(), ""),
        ("due_on", in_days(10).isoformat(), in_days(40).isoformat()),
    ]
    text = history(sign_in(worker), action).parsed.text()
    assert f"Due was changed to “none”, before: “{day(in_days(40))}”." in text


def test_every_part_that_changed_is_kept_and_what_stayed_is_not(worker, in_days):
    action = ActionFactory(due_on=in_days(10))
    group = TaskGroupFactory(statement=action.area.key_theme.statement, name="Moves")
    edit(action, worker, title="A plainer title", task_group=group)
    edit(action, worker)
    changes = {one.part: (one.before, one.after) for one in ActionChange.objects.all()}
    assert changes == {
        "title": ("Old and new worker visit together", "A plainer title"),
        "task_group": ("", "Moves"),
    }


def test_notes_say_what_was_before_and_all_is_told_newest_first(sign_in, worker):
    measure = MeasureFactory(unit="%", baseline="65", target="90")
    action = measure.action
    for status, days in (("green", 30), ("amber", 10)):
        update_action(action, status=status, reason="Why", note=status, by=worker)
        ActionNote.objects.filter(text=status).update(
            at=timezone.localtime() - timedelta(days=days)
        )
    on = timezone.localdate() - timedelta(days=20)
    MeasureReadingFactory(measure=measure, on=on, value="75")
    cited_theme(action.area.key_theme, action=action)
    page = history(sign_in(worker), action)
    told = [
        next(
            name
            for name in ("note", "change", "reading", "evidence")
            if getattr(one, name)
        )
        for one in page.context["happened"]
    ]
    assert told == ["evidence", "note", "reading", "note"]
    assert [one.before for one in page.context["happened"] if one.note] == ["green", ""]
    text = page.parsed.text()
    assert "before: Green" in text
    assert "read 75%." in text
