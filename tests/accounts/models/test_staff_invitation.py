from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from tests.factories.accounts import UserFactory
from voice.accounts.enums import InvitationOrigin
from voice.accounts.models import StaffInvitation

pytestmark = [pytest.mark.django_db, pytest.mark.on_both]


def invitation(**changes):
    return StaffInvitation(
        **{
            "email": "sam@calderwick.example",
            "name": "Sam",
            "token_hash": "a" * 64,
            "expires_at": timezone.now() + timedelta(days=7),
            "invited_by": UserFactory(),
        }
        | changes
    )


@pytest.mark.parametrize(
    "wrong",
    [
        {"accepted_at": timezone.now()},
        {"invited_by": None},
        {"origin": InvitationOrigin.COMMAND},
    ],
)
def test_the_database_refuses_half_an_invitation(wrong):
    with pytest.raises(IntegrityError), transaction.atomic():
        invitation(**wrong).save()


def test_the_database_refuses_one_accepted_and_withdrawn():
    now = timezone.now()
    person = UserFactory()
    both = {"accepted_by": person, "accepted_at": now, "withdrawn_at": now}
    with pytest.raises(IntegrityError), transaction.atomic():
        invitation(**both).save()


def test_the_database_refuses_two_waiting_for_one_address():
    invitation().save()
    twin = invitation(email="SAM@calderwick.example", token_hash="b" * 64)
    with pytest.raises(IntegrityError), transaction.atomic():
        twin.save()
