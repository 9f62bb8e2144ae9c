import pytest

from surveys.domain.recordings import keep_recording
from tests.factories.accounts import UserFactory
from tests.factories.moderation import ReadingFactory
from tests.factories.surveys import RecordingFactory, voice
from voice.audit.models import Entry
from voice.council.domain.keys import KeyDestroyed, destroy_key
from voice.council.enums import KeyPurpose
from voice.moderation.domain.errors import (
    AlreadyDecided,
    NothingToWriteDown,
    NotWrittenDown,
)
from voice.moderation.domain.reading import (
    approve_comment,
    open_comment,
    pass_on_comment,
    redact_comment,
    withhold_comment,
)
from voice.moderation.domain.transcribing import open_recording, write_transcript
from voice.moderation.models import Concern, Reading, Transcript

pytestmark = [pytest.mark.django_db, pytest.mark.on_both]
YESES = {"may_count": True, "may_quote": True}


@pytest.fixture
def worker():
    return UserFactory(worker=True)


@pytest.fixture
def spoken():
    return Reading.objects.get(comment=RecordingFactory().comment)


def test_hearing_is_written_down(worker, spoken):
    assert open_recording(spoken, by=worker) == ("audio/ogg", voice())
    (entry,) = Entry.objects.filter(verb="moderation.hear")
    assert (entry.actor, entry.details) == (worker, {"kind": "voice"})


def test_a_voice_travels_on_only_in_a_readers_words(worker, spoken):
    version = spoken.version
    with pytest.raises(NotWrittenDown):
        approve_comment(spoken, version=version, by=worker, **YESES)
    with pytest.raises(NotWrittenDown):
        redact_comment(
            spoken, version=version, passages=[(0, 1, "[name]")], by=worker, **YESES
        )
    write_transcript(spoken, version=version, words=" come when you say ", by=worker)
    assert open_comment(spoken, by=worker) == "come when you say"
    approve_comment(spoken, version=spoken.version, by=worker, **YESES)
    spoken.refresh_from_db()
    assert spoken.kept_text() == "come when you say"
    assert b"come when" not in bytes(Transcript.objects.get().sealed_words)


def test_what_is_written_down_is_screened_like_what_is_typed(worker, spoken):
    write_transcript(
        spoken,
        version=spoken.version,
        words="i want to die ring me on 07700 900417",
        by=worker,
    )
    assert spoken.worry
    assert "phone" in {hint["kind"] for hint in spoken.hints}


def test_whoever_decides_about_older_words_is_told(worker, spoken):
    before = spoken.version
    write_transcript(spoken, version=before, words="one", by=worker)
    with pytest.raises(AlreadyDecided) as told:
        write_transcript(spoken, version=before, words="two", by=worker)
    assert "Somebody wrote down what is said" in str(told.value.sentence)
    assert Transcript.objects.get().read() == "one"


def test_a_transcript_is_written_of_recordings_alone_and_is_not_empty(worker, spoken):
    with pytest.raises(NotWrittenDown):
        write_transcript(spoken, version=spoken.version, words=" \n", by=worker)
    typed = ReadingFactory()
    with pytest.raises(NothingToWriteDown):
        write_transcript(typed, version=1, words="hi", by=worker)


def test_a_voice_is_withheld_and_passed_on_before_anybody_wrote_it_down(worker, spoken):
    other = Reading.objects.get(comment=RecordingFactory().comment)
    withhold_comment(spoken, version=spoken.version, reason="unkind", by=worker)
    pass_on_comment(other, version=other.version, by=worker)
    assert Concern.objects.get().comment == other.comment


def test_a_concern_carries_what_was_written_down_too(worker, spoken):
    write_transcript(spoken, version=spoken.version, words="he got my arm", by=worker)
    pass_on_comment(spoken, version=spoken.version, by=worker)
    assert Concern.objects.get().words() == "he got my arm"


def test_a_new_recording_drops_what_was_written_down_of_the_old(worker, spoken):
    write_transcript(spoken, version=spoken.version, words="one", by=worker)
    keep_recording(
        spoken.comment, kind="voice", media_type="audio/ogg", content=voice()
    )
    assert not Transcript.objects.exists()


def test_a_transcript_goes_with_the_raw_key(worker, spoken):
    transcript = write_transcript(
        spoken, version=spoken.version, words="one", by=worker
    )
    destroy_key(owner=f"survey:{spoken.comment.survey_id}", purpose=KeyPurpose.RAW)
    with pytest.raises(KeyDestroyed):
        transcript.read()
