import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from tests.factories.accounts import UserFactory
from tests.factories.statement import ActionFactory, AreaFactory
from voice.audit.models import Entry
from voice.briefings.queries.standing import standing_of
from voice.statement.domain.actions import ActionRefused, update_action
from voice.statement.domain.withdrawing import (
    WithdrawalRefused,
    bring_action_back,
    bring_area_back,
    withdraw_action,
    withdraw_area,
)
from voice.statement.models import Action

pytestmark = [pytest.mark.django_db, pytest.mark.on_both]


@pytest.fixture
def worker():
    return UserFactory(worker=True)


def test_withdrawn_action_keeps_its_reason_and_is_late_no_more(worker):
    action = withdraw_action(ActionFactory(late=True), why=" No budget ", by=worker)
    kept = Action.objects.get()
    assert (kept.is_withdrawn, kept.withdrawn_why) == (True, "No budget")
    assert kept.withdrawn_by == worker
    assert kept.days_late(timezone.localdate()) == 0
    assert standing_of([kept], on=timezone.localdate()).counts == []
    with pytest.raises(ActionRefused, match="It was withdrawn"):
        update_action(action, status="green", note="", by=worker)
    verbs = Entry.objects.values_list("verb", flat=True)
    assert list(verbs) == ["statement.withdraw_action"]


def test_action_is_not_withdrawn_without_a_reason_or_twice(worker):
    action = ActionFactory()
    with pytest.raises(WithdrawalRefused, match="Say why"):
        withdraw_action(action, why="  ", by=worker)
    withdraw_action(action, why="No budget", by=worker)
    with pytest.raises(WithdrawalRefused, match="withdrawn already"):
        withdraw_action(action, why="Again", by=worker)
    assert Action.objects.get().withdrawn_why == "No budget"


def test_area_is_withdrawn_with_its_actions_and_they_come_back_one_by_one(worker):
    area = AreaFactory()
    before, after = ActionFactory(area=area), ActionFactory(area=area)
    withdraw_action(before, why="Done elsewhere", by=worker)
    withdraw_area(area, why="No budget", by=worker)
    whys = Action.objects.order_by("pk").values_list("withdrawn_why", flat=True)
    assert list(whys) == ["Done elsewhere", "No budget"]
    with pytest.raises(WithdrawalRefused, match="Bring that back first"):
        bring_action_back(after, by=worker)
    bring_area_back(area, by=worker)
    bring_action_back(after, by=worker)
    standing = Action.objects.filter(withdrawn_at=None)
    assert list(standing) == [after]
    with pytest.raises(WithdrawalRefused, match="It is not withdrawn"):
        bring_action_back(after, by=worker)


def test_database_refuses_an_action_withdrawn_by_nobody():
    with pytest.raises(IntegrityError), transaction.atomic():
        ActionFactory(withdrawn_at=timezone.now(), withdrawn_why="No budget")
