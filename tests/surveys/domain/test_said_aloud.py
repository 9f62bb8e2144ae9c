from io import BytesIO

import pytest
from PIL import Image

from surveys.domain.answering import AnswerRefused, save_answer
from surveys.enums import AnswerState, CommentKind
from surveys.models import Comment, Recording, Response
from tests.factories.accounts import UserFactory
from tests.factories.every_kind import every_kind_definition
from tests.factories.media import mp3, mp4, ogg, sideways_photo, webm
from tests.factories.surveys import EditionFactory, ResponseFactory, drawing

pytestmark = [pytest.mark.django_db, pytest.mark.on_both]


@pytest.fixture
def response():
    """Return a response to a survey that asks for a voice and a drawing."""
    by = UserFactory(worker=True)
    definition = every_kind_definition(by, "aloud", "drawn")
    return ResponseFactory(edition=EditionFactory(definition=definition))


def said(response, key="aloud", **what):
    """Save one page of this question."""
    what.setdefault("value", "")
    save_answer(response, key=key, **what)


def test_a_voice_is_sealed_in_the_comment_and_nowhere_else(response):
    said(response, recording=ogg(b"plantedxyzzy"), may_quote=True)
    comment, recording = Comment.objects.get(), Recording.objects.get()
    assert (comment.kind, comment.read(), comment.may_quote) == ("voice", "", True)
    assert (recording.read(), recording.media_type) == (
        ogg(b"plantedxyzzy"),
        "audio/ogg",
    )
    assert b"plantedxyzzy" not in bytes(recording.sealed_content)
    assert Response.objects.get().answers == {"aloud": {"state": "answered"}}
    assert comment.reading.state == "waiting"


@pytest.mark.parametrize(
    ("sent", "media_type"), [(webm(), "audio/webm"), (mp4(), "audio/mp4")]
)
def test_what_a_sound_is_is_told_by_its_first_bytes(response, sent, media_type):
    said(response, recording=sent)
    assert Recording.objects.get().media_type == media_type


def test_a_sound_loses_the_street_it_was_named_after(response):
    assert b"Oak Street" in mp4()
    said(response, recording=mp4())
    assert b"Oak Street" not in Recording.objects.get().read()


def test_a_drawing_is_kept_as_png_and_a_photograph_of_one_upright_as_webp(response):
    said(response, key="drawn", recording=drawing())
    assert Recording.objects.get().media_type == "image/png"
    said(response, key="drawn", recording=sideways_photo())
    recording = Recording.objects.get()
    assert recording.media_type == "image/webp"
    with Image.open(BytesIO(recording.read())) as kept:
        assert (kept.format, kept.size, dict(kept.getexif())) == (
            "WEBP",
            (200, 300),
            {},
        )


def test_the_same_sent_twice_is_read_once(response):
    said(response, recording=ogg())
    before = Comment.objects.get().reading.version
    said(response, recording=ogg())
    assert Comment.objects.get().reading.version == before
    assert Recording.objects.count() == 1


def test_a_new_recording_takes_the_place_of_the_old_and_is_read_anew(response):
    said(response, recording=ogg(b"one"))
    before = Comment.objects.get().reading.version
    said(response, recording=ogg(b"two"))
    assert Recording.objects.get().read() == ogg(b"two")
    assert Comment.objects.get().reading.version == before + 1


def test_words_take_the_place_of_a_recording_and_a_recording_that_of_words(response):
    said(response, recording=ogg())
    said(response, value="in words")
    comment = Comment.objects.get()
    assert (comment.kind, comment.read()) == (CommentKind.TEXT, "in words")
    assert not Recording.objects.exists()
    said(response, recording=ogg())
    comment = Comment.objects.get()
    assert (comment.kind, comment.read()) == (CommentKind.VOICE, "")
    assert Recording.objects.get().read() == ogg()


def test_an_empty_page_lets_what_was_recorded_stay(response):
    said(response, recording=ogg())
    said(response, may_quote=True)
    comment = Comment.objects.get()
    assert (comment.may_quote, comment.taken_back) == (True, False)
    assert Recording.objects.get().read() == ogg()
    assert response.answers["aloud"] == {"state": "answered"}


def test_an_empty_page_with_nothing_before_is_refused(response):
    with pytest.raises(AnswerRefused):
        said(response)
    assert Response.objects.get().answers == {}


@pytest.mark.parametrize(
    ("state", "kept"),
    [(AnswerState.ANSWERED, "skipped"), (AnswerState.NOT_SAID, "not_said")],
)
def test_what_is_taken_back_is_still_there_for_safety(response, state, kept):
    said(response, recording=ogg(), may_quote=True)
    said(response, value=None, state=state)
    comment = Comment.objects.get()
    assert (comment.taken_back, comment.may_quote) == (True, False)
    assert Recording.objects.get().read() == ogg()
    assert response.answers["aloud"] == {"state": kept}


def test_what_was_taken_back_can_be_said_again(response):
    said(response, recording=ogg())
    said(response, value=None)
    said(response, recording=ogg())
    assert Comment.objects.get().taken_back is False


@pytest.mark.parametrize(
    ("key", "sent", "sentence"),
    [
        ("aloud", b"<html>", "That is not something we can keep."),
        ("aloud", b"", "That is not something we can keep."),
        ("aloud", mp3(), "That is not something we can keep."),
        ("aloud", drawing(), "That is not something we can keep."),
        ("aloud", ogg(bytes(3 * 1024 * 1024)), "That is too long to keep."),
        ("drawn", b"<svg/>", "That is not something we can keep."),
        ("drawn", ogg(), "That is not something we can keep."),
        ("drawn", drawing() + bytes(8 * 1024 * 1024), "That is too long to keep."),
    ],
    ids=range(8),
)
def test_what_cannot_be_kept_is_refused_kindly_and_changes_nothing(
    response, key, sent, sentence
):
    with pytest.raises(AnswerRefused) as refused:
        said(response, key=key, recording=sent)
    assert refused.value.sentence.startswith(sentence)
    assert not Comment.objects.exists()
    assert Response.objects.get().answers == {}


def test_no_recording_is_taken_where_none_is_asked_for(response):
    link = every_kind_definition(UserFactory(worker=True), "know_worker")
    other = ResponseFactory(edition=EditionFactory(definition=link))
    save_answer(other, key="know_worker", value="yes", recording=ogg())
    assert not Recording.objects.exists()
