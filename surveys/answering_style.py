"""The one style block of answering pages, composed once from the house's own files."""

import re
from functools import cache
from pathlib import Path

from django.contrib.staticfiles import finders

PARTS = (
    "tokens.css",
    "reset.css",
    "base.css",
    "layouts/answering.css",
    "components/button.css",
    "components/choice_card.css",
    "components/drawing.css",
    "components/error_summary.css",
    "components/face_scale.css",
    "components/help_lines.css",
    "components/languages.css",
    "components/notice.css",
    "components/number_scale.css",
    "components/progress.css",
    "components/steps.css",
    "components/field.css",
    "components/corner.css",
    "utilities.css",
)
DARK = "tokens_dark.css"
WHEN_DARK = "@media screen and (prefers-color-scheme:dark)"
ORDER = "@layer tokens,reset,base,layout,components,utilities;"


class Style(str):
    """Text of our own stylesheets: nobody typed it, so a template need not escape it."""

    __slots__ = ()

    def __html__(self) -> str:
        """Return itself, as Django asks of text that is ready for a page."""
        return self


@cache
def answering_style() -> Style:
    """Return the style of answering pages, without comments or spare space.

    Raises FileNotFoundError when a part is missing and ValueError when one could
    close the style element early.
    """
    light, *rest = (_smaller(_read(part)) for part in PARTS)
    dark = f"{WHEN_DARK}{{{_smaller(_read(DARK))}}}"
    text = "".join((ORDER, light, dark, *rest))
    if "</" in text:
        raise ValueError("A stylesheet may not hold a closing tag.")
    return Style(text)


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
