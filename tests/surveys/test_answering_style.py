import gzip
import re

import pytest
from django.template import Context, Template

from surveys import answering_style as module
from surveys.answering_style import (
    ASIDE,
    ASKED_FOR,
    OF_KIND,
    PLAIN,
    answering_style,
    part_of_style,
)
from surveys.enums import QuestionKind


def forget():
    for kept in (module._composed, module._read, module.part_of_style):
        kept.cache_clear()


@pytest.fixture(autouse=True)
def _read_afresh():
    """Read the sheets again for each test."""
    forget()
    yield
    forget()


@pytest.mark.parametrize("kind", QuestionKind.values)
def test_style_is_light_enough_for_a_first_page(kind):
    style = answering_style(kind, "picture")
    assert len(gzip.compress(style.encode())) < 5_600


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
    monkeypatch.setattr(module, "_text", lambda part: "a{content:'</style>'}")
    with pytest.raises(ValueError, match="closing tag"):
        answering_style()


def test_missing_sheet_is_named(monkeypatch):
    monkeypatch.setattr(module, "FIRST", ("nowhere.css",))
    with pytest.raises(FileNotFoundError, match=r"nowhere\.css"):
        answering_style()


def test_a_question_has_no_rule_of_other_rooms_colours_or_letters():
    style = answering_style("single", colour="plum", language="en")
    assert '[data-colour="plum"]' in style
    for other in ("desk", "board", "public-main", '"moss"', "lang(", "--moss"):
        assert other not in style
    assert ":lang(ur)" in answering_style("single", colour="plum", language="ur")


def test_a_page_beside_the_questions_has_every_colour_and_letter():
    style = answering_style("start", colour="plum", language="en")
    assert '[data-colour="moss"]' in style
    assert ":lang(ur)" in style
    assert PLAIN in style.names
    assert PLAIN in answering_style("single", PLAIN).names


def declared(css):
    return set(re.findall(r"(--[\w-]+):", css))


def looked_up(css):
    """Return the tokens looked up without a word for when there is none."""
    return set(re.findall(r"var\((--[\w-]+)\)", css))


@pytest.mark.parametrize("kind", QuestionKind.values)
def test_a_question_has_every_token_that_it_looks_up(kind):
    style = answering_style(kind, colour="rust", language="en")
    assert looked_up(style) <= declared(style)
    fetched = module._text(module.FETCHED)
    assert looked_up(fetched) <= declared(style)


@pytest.mark.parametrize(
    "name", sorted({*sum([*OF_KIND.values(), *ASKED_FOR.values()], ())})
)
def test_a_part_brings_every_token_that_the_leanest_page_has_not(name):
    page = answering_style("single", colour="teal", language="en")
    part = part_of_style(name)
    assert part
    assert looked_up(part) <= declared(page) | declared(part)


def test_the_preview_has_whatever_a_question_may_have():
    style = answering_style(*OF_KIND, *ASIDE)
    for one in (".choice-picture", ".other-words", ".instead", ".error-summary"):
        assert one in style


def test_everything_bold_is_of_one_weight_so_that_one_face_is_looked_for():
    style = answering_style(*OF_KIND, *ASKED_FOR, *ASIDE)
    weights = set(re.findall(r"font-weight:([^;}]+)", style))
    assert weights == {"400", "700"}
    assert "font-weight:800" not in part_of_style("order")
