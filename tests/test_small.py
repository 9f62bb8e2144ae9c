"""Pages are sent small, and their length says nothing of what is in them."""

import gzip

import brotli
import pytest
from django.http import HttpResponse, StreamingHttpResponse
from django.test import RequestFactory

from voice.small import CHANCE, WORTH_IT, in_brotli, sent_small

WORDS = b"<p>We read every word.</p>" * 40


def answered(reads, page=None):
    """Return the page as a browser that reads these encodings is sent it."""
    asked = RequestFactory().get("/", headers={"accept-encoding": reads})
    return sent_small(lambda _request: page or HttpResponse(WORDS))(asked)


def test_whoever_reads_brotli_is_sent_it():
    page = answered("gzip, deflate, br, zstd")
    assert page.headers["Content-Encoding"] == "br"
    assert brotli.decompress(page.content) == WORDS
    assert page.headers["Content-Length"] == str(len(page.content))
    assert page.headers["Vary"] == "Accept-Encoding"


@pytest.mark.parametrize(
    "reads", ["gzip", "gzip, br;q=0", "br; q=0.0, gzip", "gzip,bread"]
)
def test_whoever_does_not_is_sent_gzip(reads):
    page = answered(reads)
    assert page.headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(page.content) == WORDS


def test_whoever_reads_neither_is_sent_it_plain():
    page = answered("identity")
    assert not page.has_header("Content-Encoding")
    assert page.content == WORDS
    assert page.headers["Vary"] == "Accept-Encoding"


def test_what_is_short_or_packed_already_stays_as_it_is():
    assert answered("br", HttpResponse(WORDS[: WORTH_IT - 1])).content in WORDS
    packed = HttpResponse(WORDS, headers={"Content-Encoding": "zstd"})
    assert answered("br", packed).content == WORDS


def test_what_is_streamed_goes_to_gzip():
    page = answered("br, gzip", StreamingHttpResponse([WORDS]))
    assert page.headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(b"".join(page.streaming_content)) == WORDS


@pytest.mark.parametrize("more", range(CHANCE))
def test_any_number_of_chance_bytes_is_stepped_over(more, monkeypatch):
    monkeypatch.setattr("voice.small.secrets.randbelow", lambda _ceiling: more)
    assert brotli.decompress(in_brotli(WORDS)) == WORDS


def test_length_of_the_same_page_differs_by_chance():
    lengths = {len(in_brotli(WORDS)) for _ in range(400)}
    assert len(lengths) > CHANCE / 2
    assert max(lengths) - min(lengths) < CHANCE
