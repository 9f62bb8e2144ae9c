"""The one style block of answering pages, composed once from the house's own files."""

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from django.contrib.staticfiles import finders

from surveys.enums import QuestionKind

FIRST = (
    "tokens.css",
    "reset.css",
    "base.css",
    "layouts/answering.css",
    "components/button.css",
    "components/choice_card.css",
    "components/drawing.css",
    "components/error_summary.css",
    "components/help_lines.css",
    "components/looks.css",
    "components/languages.css",
    "components/notice.css",
    "components/progress.css",
    "components/steps.css",
    "components/field.css",
    "components/corner.css",
)
# What a kind of question needs beside them; a page carries no more than its own.
OF_KIND = {
    QuestionKind.SINGLE: ("other_words", "pictures"),
    QuestionKind.SEVERAL: ("other_words", "pictures"),
    QuestionKind.PICTURE: ("other_words", "pictures"),
    QuestionKind.FACES: ("face_scale", "other_words"),
    QuestionKind.AGREE: ("agree_scale", "other_words"),
    QuestionKind.SCALE: ("number_scale", "other_words"),
    QuestionKind.ORDER: ("order", "other_words", "pictures"),
    QuestionKind.DATE: ("date_parts", "other_words"),
    QuestionKind.SHORT_TEXT: ("other_words",),
    QuestionKind.LONG_TEXT: ("other_words",),
    QuestionKind.VOICE: ("other_words", "voice"),
    QuestionKind.DRAWING: ("drawing_board", "other_words", "voice"),
    QuestionKind.MESSAGE: ("guide",),
    QuestionKind.BREAK: ("pictures", "rest"),
}
ASKED_FOR = {
    "picture": ("pictures",),
    "sound": ("listen",),
    "trial": ("trial",),
    "start": ("honest",),
    "code": ("code",),
    "journey": ("journey",),
    "copy": ("own_answers",),
    "typed": ("typed",),
}
LAST = "utilities.css"
DARK, CALM = "tokens_dark.css", "tokens_calm.css"
BY_DEVICE = re.compile(r":root:not\([^)]*\)")
BY_CHOICE = ':root[data-scheme="dark"]'
WHEN_DARK = "@media screen and (prefers-color-scheme:dark)"
ORDER = "@layer tokens,reset,base,layout,components,utilities;"


class Style(str):
    """Text of our own stylesheets: nobody typed it, so a template need not escape it."""

    names: tuple[str, ...] = ()
    """The parts that only some pages need, and that this one has."""

    def __html__(self) -> str:
        """Return itself, as Django asks of text that is ready for a page."""
        return self


def answering_style(*shown: str) -> Style:
    """Return the style of answering pages, without comments or spare space.

    `shown` are the kinds of question on the page (QuestionKind), and "picture",
    "trial", "start" or "typed" where there is one. Raises FileNotFoundError when a part is
    missing and ValueError when one could close the style element early.
    """
    return _composed(frozenset(shown))


@cache
def _composed(shown: frozenset[str]) -> Style:
    """Return the style of a page that shows these; each page is composed once."""
    names = names_of(shown)
    parts = (*FIRST, *(f"components/{name}.css" for name in names), LAST)
    light, *rest = (_smaller(_read(part)) for part in parts)
    dark = _smaller(_read(DARK))
    schemes = (
        f"{WHEN_DARK}{{{dark}}}",
        BY_DEVICE.sub(BY_CHOICE, dark),
        _smaller(_read(CALM)),
    )
    text = "".join((ORDER, light, *schemes, *rest))
    if "</" in text:
        raise ValueError("A stylesheet may not hold a closing tag.")
    style = Style(text)
    style.names = names
    return style


def names_of(shown: Iterable[str]) -> tuple[str, ...]:
    """Return the parts that a page which shows these needs beside the common ones."""
    names = {
        name
        for one in shown
        for name in (*OF_KIND.get(one, ()), *ASKED_FOR.get(one, ()))  # type: ignore[call-overload]
    }
    return tuple(sorted(names))


@cache
def part_of_style(name: str) -> str:
    """Return one of those parts, for a page that does not have it yet."""
    return _smaller(_read(f"components/{name}.css"))


def _read(part: str) -> str:
    """Return the text of one file of static/css."""
    found = finders.find(f"css/{part}")
    if not isinstance(found, str):
        raise FileNotFoundError(f"css/{part} is missing.")
    return Path(found).read_text(encoding="utf-8")


def _smaller(css: str) -> str:
    """Return `css` without comments, and with the space around marks taken out."""
    css = re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)
    css = re.sub(r"\s+", " ", css)
    css = re.sub(r"\s*([{};,])\s*", r"\1", css)
    return re.sub(r"(?<=[a-z]): ", ":", css).replace(";}", "}").strip()
