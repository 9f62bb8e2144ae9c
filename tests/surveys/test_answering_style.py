import gzip

import pytest
from django.template import Context, Template

from surveys import answering_style as module
from surveys.answering_style import OF_KIND, answering_style
from surveys.enums import QuestionKind


def forget():
    module._composed.cache_clear()


@pytest.fixture(autouse=True)
def _read_afresh():
    """Read the sheets again for each test."""
    forget()
    yield
    forget()


@pytest.mark.parametrize("kind", QuestionKind.values)
def test_style_is_light_enough_for_a_first_page(kind):
    style = answering_style(kind, "picture")
    assert len(gzip.compress(style.encode())) < 6_500


def test_style_holds_every_part_without_comments():
    style = answering_style("faces", "scale")
    assert "/*" not in style
    assert ".face-card" in style
    assert ".number-card" in style
    assert "@media screen and (prefers-color-scheme:dark){@layer tokens{" in style


def test_a_page_carries_the_style_of_its_own_kind_alone():
    assert ".drawing-paper" in answering_style("drawing")
    assert ".drawing-paper" not in answering_style("single")


def test_style_knows_every_kind_of_step():
    assert set(OF_KIND) == set(QuestionKind)


def test_style_asks_no_other_file():
    style = answering_style(*OF_KIND)
    assert "@import" not in style
    assert "url(" not in style


def test_style_has_as_many_closing_braces_as_opening():
    style = answering_style(*OF_KIND)
    assert style.count("{") == style.count("}")


def test_style_reaches_the_page_as_it_is():
    page = Template("{{ style }}").render(Context({"style": answering_style()}))
    assert page == str(answering_style())


def test_sheet_that_could_close_the_style_element_is_refused(monkeypatch):
    monkeypatch.setattr(module, "_read", lambda part: "a{content:'</style>'}")
    with pytest.raises(ValueError, match="closing tag"):
        answering_style()


def test_missing_sheet_is_named(monkeypatch):
    monkeypatch.setattr(module, "FIRST", ("nowhere.css",))
    with pytest.raises(FileNotFoundError, match=r"nowhere\.css"):
        answering_style()
