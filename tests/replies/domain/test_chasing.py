"""Letters to those who keep a promise when its date comes."""

from datetime import datetime, timedelta

import pytest
import time_machine
from django.core import mail
from django.utils import timezone

from tests.factories.accounts import UserFactory
from tests.factories.replies import PromiseFactory
from tests.factories.statement import ActionFactory
from voice.replies.domain.chasing import chase_owners
from voice.replies.models import PromiseReminder

pytestmark = [pytest.mark.django_db, pytest.mark.on_both]

WORDS = "zanzibarquokka bags for every move"
MONDAY = datetime(2026, 11, 23, 10, tzinfo=timezone.get_default_timezone())


@pytest.fixture(autouse=True)
def _monday():
    with time_machine.travel(MONDAY, tick=False):
        yield


def owned(**said):
    """Return a published promise of an action that somebody owns."""
    action = ActionFactory(owned=True)
    return PromiseFactory(
        reply__published=True, action=action, text=WORDS, **({"late": True} | said)
    )


def test_an_owner_gets_one_letter_a_week_that_tells_nothing():
    first = owned()
    PromiseFactory(reply__published=True, action=first.action, late=True)
    [said] = chase_owners(MONDAY)
    assert said.endswith(" sent")
    for hours in (0, 1, 30, 4 * 24):
        assert list(chase_owners(MONDAY + timedelta(hours=hours))) == []
    (letter,) = mail.outbox
    assert letter.to == [first.action.owner.email]
    assert WORDS not in letter.body + letter.subject
    assert list(chase_owners(MONDAY + timedelta(weeks=1)))
    assert len(mail.outbox) == 2


def test_workers_are_written_to_where_nobody_owns_an_action():
    promise = PromiseFactory(reply__published=True, late=True)
    survey = promise.reply.consultation.surveys.get()
    worker = UserFactory(worker=True)
    survey.members.all().delete()
    survey.members.create(user=worker)
    list(chase_owners(MONDAY))
    assert [letter.to for letter in mail.outbox] == [[worker.email]]


@pytest.mark.parametrize(
    "said",
    [
        {"late": False},
        {"moved": True, "late": True},
        {"kept": True},
        {"reply__published": False},
    ],
    ids=["not due", "moved with a reason", "kept", "not read yet"],
)
def test_nobody_is_chased_for_what_is_not_due(said):
    PromiseFactory(
        **(
            {
                "reply__published": True,
                "late": True,
                "action": ActionFactory(owned=True),
            }
            | said
        )
    )
    assert list(chase_owners(MONDAY)) == []
    assert mail.outbox == []


@pytest.mark.parametrize("hours", [-3, 10, 5 * 24])
def test_nobody_is_chased_at_night_or_on_a_sunday(hours):
    owned()
    assert list(chase_owners(MONDAY + timedelta(hours=hours))) == []
    assert mail.outbox == []


def test_a_letter_that_could_not_be_sent_is_tried_again(monkeypatch, caplog):
    owned()

    def refused(**said):
        raise OSError("no post today")

    with monkeypatch.context() as broken:
        broken.setattr("voice.council.domain.weekly_letters.send_mail", refused)
        [said] = chase_owners(MONDAY)
    assert said.endswith("tried again in an hour")
    assert "no post today" not in caplog.text
    assert PromiseReminder.objects.get().sent_at is None
    assert list(chase_owners(MONDAY + timedelta(minutes=59))) == []
    assert len(list(chase_owners(MONDAY + timedelta(minutes=61)))) == 1
    assert PromiseReminder.objects.get().sent_at is not None
