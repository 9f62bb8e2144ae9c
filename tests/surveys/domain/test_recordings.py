from io import BytesIO

import pytest
from django.db import IntegrityError, transaction
from PIL import Image

from surveys.domain.recordings import RecordingRefused, keep_recording
from surveys.enums import CommentKind, MediaType
from surveys.models import Comment, Recording
from tests.factories.surveys import CommentFactory, RecordingFactory, drawing, voice
from voice.council.domain.keys import KeyDestroyed, destroy_key
from voice.council.enums import KeyPurpose
from voice.council.logic.sealing import CannotOpen

pytestmark = [pytest.mark.django_db, pytest.mark.on_both]


def test_a_voice_is_kept_sealed_and_given_back_as_it_was():
    recording = RecordingFactory()
    kept = Recording.objects.get()
    assert kept.read() == voice()
    assert voice()[6:] not in bytes(kept.sealed_content)
    assert (recording.comment.kind, kept.media_type) == ("voice", "audio/ogg")
    assert Comment.objects.get().read() == ""


def test_a_drawing_is_drawn_afresh_without_what_hid_in_its_file():
    kept = RecordingFactory(drawn=True).read()
    assert b"taken at home" in drawing()
    assert b"taken at home" not in kept
    with Image.open(BytesIO(kept)) as picture:
        assert (picture.format, picture.size) == ("PNG", (24, 16))


def test_a_kept_recording_waits_to_be_read_anew():
    comment = RecordingFactory().comment
    before = comment.reading.version
    keep_recording(
        comment,
        kind=CommentKind.DRAWING,
        media_type=MediaType.PNG,
        content=drawing(),
    )
    comment.reading.refresh_from_db()
    assert (comment.reading.state, comment.reading.version) == ("waiting", before + 1)
    assert Recording.objects.get().kind == CommentKind.DRAWING


@pytest.mark.parametrize(
    ("kind", "media_type", "content"),
    [
        ("voice", "audio/ogg", b"<html>"),
        ("voice", "audio/webm", voice()),
        ("voice", "image/png", drawing()),
        ("voice", "text/html", b"OggS"),
        ("voice", "audio/ogg", b""),
        ("voice", "audio/ogg", b"OggS" + bytes(8 * 1024 * 1024)),
        ("drawing", "image/png", b"<svg/>"),
        ("drawing", "image/png", drawing()[:60]),
        ("drawing", "image/webp", drawing()),
        ("drawing", "image/svg+xml", b"<svg/>"),
        ("text", "audio/ogg", voice()),
    ],
)
def test_what_is_not_on_the_list_or_not_what_it_says_is_refused(
    kind, media_type, content
):
    comment = CommentFactory(words="come wen u say")
    with pytest.raises(RecordingRefused):
        keep_recording(comment, kind=kind, media_type=media_type, content=content)
    assert not Recording.objects.exists()
    assert Comment.objects.get().read() == "come wen u say"


def test_a_picture_too_large_is_refused_from_its_header_alone():
    sent = BytesIO()
    Image.new("1", (5001, 4000)).save(sent, format="PNG")
    with pytest.raises(RecordingRefused):
        keep_recording(
            CommentFactory(),
            kind="drawing",
            media_type="image/png",
            content=sent.getvalue(),
        )


def test_a_recording_opens_in_its_own_row_alone():
    one, other = RecordingFactory(), RecordingFactory()
    other.comment.survey = one.comment.survey
    other.sealed_content = one.sealed_content
    with pytest.raises(CannotOpen):
        other.read()


def test_a_recording_goes_with_the_raw_key():
    recording = RecordingFactory()
    destroy_key(owner=f"survey:{recording.comment.survey_id}", purpose=KeyPurpose.RAW)
    with pytest.raises(KeyDestroyed):
        recording.read()


def test_the_database_keeps_no_other_media_type():
    RecordingFactory()
    with pytest.raises(IntegrityError), transaction.atomic():
        Recording.objects.update(media_type="text/html")
