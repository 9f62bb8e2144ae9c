"""The languages of the interface: English, and every one with a catalogue.

A catalogue is `<folder>/<code>/LC_MESSAGES/django.po` with its compiled `.mo`. It
says of itself, in the header of the file, what people here need to know:

    X-Own-Name       what the language calls itself, in its own script
    X-English-Name   what English calls it
    X-Direction      ltr or rtl
    X-Covers         everything, or young people (the staff's pages stay in English)

Where a line is missing, Django's own knowledge of the language is taken.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from gettext import GNUTranslations
from pathlib import Path
from typing import Any

from django.conf.locale import LANG_INFO
from django.utils.translation import to_language

EVERYTHING = "everything"


@dataclass(frozen=True, order=True)
class Catalogue:
    """One language: its code, its names, its direction, whom it is for."""

    code: str
    own_name: str
    english_name: str
    is_right_to_left: bool = False
    covers_staff: bool = False


ENGLISH = Catalogue("en", "English", "English", covers_staff=True)


def found_in(folder: Path) -> list[Catalogue]:
    """Return English, then each language with a compiled catalogue, by its code."""
    compiled = sorted(folder.glob("*/LC_MESSAGES/django.mo"))
    return [ENGLISH, *sorted(_read(path) for path in compiled)]


def _read(path: Path) -> Catalogue:
    """Return what the header of one compiled catalogue says."""
    code = to_language(path.parts[-3])
    known = LANG_INFO.get(code, {})
    with path.open("rb") as file:
        told = GNUTranslations(file).info()
    direction = told.get("x-direction") or ("rtl" if known.get("bidi") else "ltr")
    return Catalogue(
        code,
        own_name=told.get("x-own-name") or str(known.get("name_local", code)),
        english_name=told.get("x-english-name") or str(known.get("name", code)),
        is_right_to_left=direction == "rtl",
        covers_staff=told.get("x-covers") == EVERYTHING,
    )


def tell_django(catalogues: Iterable[Catalogue]) -> None:
    """Give Django's table of languages the names and directions told here.

    Without an entry `get_language_info` fails for the languages Django lacks.
    """
    table: dict[str, dict[str, Any]] = LANG_INFO
    for one in catalogues:
        table[one.code] = {
            "code": one.code,
            "name": one.english_name,
            "name_local": one.own_name,
            "bidi": one.is_right_to_left,
        }
