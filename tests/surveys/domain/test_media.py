"""Pictures and sounds of questions: what is kept of them, and what is refused."""

import hashlib
from io import BytesIO

import pytest
from PIL import Image

from surveys.domain.media import MediumRefused, keep_medium
from surveys.models import Medium
from tests.factories.accounts import UserFactory
from tests.factories.media import box, mp3, mp4, ogg, photo, sideways_photo, webm
from tests.factories.surveys import drawing
from voice.audit.models import Entry

pytestmark = [pytest.mark.django_db, pytest.mark.on_both]


@pytest.fixture
def worker():
    return UserFactory(worker=True)


def opened(medium):
    return Image.open(BytesIO(bytes(medium.content)))


@pytest.mark.parametrize("fmt", ["JPEG", "PNG", "WEBP"])
def test_a_picture_is_drawn_afresh_small_enough_to_show(worker, fmt):
    sent = photo(fmt=fmt)
    assert b"taken at home" in sent
    medium = keep_medium(sent, media_type="image/jpeg", by=worker)
    kept = opened(medium)
    assert (kept.format, kept.size) == ("WEBP", (800, 600))
    assert (medium.width, medium.height) == (800, 600)
    assert (medium.media_type, medium.size) == ("image/webp", len(medium.content))
    assert b"taken at home" not in bytes(medium.content)
    assert not kept.getexif()


def test_a_small_picture_keeps_its_size_and_what_is_clear_stays_clear(worker):
    sent = BytesIO()
    Image.new("RGBA", (40, 20), (10, 106, 99, 0)).save(sent, format="PNG")
    kept = opened(keep_medium(sent.getvalue(), media_type="image/png", by=worker))
    assert (kept.mode, kept.size) == ("RGBA", (40, 20))
    assert kept.getpixel((5, 5))[3] == 0


def test_a_photograph_that_lies_on_its_side_is_set_upright(worker):
    medium = keep_medium(sideways_photo(), media_type="image/jpeg", by=worker)
    assert (medium.width, medium.height) == (200, 300)


def test_a_medium_is_named_by_what_it_holds_and_kept_once(worker):
    first = keep_medium(drawing(), media_type="image/png", by=worker)
    again = keep_medium(drawing(), media_type="image/png", by=UserFactory())
    assert first == again == Medium.objects.get()
    assert first.sha256 == hashlib.sha256(bytes(first.content)).hexdigest()
    entry = Entry.objects.get(verb="surveys.keep_medium")
    assert entry.actor == worker
    assert entry.object_id == first.sha256
    assert entry.details == {"media_type": "image/webp", "size": first.size}


@pytest.mark.parametrize(
    ("content", "said", "is_really"),
    [
        (ogg(), "audio/ogg", "audio/ogg"),
        (webm(), "audio/webm;codecs=opus", "audio/webm"),
        (mp4(), "audio/x-m4a", "audio/mp4"),
        (mp3(), "audio/mp3", "audio/mpeg"),
        (ogg(), "application/octet-stream", "audio/ogg"),
        (webm(), "audio/mpeg", "audio/webm"),
    ],
)
def test_a_sound_is_known_by_its_first_bytes(worker, content, said, is_really):
    medium = keep_medium(content, media_type=said, by=worker)
    assert medium.media_type == is_really
    assert (medium.width, medium.height) == (0, 0)
    assert b"hello" in bytes(medium.content)


@pytest.mark.parametrize("sent", [mp3(), mp4()])
def test_the_name_of_a_street_does_not_travel_with_a_sound(worker, sent):
    assert b"Oak Street" in sent
    medium = keep_medium(sent, media_type="audio/mpeg", by=worker)
    assert b"Oak Street" not in bytes(medium.content)


def test_an_mp4_keeps_its_length_so_that_nothing_in_it_moves(worker):
    sent = mp4()
    kept = bytes(keep_medium(sent, media_type="audio/mp4", by=worker).content)
    assert len(kept) == len(sent)
    assert kept[:16] == sent[:16]
    assert kept[-13:] == sent[-13:]


@pytest.mark.parametrize(
    ("content", "media_type", "says"),
    [
        (b"", "image/png", "The file is empty."),
        (b"", "audio/ogg", "The file is empty."),
        (b"<svg/>", "image/svg+xml", "That is not a picture we can use"),
        (b"GIF89a" + bytes(40), "image/gif", "That is not a picture we can use"),
        (drawing()[:60], "image/png", "That is not a picture we can use"),
        (ogg(), "image/png", "That is not a picture we can use"),
        (bytes(12 * 1024 * 1024 + 1), "image/png", "larger than 12 MB"),
        (b"<html>", "audio/ogg", "That is not a recording we can use"),
        (drawing(), "audio/ogg", "That is not a recording we can use"),
        (b"ID3\x04\x00\x00\x00\x00\x00\x04name", "audio/mpeg", "not a recording"),
        (b"OggS" + bytes(3 * 1024 * 1024), "audio/ogg", "longer than 3 MB"),
        (webm(b"V_VP9"), "audio/webm", "That is a film"),
        (box(b"ftyp", b"mp42") + b"vide", "audio/mp4", "That is a film"),
    ],
)
def test_anything_else_is_refused_with_a_sentence(worker, content, media_type, says):
    with pytest.raises(MediumRefused) as refusal:
        keep_medium(content, media_type=media_type, by=worker)
    assert says in str(refusal.value.sentence)
    assert not Medium.objects.exists()
    assert not Entry.objects.filter(verb="surveys.keep_medium").exists()


def test_a_picture_too_large_is_refused_from_its_header_alone(worker, monkeypatch):
    sent = BytesIO()
    Image.new("1", (5001, 4000)).save(sent, format="PNG")
    monkeypatch.setattr(
        "surveys.logic.media.plain_pixels", lambda *_, **__: pytest.fail("drawn")
    )
    with pytest.raises(MediumRefused) as refusal:
        keep_medium(sent.getvalue(), media_type="image/png", by=worker)
    assert "20 million dots" in str(refusal.value.sentence)


def test_a_picture_that_would_fill_the_memory_is_refused_kindly(worker):
    sent = BytesIO()
    Image.new("1", (14000, 14000)).save(sent, format="PNG")
    with pytest.raises(MediumRefused):
        keep_medium(sent.getvalue(), media_type="image/png", by=worker)
