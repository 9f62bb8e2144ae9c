import pytest
from wagtail.test.utils.form_data import rich_text

from tests.factories.cms import document, page_with, send_page

pytestmark = pytest.mark.django_db
VIDEO = {
    "title": "Who reads it",
    "film": "",
    "still": "",
    "captions": "",
    "captions_in": "",
    "transcript": "",
}

FILES = {"still": None, "captions": None}


def video(**more):
    return ("video", VIDEO | FILES | {"film": document("film.webm").pk} | more)


def test_nothing_of_a_film_is_fetched_before_it_is_played(client):
    page = page_with(video(captions=document("film.vtt").pk))
    parsed = client.get(page.url).parsed
    [shown] = parsed.all("video")
    assert shown.get("preload") == "none"
    assert shown.get("controls") is not None
    assert shown.get("autoplay") is None
    [track] = parsed.all("track")
    assert (track.get("kind"), track.get("srclang")) == ("captions", "en")
    assert track.get("label") == "English"
    assert "1 byte" in parsed.text().replace("\xa0", " ")


def test_captions_say_their_own_language(client):
    page = page_with(video(captions=document("film.vtt").pk, captions_in="ur"))
    [track] = client.get(page.url).parsed.all("track")
    assert track.get("srclang") == "ur"


def test_the_words_said_in_it_can_be_read_and_are_cleaned(client):
    page = page_with(video(transcript="<p onclick=x>Hello</p>"))
    parsed = client.get(page.url).parsed
    assert "Read what is said Hello" in parsed.text()
    assert "onclick" not in parsed.source


@pytest.mark.parametrize(
    ("film", "captions", "transcript", "status"),
    [
        ("film.webm", "film.vtt", "", 302),
        ("film.mp4", "", "<p>Hello</p>", 302),
        ("film.webm", "", "", 200),
        ("poster.pdf", "film.vtt", "", 200),
        ("film.webm", "film.mp4", "", 200),
    ],
)
def test_a_film_needs_words_for_those_who_cannot_hear_it(
    editor, film, captions, transcript, status
):
    sent = VIDEO | {
        "film": str(document(film).pk),
        "captions": str(document(captions).pk) if captions else "",
        "transcript": rich_text(transcript),
    }
    page = page_with(("text", "<p>x</p>"))
    assert send_page(editor, page, ("video", sent)).status_code == status
