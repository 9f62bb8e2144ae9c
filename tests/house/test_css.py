import re
from pathlib import Path

import pytest
from django.conf import settings

CSS = Path(settings.HOUSE) / "static" / "css"
SHEETS = sorted(CSS.rglob("*.css"))
TOKENS = {"tokens.css", "tokens_calm.css", "tokens_dark.css"}
SIDES = "(?:top|right|bottom|left)"
PHYSICAL = re.compile(
    rf"(?:^|[;{{\s])(?:(?:margin|padding|inset|border|scroll-margin|scroll-padding)-{SIDES}"
    rf"|{SIDES}|(?:min-|max-)?(?:width|height)"
    r"|border-(?:top|bottom)-(?:left|right)-radius)\s*:"
    rf"|(?:text-align|float|clear|caption-side)\s*:\s*{SIDES}\b"
)
# Four values of which the second and fourth differ: right and left by another name.
FOUR = re.compile(
    r"(?:margin|padding|inset|border-width)\s*:"
    r"\s*[^\s;]+ ([^\s;]+) [^\s;]+ (?!\1\s*;)[^\s;]+\s*;"
)
COLOUR = re.compile(
    r"#[0-9a-fA-F]{3,8}\b|\b(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch|color|color-mix)\("
    r"|:[^;{}]*(?<![-\w])(?:white|black|red|green|blue|yellow|gray|grey|orange)(?![-\w])"
)


def rules(sheet):
    """Return the sheet without its comments and without what media queries ask."""
    css = re.sub(r"/\*.*?\*/", "", sheet.read_text(encoding="utf-8"), flags=re.DOTALL)
    return re.sub(r"@(?:media|import)[^{;]*", "", css)


def flat(css):
    """Return `css` with what is in round brackets taken out."""
    while "(" in css:
        css, before = re.sub(r"\([^()]*\)", "", css), css
        if css == before:
            break
    return css


def named(sheet):
    return sheet.relative_to(CSS).as_posix()


@pytest.mark.parametrize("sheet", SHEETS, ids=named)
def test_sheet_knows_no_left_or_right(sheet):
    assert [found.group().strip() for found in PHYSICAL.finditer(rules(sheet))] == []
    assert [found.group() for found in FOUR.finditer(flat(rules(sheet)))] == []


@pytest.mark.parametrize("sheet", SHEETS, ids=named)
def test_every_colour_outside_the_tokens_is_a_token(sheet):
    found = [] if sheet.name in TOKENS else COLOUR.findall(rules(sheet))
    assert found == []


def is_admin(sheet):
    """Say whether a sheet is for Wagtail's own pages."""
    return named(sheet).startswith("admin")


@pytest.mark.parametrize("sheet", SHEETS, ids=named)
def test_every_token_that_is_used_is_given(sheet):
    given = set(
        re.findall(
            r"(--[\w-]+)\s*:", "".join(rules(CSS / name) for name in sorted(TOKENS))
        )
    )
    own = set(re.findall(r"(--[\w-]+)\s*:", rules(sheet)))
    used = set(re.findall(r"var\((--[\w-]+)", rules(sheet)))
    # Inside Wagtail's admin there are Wagtail's own, which all begin so.
    theirs = {name for name in used if is_admin(sheet) and name.startswith("--w-")}
    assert used - given - own - theirs == set()


@pytest.mark.parametrize(
    "bad",
    [
        "p { margin-left: 1px; }",
        "p{left:0}",
        "p { text-align: right; }",
        "p { float: left; }",
        "p { width: 3px; }",
        "p { border-top-left-radius: 1px; }",
    ],
)
def test_the_check_refuses_what_it_should(bad):
    assert PHYSICAL.search(bad)


def test_the_check_refuses_four_values_that_hide_a_side():
    assert FOUR.search("p { padding: 1px 2px 1px 3px; }")
    assert not FOUR.search("p { padding: 1px 2px 3px 2px; }")


def test_the_check_lets_logical_properties_pass():
    good = "p { margin-inline-start: 1px; text-align: start; inline-size: 2px; }"
    assert not PHYSICAL.search(good)


@pytest.mark.parametrize(
    "bad", ["p { color: #fff; }", "p { color: rgb(0 0 0); }", "p { color: red; }"]
)
def test_the_check_refuses_a_colour_that_is_no_token(bad):
    assert COLOUR.search(bad)


def test_house_sheet_brings_every_component():
    house = (CSS / "house.css").read_text(encoding="utf-8")
    brought = set(re.findall(r'url\("components/([\w]+\.css)"\)', house))
    assert brought == {sheet.name for sheet in (CSS / "components").glob("*.css")}


def test_dark_tokens_are_light_tokens_too():
    def names(sheet):
        return set(re.findall(r"(--[\w-]+)\s*:", rules(CSS / sheet)))

    assert names("tokens_dark.css") - names("tokens.css") == set()
    assert names("tokens_calm.css") - names("tokens.css") == set()
