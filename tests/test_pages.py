"""The page reader refuses what it says it refuses."""

import pytest

from tests.pages import BadPage, read_page

GOOD = (
    "<!doctype html><html lang='en'><head><title>Here - Voice</title></head>"
    "<body><h1>Here</h1>{}</body></html>"
)


def test_well_made_page_is_read():
    assert read_page(GOOD.format("<p>Hello  you</p>")).heading == "Here"


@pytest.mark.parametrize(
    "body",
    [
        "<h1>Again</h1>",
        "<p id='a'></p><p id='a'></p>",
        "<input name='name'>",
        "<label for='gone'>Name</label>",
        "<script>alert(1)</script>",
        "<style>p{}</style>",
        "<p style='color:red'></p>",
        "<p onclick='x()'></p>",
        "<p><div></p></div>",
    ],
)
def test_badly_made_page_is_refused(body):
    with pytest.raises(BadPage):
        read_page(GOOD.format(body))


def test_title_must_agree_with_heading():
    with pytest.raises(BadPage):
        read_page(GOOD.format("").replace("<h1>Here", "<h1>There"))
