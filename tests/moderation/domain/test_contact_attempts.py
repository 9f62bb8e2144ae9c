from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from tests.factories.accounts import UserFactory
from tests.factories.moderation import ConcernFactory, ContactConcernFactory
from voice.audit.models import Entry
from voice.moderation.domain.concern_keeping import forget_concerns
from voice.moderation.domain.concerns import decide_concern
from voice.moderation.domain.contact_attempts import (
    NobodyAsked,
    NotYetTried,
    record_attempt,
)
from voice.moderation.enums import Reached
from voice.moderation.models import ContactAttempt, ContactDetails

pytestmark = [pytest.mark.django_db, pytest.mark.on_both]


@pytest.fixture
def lead():
    return UserFactory(lead=True)


def tried(concern, by, *, ago=timedelta(0), **said):
    said = {"reached": Reached.NO_ANSWER, "note": "zanzibar"} | said
    return record_attempt(concern, tried_at=timezone.now() - ago, by=by, **said)


def test_a_try_is_kept_with_its_time_and_sealed(lead):
    concern = ContactConcernFactory()
    later = tried(concern, lead, reached=Reached.SPOKE, note="")
    first = tried(concern, lead, ago=timedelta(hours=2))
    assert list(concern.attempts.all()) == [first, later]
    row = ContactAttempt.objects.get(pk=first.pk)
    assert (row.read(), row.reached, row.by) == ("zanzibar", "no_answer", lead)
    assert b"zanzibar" not in bytes(row.sealed_note)
    assert ContactAttempt.objects.get(pk=later.pk).read() == ""
    entry = Entry.objects.filter(verb="moderation.try_contact").latest("at")
    assert (entry.actor, entry.object_id) == (lead, str(concern.pk))
    assert "zanzibar" not in str(entry.details)


def test_where_nobody_asked_there_is_nobody_to_reach(lead):
    with pytest.raises(NobodyAsked):
        tried(ConcernFactory(), lead)


def test_a_try_still_to_come_is_not_written_down(lead):
    with pytest.raises(NotYetTried):
        tried(ContactConcernFactory(), lead, ago=-timedelta(minutes=5))
    assert not ContactAttempt.objects.exists()


def test_the_database_refuses_a_try_written_down_before_it_was_made(lead):
    attempt = tried(ContactConcernFactory(), lead)
    late = attempt.at + timedelta(minutes=1)
    with pytest.raises(IntegrityError), transaction.atomic():
        ContactAttempt.objects.update(tried_at=late)


def test_what_was_written_goes_with_how_to_reach_them_and_that_it_was_tried_stays(lead):
    concern = ContactConcernFactory()
    attempt = tried(concern, lead)
    decide_concern(concern, outcome="advice", reference="", note="Spoke.", by=lead)
    until = ContactDetails.objects.get().keep_until
    moment = timezone.now() + (until - timezone.localdate()) + timedelta(days=1)
    list(forget_concerns(moment))
    assert not ContactDetails.objects.exists()
    attempt.refresh_from_db()
    assert (attempt.read(), attempt.reached) == ("", "no_answer")
    with pytest.raises(NobodyAsked):
        tried(concern, lead)
