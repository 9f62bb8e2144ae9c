import gzip

import pytest
from django.template import Context, Template

from surveys import answering_style as module
from surveys.answering_style import answering_style


@pytest.fixture(autouse=True)
def _read_afresh():
    """Read the sheets again for each test."""
    answering_style.cache_clear()
    yield
    answering_style.cache_clear()


def test_style_is_light_enough_for_a_first_page():
    assert len(gzip.compress(answering_style().encode())) < 6_500


def test_style_holds_every_part_without_comments():
    style = answering_style()
    assert "/*" not in style
    assert ".face-card" in style
    assert ".number-card" in style
    assert "@media screen and (prefers-color-scheme:dark){@layer tokens{" in style


def test_style_asks_no_other_file():
    assert "@import" not in answering_style()
    assert "url(" not in answering_style()


def test_style_has_as_many_closing_braces_as_opening():
    assert answering_style().count("{") == answering_style().count("}")


def test_style_reaches_the_page_as_it_is():
    page = Template("{{ style }}").render(Context({"style": answering_style()}))
    assert page == str(answering_style())


def test_sheet_that_could_close_the_style_element_is_refused(monkeypatch):
    monkeypatch.setattr(module, "_read", lambda part: "a{content:'</style>'}")
    with pytest.raises(ValueError, match="closing tag"):
        answering_style()


def test_missing_sheet_is_named(monkeypatch):
    monkeypatch.setattr(module, "PARTS", ("nowhere.css",))
    with pytest.raises(FileNotFoundError, match=r"nowhere\.css"):
        answering_style()
