"""The page checker finds each fault it is there to find."""

import pytest

from tests.pagecheck.checks import MOST_BYTES, judged, titles_told_twice

PICTURE = {
    "source": "http://x/a.png",
    "alt": "A door",
    "sized": True,
    "lazy": True,
    "own": 200,
    "vector": False,
    "width": 100,
    "top": 2000,
}
TARGET = {"words": "Go", "inText": False, "width": 44, "height": 44}
SOUND = {
    "title": "A page",
    "description": "About it.",
    "language": "en",
    "direction": "ltr",
    "canonical": "http://x/en/",
    "headings": [{"level": 1, "words": "A page"}, {"level": 2, "words": "Part"}],
    "images": [PICTURE],
    "targets": [TARGET],
    "anchors": [],
    "tooWide": 0,
    "screen": 740,
    "bytes": MOST_BYTES,
    "sent": {},
    "elsewhere": [],
    "failed": [],
    "axe": [],
}


def test_a_sound_page_has_nothing_wrong():
    assert judged(SOUND) == []


@pytest.mark.parametrize(
    ("fault", "said"),
    [
        ({"title": " "}, "no title"),
        ({"description": ""}, "no description"),
        ({"language": ""}, "no language"),
        ({"language": "ur"}, "runs ltr in ur"),
        ({"headings": []}, "0 h1"),
        ({"headings": [SOUND["headings"][0]] * 2}, "2 h1"),
        ({"headings": [{"level": 1, "words": "A"}, {"level": 3, "words": "B"}]}, "h3"),
        ({"images": [PICTURE | {"alt": None}]}, "without alternative text"),
        ({"images": [PICTURE | {"sized": False}]}, "width and height"),
        ({"images": [PICTURE | {"own": 300}]}, "300 pixels across"),
        ({"images": [PICTURE | {"lazy": False}]}, "is not lazy"),
        ({"targets": [TARGET | {"height": 30}]}, "44 by 30 to tap"),
        ({"tooWide": 2}, "2 pixels wider"),
        ({"anchors": ["#nowhere"]}, "finds nothing"),
        ({"bytes": MOST_BYTES + 1}, "over the wire"),
        ({"elsewhere": ["http://y/"]}, "asks http://y/"),
        ({"failed": [("http://x/a.css", 404)]}, "404 for http://x/a.css"),
        ({"axe": ["axe color-contrast: <p>"]}, "color-contrast"),
    ],
)
def test_a_fault_is_told(fault, said):
    told = judged(SOUND | fault)
    assert len(told) == 1
    assert said in told[0]


@pytest.mark.parametrize(
    "fair",
    [
        {"images": [PICTURE | {"lazy": False, "top": 100}]},
        {"images": [PICTURE | {"own": 300, "vector": True}]},
        {"targets": [TARGET | {"height": 20, "inText": True}]},
        {"language": "ur", "direction": "rtl"},
    ],
)
def test_what_is_fair_is_let_pass(fair):
    assert judged(SOUND | fair) == []


def test_a_title_on_two_pages_is_told_and_on_two_addresses_of_one_is_not():
    other = SOUND | {"canonical": "http://x/en/b/"}
    assert titles_told_twice({"/en/": SOUND, "/en/?a": SOUND}) == []
    assert len(titles_told_twice({"/en/": SOUND, "/en/b/": other})) == 1
