"""Puts kept comments and their tags in the shape that pages show."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from voice.moderation.models import Reading
from voice.moderation.queries.kept import Translated, kept_texts, kept_translations
from voice.themes.models import Tag


@dataclass(frozen=True, slots=True)
class ShownTag:
    """A tag, and the words of its passage; empty when it is of the whole comment."""

    tag: Tag
    passage: str


@dataclass(frozen=True, slots=True)
class ShownComment:
    """A kept comment: its reading, its kept text, its tags, its approved translation.

    Tags are of the kept text: the translation is there to be read.
    """

    reading: Reading
    text: str
    tags: list[ShownTag]
    translated: Translated | None = None


class Word(NamedTuple):
    """A word of a kept text, and where it stands in it."""

    start: int
    end: int
    text: str


def words_in(text: str) -> list[Word]:
    """Return the words of a text, so that a passage can be chosen by its ends."""
    return [Word(*found.span(), found[0]) for found in re.finditer(r"\S+", text)]


def shown_comments(
    readings: Iterable[Reading], *, tags: str = ""
) -> list[ShownComment]:
    """Return the readings as pages show them; `tags` names the prefetched attribute."""
    rows = list(readings)
    texts, translations = kept_texts(rows), kept_translations(rows)
    return [
        ShownComment(
            reading,
            texts[reading.pk],
            [
                ShownTag(tag, _passage(tag, texts[reading.pk]))
                for tag in (
                    getattr(reading.comment, tags)
                    if tags
                    else reading.comment.tags.all()
                )
            ],
            translations.get(reading.pk),
        )
        for reading in rows
    ]


def _passage(tag: Tag, text: str) -> str:
    """Return the words a tag is about; empty for the whole comment."""
    return "" if tag.end == Tag.WHOLE else text[tag.start : tag.end]
