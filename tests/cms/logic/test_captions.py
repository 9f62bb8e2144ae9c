import pytest

from cms.logic.captions import is_captions

GOOD = "WEBVTT\n\n00:01.000 --> 00:02.500\nHello"


@pytest.mark.parametrize(
    "text",
    [
        GOOD,
        "\ufeff" + GOOD,
        GOOD.replace("\n", "\r\n"),
        "WEBVTT - our film\n\n1\n01:00:01.000 --> 01:00:02.000 align:start\nHello",
    ],
)
def test_captions_a_browser_shows_are_captions(text):
    assert is_captions(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "WEBVTT",
        "WEBVTTX\n\n00:01.000 --> 00:02.000\nHello",
        "1\n00:00:01,000 --> 00:00:02,000\nHello",
        "WEBVTT\n\n00:02.000 --> 00:01.000\nHello",
        "WEBVTT\n\n00:61.000 --> 00:62.000\nHello",
        "WEBVTT\n\nSTYLE\n::cue { color: red }\n\n00:01.000 --> 00:02.000\nHello",
    ],
)
def test_other_text_is_not(text):
    assert not is_captions(text)
