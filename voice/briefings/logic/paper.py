"""A paper as it is frozen: the one source of its page, its PDF and its DOCX; pure.

A paper is a title and a list of blocks in reading order. Words are in the paper's
language unless a block names its own. Every figure in it was protected before.
"""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from typing import Literal, NotRequired, TypedDict, cast

from voice.releases.logic.canonical import canonical

FORMAT = 1


class Told(TypedDict):
    """One protected value in the paper's language; shaped like a release's Figure."""

    code: str
    number: int | None
    words: str


class Heading(TypedDict):
    """A heading; `level` is 2 for a section, 3 and 4 within it (1 is the title)."""

    kind: Literal["heading"]
    level: int
    text: str
    language: NotRequired[str]


class Text(TypedDict):
    """A paragraph. `ours` says it is the worker's commentary, not what was released.

    `source` numbers the Source that its words were written from; `sources` are several.
    """

    kind: Literal["text"]
    text: str
    ours: NotRequired[bool]
    source: NotRequired[int]
    sources: NotRequired[list[int]]
    language: NotRequired[str]


class FigureRow(TypedDict):
    """What a row is called, a told value for each column, and whole percent for a bar.

    `share` is None when the row is told in words only (draw no bar, or a soft edge).
    """

    label: str
    told: list[Told]
    share: int | None
    note: NotRequired[str]
    language: NotRequired[str]


class Figures(TypedDict):
    """A table of protected values, drawn as bars too where rows have a share.

    `columns` names the told columns; `label` heads the column of row labels.
    `question` is what was asked, or empty; `note` is beneath it, or empty;
    `base` is how many the figures are a share of, or None; `source` numbers a Source.
    `language` is that of title and question alone: rows name their own, and all else
    is in the paper's.
    """

    kind: Literal["figures"]
    title: str
    question: str
    note: str
    label: str
    columns: list[str]
    rows: list[FigureRow]
    base: Told | None
    source: NotRequired[int]
    language: NotRequired[str]


class Quote(TypedDict):
    """A child's released words in their language, and a person's translation or ""."""

    kind: Literal["quote"]
    words: str
    language: str
    translation: str
    about: NotRequired[str]
    source: NotRequired[int]


class Reach(TypedDict):
    """How many answered of how many could have, and who is missing, in words.

    `language` is that of consultation, asked_who and missing alone.
    """

    kind: Literal["reach"]
    consultation: str
    answered: Told
    asked: Told
    share: Told
    sentence: str
    asked_who: str
    missing: str
    source: NotRequired[int]
    language: NotRequired[str]


class Item(TypedDict):
    """One item: what it is, how it stands (“Late”), and more about it, or ""."""

    text: str
    status: str
    detail: str
    language: NotRequired[str]


class Listing(TypedDict):
    """Promises, decisions, actions or measures: things with how they stand."""

    kind: Literal["list"]
    ordered: bool
    items: list[Item]


class Note(TypedDict):
    """Something to take care with; `tone` is plain or careful."""

    kind: Literal["note"]
    tone: Literal["plain", "careful"]
    text: str
    language: NotRequired[str]


class Easy(TypedDict):
    """An easy-read sentence and its picture (a name in static/img/easy, no ending).

    For the easy-read version alone; `alternative` says what the picture shows.
    """

    kind: Literal["easy"]
    picture: str
    alternative: str
    text: str
    language: NotRequired[str]


Block = Heading | Text | Figures | Quote | Reach | Listing | Note | Easy


class Source(TypedDict):
    """A release the paper stands on; blocks name it by `number`, from 1. Older say less."""

    number: int
    consultation: str
    survey: str
    release: int
    hash: str
    issued_on: str
    asked: NotRequired[list[str]]
    answered: NotRequired[str]
    missing: NotRequired[str]


class Paper(TypedDict):
    """A paper, whole. `date` is an ISO date; `hash` covers everything else.

    `outside`, never frozen: its readers have no account, so it leads into itself alone.
    """

    format: int
    title: str
    subtitle: str
    organisation: str
    date: str
    language: str
    blocks: list[Block]
    sources: list[Source]
    hash: str
    outside: NotRequired[bool]


def paper_of(
    *,
    title: str,
    subtitle: str,
    organisation: str,
    date: str,
    language: str,
    blocks: Sequence[Block],
    sources: Sequence[Source] = (),
) -> Paper:
    """Return the paper with its hash."""
    paper: Paper = {
        "format": FORMAT,
        "title": title,
        "subtitle": subtitle,
        "organisation": organisation,
        "date": date,
        "language": language,
        "blocks": list(blocks),
        "sources": list(sources),
        "hash": "",
    }
    paper["hash"] = hash_of(paper)
    return paper


def hash_of(paper: Paper) -> str:
    """Return the SHA-256 of all that the paper holds but its own hash."""
    content = {name: part for name, part in paper.items() if name != "hash"}
    return hashlib.sha256(canonical(content).encode()).hexdigest()


def is_whole(paper: Paper) -> bool:
    """Say whether the paper still is what its hash was made of."""
    return paper["hash"] == hash_of(paper)


def blocks_for(paper: Paper, *, easy: bool) -> list[Block]:
    """Return the blocks of a version: the easy-read one, or every other.

    Easy read keeps the section headings with something in easy read under them.
    """
    if not easy:
        return [block for block in paper["blocks"] if block["kind"] != "easy"]
    kept: list[Block] = []
    heading: Block | None = None
    for block in paper["blocks"]:
        if block["kind"] == "heading" and block["level"] == 2:
            heading = block
        elif block["kind"] == "easy":
            kept += [heading, block] if heading else [block]
            heading = None
    return kept


def sources_named(block: Mapping[str, object]) -> list[int]:
    """Return the numbers of the sources that a block names."""
    several = cast("list[int | None]", block.get("sources") or [block.get("source")])
    return [one for one in several if one]


def has_easy_read(paper: Paper) -> bool:
    """Say whether anything of the paper is written in easy read."""
    return any(block["kind"] == "easy" for block in paper["blocks"])


def public_blocks(paper: Paper) -> list[Block]:
    """Return the blocks that everybody may read.

    What releases told, what was written from them, our own words, and what to take
    care with. Lists (promises, decisions, actions, measures) and how actions stand are
    for the board; easy read sums up all of it, and so is the board's too. A heading stays
    where something under it does.
    """
    kept: list[Block] = []
    waiting: list[Heading] = []
    for block in paper["blocks"]:
        if block["kind"] == "heading":
            level = block["level"]
            waiting = [one for one in waiting if one["level"] < level] + [block]
        elif _is_public(block):
            kept += [*waiting, block]
            waiting = []
    return kept


def _is_public(block: Block) -> bool:
    """Say whether a block, which is no heading, may be read by everybody."""
    if block["kind"] == "text":
        return bool(block.get("ours") or block.get("source"))
    if block["kind"] == "note":
        return block["tone"] == "careful"
    return block["kind"] not in {"list", "easy"}


def told_in(paper: Paper) -> list[str]:
    """Return the words of every figure of the paper, in reading order.

    HTML, PDF and DOCX must each say exactly these.
    """
    return [told["words"] for block in paper["blocks"] for told in _told_of(block)]


def _told_of(block: Block) -> Iterator[Told]:
    """Give the told values of one block in the order they are read."""
    if block["kind"] == "figures":
        if block["base"] is not None:
            yield block["base"]
        for row in block["rows"]:
            yield from row["told"]
    elif block["kind"] == "reach":
        yield block["answered"]
        yield block["asked"]
        yield block["share"]
