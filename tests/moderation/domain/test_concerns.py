import pytest

from surveys.models import Comment
from tests.factories.accounts import UserFactory
from tests.factories.moderation import ConcernFactory, ReadingFactory
from tests.factories.surveys import RecordingFactory, voice
from voice.audit.models import Entry
from voice.council.domain.keys import destroy_key
from voice.council.enums import AlarmKind, KeyPurpose
from voice.council.models import Alarm
from voice.moderation.domain.concern_record import add_to_concern, reopen_concern
from voice.moderation.domain.concerns import (
    act_on_concern,
    decide_concern,
    hear_concern,
    see_concern,
)
from voice.moderation.domain.errors import ConcernIsDecided, ConcernIsOpen
from voice.moderation.domain.reading import pass_on_comment
from voice.moderation.enums import Outcome
from voice.moderation.models import Concern, Reading

pytestmark = [pytest.mark.django_db, pytest.mark.on_both]


def decide(concern, **said):
    given = {"outcome": "known", "note": "why", "reference": "", "by": said.pop("by")}
    return decide_concern(concern, **(given | said))


def open_alarms(concern):
    alarms = Alarm.objects.filter(about=str(concern.pk), settled_at=None)
    return sorted(alarms.values_list("kind", flat=True))


def test_a_concern_says_where_and_how_the_words_came():
    reading = ReadingFactory(passed_on=True)
    concern = Concern.objects.get()
    comment = reading.comment
    invitation = comment.response.invitation
    assert concern.asked == "What should your worker do more of?"
    assert (concern.survey, concern.mode) == (comment.survey, "name_not_asked")
    assert (concern.way_in, concern.way_in_label) == (invitation.kind, invitation.label)
    assert (concern.language, concern.age_band) == ("en", "11-17")
    assert (concern.week, concern.raised_from) == (comment.week, "reader")
    assert concern.beside == "Not known: they answered on their own way in"


def test_a_concern_outlives_whatever_happens_to_the_comment():
    concern = ConcernFactory(reading__comment__words="he got my arm", decided=True)
    comment = concern.comment
    destroy_key(owner=f"survey:{comment.survey_id}", purpose=KeyPurpose.RAW)
    reading = Reading.objects.get(comment=comment)
    for rows in (reading.decisions, reading.openings):
        rows.all().delete()
    reading.delete()
    Comment.objects.get(pk=comment.pk).delete()
    concern.refresh_from_db()
    assert concern.comment is None
    assert concern.words() == "he got my arm"
    assert see_concern(concern, by=UserFactory(lead=True)) == "he got my arm"


def test_a_spoken_concern_takes_the_recording_with_it():
    recording = RecordingFactory()
    reading = Reading.objects.get(comment=recording.comment)
    pass_on_comment(reading, version=reading.version, by=UserFactory(worker=True))
    concern = Concern.objects.get()
    assert concern.kind == "voice"
    destroy_key(owner=f"survey:{recording.comment.survey_id}", purpose=KeyPurpose.RAW)
    copy = concern.recording
    assert voice() not in bytes(copy.sealed_content)
    lead = UserFactory(lead=True)
    assert hear_concern(copy, by=lead) == voice()
    assert Entry.objects.filter(verb="moderation.hear_concern", actor=lead).exists()


def test_acting_asks_nothing_and_the_first_time_stands():
    concern = ConcernFactory()
    first, second = UserFactory(lead=True), UserFactory(lead=True)
    act_on_concern(concern, by=first)
    act_on_concern(concern, by=second)
    concern.refresh_from_db()
    assert (concern.acted_by, concern.seen_by) == (first, first)
    assert concern.state == "seen"
    assert open_alarms(concern) == []


def test_raising_alarms_and_seeing_settles():
    concern = ConcernFactory()
    assert open_alarms(concern) == [AlarmKind.CONCERN]
    see_concern(concern, by=UserFactory(lead=True))
    assert open_alarms(concern) == []


def test_a_decided_concern_can_be_decided_again_and_nothing_is_lost():
    concern = ConcernFactory(decided=True, note="Rang at ten.", reference="DEMO-7")
    lead = UserFactory(lead=True)
    reopen_concern(concern, reason="The number was wrong.", by=lead)
    concern.refresh_from_db()
    assert (concern.state, concern.outcome, concern.keep_until) == ("seen", "", None)
    assert [note.read() for note in concern.notes.all()] == [
        "Referred to the front door\nDEMO-7\nRang at ten.",
        "The number was wrong.",
    ]
    assert open_alarms(concern) == [AlarmKind.CONCERN]
    decide(concern, by=lead, outcome=Outcome.POLICE)
    concern.refresh_from_db()
    assert (concern.outcome, concern.decided_by) == ("police", lead)
    assert open_alarms(concern) == []


def test_only_a_decided_concern_is_opened_again():
    concern = ConcernFactory(seen=True)
    with pytest.raises(ConcernIsOpen):
        reopen_concern(concern, reason="x", by=concern.seen_by)


def test_a_note_is_sealed_and_brings_the_reference_later():
    concern = ConcernFactory(decided=True, reference="")
    note = add_to_concern(
        concern, text="zanzibar", reference="DEMO-9", by=concern.decided_by
    )
    concern.refresh_from_db()
    assert concern.reference == "DEMO-9"
    assert b"zanzibar" not in bytes(note.sealed_text)
    assert concern.notes.get().read() == "zanzibar"


def test_a_decided_concern_is_not_acted_on():
    concern = ConcernFactory(decided=True)
    with pytest.raises(ConcernIsDecided):
        act_on_concern(concern, by=concern.decided_by)


def test_no_word_reaches_the_audit():
    concern = ConcernFactory(
        reading__comment__words="zanzibar", decided=True, note="quagga"
    )
    add_to_concern(concern, text="okapi", by=concern.decided_by)
    reopen_concern(concern, reason="bonobo", by=concern.decided_by)
    for entry in Entry.objects.all():
        said = f"{entry.details}{entry.place}{entry.verb}{entry.object_id}"
        for word in ("zanzibar", "quagga", "okapi", "bonobo"):
            assert word not in said
