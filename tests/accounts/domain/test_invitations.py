from datetime import timedelta

import pytest
from django.core import mail
from django.core.exceptions import ValidationError
from django.utils import timezone

from tests.factories.accounts import UserFactory
from voice.accounts.domain.invitations import (
    AlreadyInvited,
    AlreadyStaff,
    InvitationClosed,
    accept_invitation,
    invite_staff,
    resend_invitation,
    withdraw_invitation,
)
from voice.accounts.enums import Role
from voice.accounts.models import StaffInvitation, User
from voice.audit.models import Entry

pytestmark = [pytest.mark.django_db, pytest.mark.on_both]

NEW = "a password long enough"


@pytest.fixture
def administrator():
    return UserFactory(administrator=True)


@pytest.fixture
def token(administrator):
    return invite_staff(
        "Sam@Calderwick.example",
        name="Sam Okoro",
        roles=[Role.PARTICIPATION_WORKER, Role.ACTION_OWNER],
        by=administrator,
    )


def test_accepting_makes_the_account_with_its_roles(token):
    user = accept_invitation(token, password=NEW)
    assert user.email == "sam@calderwick.example"
    assert user.check_password(NEW)
    assert user.roles() == [Role.PARTICIPATION_WORKER, Role.ACTION_OWNER]
    verbs = list(Entry.objects.order_by("at").values_list("verb", flat=True))
    assert verbs == ["accounts.invite", "accounts.accept_invitation"]


def test_only_the_hash_of_the_link_is_kept(token):
    kept = StaffInvitation.objects.get()
    assert token not in str(vars(kept))


def test_a_link_works_once(token):
    accept_invitation(token, password=NEW)
    with pytest.raises(InvitationClosed):
        accept_invitation(token, password=NEW)
    assert User.objects.filter(email="sam@calderwick.example").count() == 1


def test_a_link_works_for_a_week(token, time_machine):
    time_machine.move_to(timezone.now() + timedelta(days=7, seconds=1))
    with pytest.raises(InvitationClosed):
        accept_invitation(token, password=NEW)


def test_a_weak_password_leaves_the_link_open(token):
    with pytest.raises(ValidationError):
        accept_invitation(token, password="short")
    accept_invitation(token, password=NEW)


def test_sending_again_kills_the_old_link(token, administrator):
    again = resend_invitation(StaffInvitation.objects.get(), by=administrator)
    with pytest.raises(InvitationClosed):
        accept_invitation(token, password=NEW)
    accept_invitation(again, password=NEW)


def test_sending_again_opens_another_week(token, administrator, time_machine):
    time_machine.move_to(timezone.now() + timedelta(days=8))
    again = resend_invitation(StaffInvitation.objects.get(), by=administrator)
    accept_invitation(again, password=NEW)


def test_a_withdrawn_link_opens_nothing_and_is_not_sent_again(token, administrator):
    invitation = StaffInvitation.objects.get()
    withdraw_invitation(invitation, by=administrator)
    with pytest.raises(InvitationClosed):
        accept_invitation(token, password=NEW)
    with pytest.raises(InvitationClosed):
        resend_invitation(invitation, by=administrator)
    with pytest.raises(InvitationClosed):
        withdraw_invitation(invitation, by=administrator)


def test_an_accepted_invitation_cannot_be_withdrawn(token, administrator):
    accept_invitation(token, password=NEW)
    with pytest.raises(InvitationClosed):
        withdraw_invitation(StaffInvitation.objects.get(), by=administrator)


def test_nobody_is_invited_twice(token, administrator):
    with pytest.raises(AlreadyInvited):
        invite_staff("SAM@calderwick.example", name="Sam", roles=[], by=administrator)


def test_staff_are_not_invited_again_even_when_they_left(administrator):
    left = UserFactory(is_active=False)
    with pytest.raises(AlreadyStaff):
        invite_staff(left.email.upper(), name="Sam", roles=[], by=administrator)


def test_the_letter_holds_the_link(administrator, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        token = invite_staff(
            "sam@calderwick.example", name="Sam", roles=[], by=administrator
        )
    (letter,) = mail.outbox
    assert letter.to == ["sam@calderwick.example"]
    assert f"/account/invitation/{token}/" in letter.body
