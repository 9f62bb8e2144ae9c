from datetime import datetime, timedelta

import pytest
import time_machine
from django.db import IntegrityError, transaction
from django.utils import timezone

from tests.factories.accounts import UserFactory
from tests.factories.statement import ActionFactory
from voice.audit.models import Entry
from voice.statement.domain.reminders import remind_owners
from voice.statement.models import UpdateReminder

pytestmark = [pytest.mark.django_db, pytest.mark.on_both]
MONDAY = datetime(2026, 11, 23, 10, tzinfo=timezone.get_default_timezone())


@pytest.fixture(autouse=True)
def _monday():
    with time_machine.travel(MONDAY, tick=False):
        yield


@pytest.fixture
def owner():
    return UserFactory(owner=True, email="petra@calderwick.example")


@pytest.fixture
def waiting(owner):
    return ActionFactory(
        owner=owner, silent=True, title="Unmistakable luggage", red=True
    )


def test_owner_gets_one_letter_a_week_while_updates_wait(waiting, mailoutbox):
    assert len(list(remind_owners(MONDAY))) == 1
    for hours in (1, 30, 60, 4 * 24 + 6):
        assert list(remind_owners(MONDAY + timedelta(hours=hours))) == []
    assert [letter.to for letter in mailoutbox] == [["petra@calderwick.example"]]
    list(remind_owners(MONDAY + timedelta(days=7)))
    assert len(mailoutbox) == 2


def test_letter_says_how_many_and_where_and_nothing_of_anybody(
    waiting, owner, mailoutbox
):
    ActionFactory(owner=owner, silent=True, area=waiting.area)
    list(remind_owners(MONDAY))
    (letter,) = mailoutbox
    assert "2 of your actions wait for an update." in letter.body
    assert "/desk/statement/my-actions/" in letter.body
    for word in ("Unmistakable", "Nine posts", owner.name, "petra"):
        assert word not in letter.subject + letter.body


def test_nobody_is_reminded_of_what_is_updated_or_done(owner, mailoutbox):
    ActionFactory(owner=owner)
    ActionFactory(owner=owner, silent=True, complete=True)
    assert list(remind_owners(MONDAY)) == []
    assert mailoutbox == []


@pytest.mark.parametrize("hours", [-3, 10, 5 * 24])
def test_nobody_is_written_to_at_night_or_on_a_sunday(waiting, hours, mailoutbox):
    assert list(remind_owners(MONDAY + timedelta(hours=hours))) == []
    assert mailoutbox == []


def test_reminder_is_audited_as_the_machines_own(waiting):
    list(remind_owners(MONDAY))
    entry = Entry.objects.get(verb="statement.remind")
    assert (entry.actor, entry.details) == (None, {"waiting": 1})


def test_letter_that_fails_is_tried_again_in_an_hour_and_stops_no_other(
    waiting, mailoutbox, monkeypatch
):
    ActionFactory(owner=UserFactory(owner=True), silent=True, area=waiting.area)

    def refuse(**_letter):
        raise ConnectionRefusedError("smtp.somewhere petra@calderwick.example")

    with monkeypatch.context() as broken:
        broken.setattr("voice.council.domain.weekly_letters.send_mail", refuse)
        said = list(remind_owners(MONDAY))
    assert [one.endswith("tried again in an hour") for one in said] == [True, True]
    assert not UpdateReminder.objects.exclude(sent_at=None).exists()
    assert list(remind_owners(MONDAY + timedelta(minutes=59))) == []
    list(remind_owners(MONDAY + timedelta(minutes=61)))
    assert len(mailoutbox) == 2
    assert not UpdateReminder.objects.filter(sent_at=None).exists()


def test_database_refuses_two_reminders_in_a_week(owner):
    row = {"to": owner, "week": MONDAY.date(), "tried_at": MONDAY}
    UpdateReminder.objects.create(**row)
    with pytest.raises(IntegrityError), transaction.atomic():
        UpdateReminder.objects.create(**row)
