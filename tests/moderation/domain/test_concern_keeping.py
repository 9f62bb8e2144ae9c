from datetime import datetime, timedelta

import pytest
from django.utils import timezone

from tests.factories.accounts import UserFactory
from tests.factories.moderation import ConcernFactory, ContactConcernFactory
from tests.factories.surveys import RecordingFactory
from voice.audit.models import Entry
from voice.moderation.domain.concern_keeping import forget_concerns
from voice.moderation.domain.concern_record import add_to_concern, reopen_concern
from voice.moderation.domain.concerns import decide_concern
from voice.moderation.domain.errors import HeldAlready, NotHeld, WordsAreDeleted
from voice.moderation.domain.holds import lift_hold, place_hold
from voice.moderation.domain.reading import pass_on_comment
from voice.moderation.models import (
    Concern,
    ConcernNote,
    ConcernRecording,
    ContactDetails,
    Reading,
)

pytestmark = [pytest.mark.django_db, pytest.mark.on_both]


def decide(concern, outcome="known"):
    return decide_concern(
        concern, outcome=outcome, note="why", reference="", by=UserFactory(lead=True)
    )


def after(day):
    """Return the first moment of the day after `day`."""
    start = datetime.combine(day + timedelta(days=1), datetime.min.time())
    return timezone.make_aware(start)


def on(day):
    return after(day) - timedelta(minutes=1)


def test_contact_details_go_twelve_months_after_closing_and_not_a_day_before():
    concern = decide(ContactConcernFactory(words="he hits me"))
    closes_on = concern.survey.consultation.closes_on
    until = concern.contact.keep_until
    assert until == closes_on + timedelta(days=365)
    assert list(forget_concerns(on(until))) == []
    assert list(forget_concerns(after(until))) == [
        "Contact details of 1 concern were deleted."
    ]
    assert not ContactDetails.objects.exists()
    concern.refresh_from_db()
    assert concern.words() == "he hits me"
    assert Entry.objects.filter(verb="moderation.forget_contact").exists()
    assert list(forget_concerns(after(until))) == []


@pytest.mark.parametrize(
    "outcome",
    ["immediate_danger", "front_door", "designated_officer", "police", "adult"],
)
def test_contact_details_of_a_referral_are_kept_as_long_as_the_words(outcome):
    concern = decide(ContactConcernFactory(), outcome)
    assert concern.contact.keep_until == concern.keep_until


def test_words_recording_and_notes_go_after_the_years_set(settings):
    settings.CONCERN_YEARS = 2
    recording = RecordingFactory()
    reading = Reading.objects.get(comment=recording.comment)
    pass_on_comment(reading, version=reading.version, by=UserFactory(worker=True))
    concern = decide(Concern.objects.get())
    add_to_concern(concern, text="later", by=concern.decided_by)
    today = timezone.localdate()
    assert concern.keep_until.year == today.year + 2
    assert list(forget_concerns(on(concern.keep_until))) == []
    assert list(forget_concerns(after(concern.keep_until))) == [
        "The words of 1 concern were deleted."
    ]
    concern.refresh_from_db()
    assert (concern.sealed_words, concern.sealed_note) == (None, None)
    assert (concern.words(), concern.note()) == ("", "")
    assert concern.outcome == "known"
    assert not ConcernRecording.objects.exists()
    assert not ConcernNote.objects.exists()
    for refused in (
        lambda: add_to_concern(concern, text="x", by=concern.decided_by),
        lambda: reopen_concern(concern, reason="x", by=concern.decided_by),
        lambda: place_hold(concern, reason="x", by=concern.decided_by),
    ):
        with pytest.raises(WordsAreDeleted):
            refused()


def test_what_is_not_decided_is_kept_for_ever():
    ConcernFactory()
    ContactConcernFactory()
    assert list(forget_concerns(timezone.now() + timedelta(days=40_000))) == []


def test_a_hold_stops_deletion_until_it_is_lifted():
    concern = decide(ContactConcernFactory(words="w"))
    lead = concern.decided_by
    hold = place_hold(concern, reason="zanzibar court", by=lead)
    assert b"zanzibar" not in bytes(hold.sealed_reason)
    assert hold.reason() == "zanzibar court"
    with pytest.raises(HeldAlready):
        place_hold(concern, reason="x", by=lead)
    long_after = timezone.now() + timedelta(days=40_000)
    assert list(forget_concerns(long_after)) == []
    lift_hold(concern, by=lead)
    with pytest.raises(NotHeld):
        lift_hold(concern, by=lead)
    assert len(list(forget_concerns(long_after))) == 2
    concern.refresh_from_db()
    assert concern.words() == ""
    assert not ContactDetails.objects.exists()
    assert (hold.placed_by, concern.holds.get().lifted_by) == (lead, lead)


def test_a_concern_opened_again_has_no_day_to_be_deleted():
    concern = decide(ContactConcernFactory(words="w"))
    reopen_concern(concern, reason="x", by=concern.decided_by)
    assert list(forget_concerns(timezone.now() + timedelta(days=40_000))) == []
