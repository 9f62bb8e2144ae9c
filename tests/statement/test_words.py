import pytest
from django.utils import timezone

from tests.factories.statement import ActionFactory
from tests.factories.surveys import in_days
from voice.statement.enums import ActionStatus
from voice.statement.templatetags.statement_words import day, due_words

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(("days", "says"), [(30, "Due"), (0, "Due"), (-20, "Was due")])
def test_action_that_is_done_was_due_only_once_its_day_is_past(days, says):
    action = ActionFactory(due_on=in_days(days), status=ActionStatus.COMPLETE)
    today = timezone.localdate()
    expected = "Due today" if days == 0 else f"{says} {day(action.due_on)}"
    assert due_words(action, today) == expected
