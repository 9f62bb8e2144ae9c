"""Letters to those who keep a promise when its date comes."""

from datetime import timedelta

import pytest
from django.core import mail
from django.utils import timezone

from tests.factories.accounts import UserFactory
from tests.factories.replies import PromiseFactory
from tests.factories.statement import ActionFactory
from voice.replies.domain.chasing import chase_owners
from voice.replies.models import PromiseReminder

pytestmark = [pytest.mark.django_db, pytest.mark.on_both]

WORDS = "zanzibarquokka bags for every move"


def owned(**said):
    """Return a published promise of an action that somebody owns."""
    action = ActionFactory(owned=True)
    return PromiseFactory(
        reply__published=True, action=action, text=WORDS, **({"late": True} | said)
    )


def test_an_owner_gets_one_letter_a_week_that_tells_nothing():
    first = owned()
    PromiseFactory(reply__published=True, action=first.action, late=True)
    now = timezone.now()
    assert chase_owners(now) == ["Promises: 1 letters to those who keep them."]
    assert chase_owners(now) == []
    (letter,) = mail.outbox
    assert letter.to == [first.action.owner.email]
    assert WORDS not in letter.body + letter.subject
    assert chase_owners(now + timedelta(weeks=1)) != []
    assert len(mail.outbox) == 2


def test_workers_are_written_to_where_nobody_owns_an_action():
    promise = PromiseFactory(reply__published=True, late=True)
    survey = promise.reply.consultation.surveys.get()
    worker = UserFactory(worker=True)
    survey.members.all().delete()
    survey.members.create(user=worker)
    chase_owners(timezone.now())
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
    assert chase_owners(timezone.now()) == []
    assert mail.outbox == []


def test_a_letter_that_could_not_be_sent_is_tried_again(monkeypatch, caplog):
    owned()

    def refused(**said):
        raise OSError("no post today")

    monkeypatch.setattr("voice.replies.domain.chasing.send_mail", refused)
    assert chase_owners(timezone.now()) == []
    assert not PromiseReminder.objects.exists()
    assert "could not be sent" in caplog.text
