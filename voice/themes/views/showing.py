"""Puts kept comments and their tags in the shape that pages show."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple
from uuid import UUID

from django.db.models import Model

from voice.accounts.models import User
from voice.moderation.models import Reading
from voice.moderation.queries.kept import Translated, kept_texts, kept_translations
from voice.themes.domain.reads import read_comments
from voice.themes.enums import Likeliness
from voice.themes.models import BasketQuote, Suggestion, Tag
from voice.themes.queries.memos import OpenedMemo, memos_of


@dataclass(frozen=True, slots=True)
class ShownTag:
    """A tag, and the words of its passage; empty when it is of the whole comment."""

    tag: Tag
    passage: str


@dataclass(frozen=True, slots=True)
class ShownMark:
    """A mark for the basket, and the words of its passage; empty for the whole."""

    quote: BasketQuote
    passage: str


@dataclass(frozen=True, slots=True)
class Chip:
    """A theme the machine proposes, and the key that takes it up; empty without one."""

    suggestion: Suggestion
    key: str

    @property
    def is_sure(self) -> bool:
        """Say whether the machine calls it sure."""
        return self.suggestion.likeliness == Likeliness.SURE


@dataclass(frozen=True, slots=True)
class ShownComment:
    """A kept comment: its reading, its kept text, its tags, its approved translation.

    Tags are of the kept text: the translation is there to be read. Marks and memos are
    there where they were asked for. `chips` are what the machine proposes; `held_back`
    says that none are ever shown.
    """

    reading: Reading
    text: str
    tags: list[ShownTag]
    translated: Translated | None = None
    marks: list[ShownMark] = field(default_factory=list)
    memos: list[OpenedMemo] = field(default_factory=list)
    chips: Sequence[Chip] = ()
    held_back: bool = False


class Word(NamedTuple):
    """A word of a kept text, and where it stands in it."""

    start: int
    end: int
    text: str


def words_in(text: str) -> list[Word]:
    """Return the words of a text, so that a passage can be chosen by its ends."""
    return [Word(*found.span(), found[0]) for found in re.finditer(r"\S+", text)]


def shown_comments(
    readings: Iterable[Reading], *, on: Model, to: User, tags: str = ""
) -> list[ShownComment]:
    """Return the readings as pages show them; `tags` names the prefetched attribute.

    That they are shown, to whom and on the page of what, is written down.
    """
    rows = _read(readings, on=on, to=to)
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


def shown_without_tags(
    readings: Iterable[Reading], *, on: Model, to: User
) -> list[ShownComment]:
    """Return the readings as pages show them to somebody who is to see no tag.

    It is written down as `shown_comments` does.
    """
    rows = _read(readings, on=on, to=to)
    texts, translations = kept_texts(rows), kept_translations(rows)
    return [
        ShownComment(
            reading,
            texts[reading.pk],
            [],
            translated=translations.get(reading.pk),
        )
        for reading in rows
    ]


def with_notes(comments: Iterable[ShownComment]) -> list[ShownComment]:
    """Return the comments with what coders noted: their marks and memos."""
    rows = list(comments)
    memos = memos_of(one.reading for one in rows)
    marks: dict[UUID, list[BasketQuote]] = defaultdict(list)
    wanted = [one.reading.comment_id for one in rows]
    for quote in BasketQuote.objects.filter(comment__in=wanted).order_by("start", "id"):
        marks[quote.comment_id].append(quote)
    return [
        replace(
            one,
            memos=memos.get(one.reading.comment_id, []),
            marks=[
                ShownMark(quote, _passage(quote, one.text))
                for quote in marks[one.reading.comment_id]
            ],
        )
        for one in rows
    ]


def _read(readings: Iterable[Reading], *, on: Model, to: User) -> list[Reading]:
    """Return the readings, and write down that they were read."""
    rows = list(readings)
    read_comments((one.comment_id for one in rows), of=on, by=to)
    return rows


def _passage(tag: Tag | BasketQuote, text: str) -> str:
    """Return the words a tag or a mark is about; empty for the whole comment."""
    return "" if tag.end == Tag.WHOLE else text[tag.start : tag.end]
