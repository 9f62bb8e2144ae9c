"""Reads a worker's commentary as a careful colleague would; pure.

Source of the rules: issue 8. No number that the releases it stands on did not let
out, in digits or in words; nobody is ever “all” or “none”; no group so small that it
points at somebody; no name.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from voice.briefings.logic.numbers import worded_numbers
from voice.moderation.logic.folding import folded
from voice.moderation.logic.names import names
from voice.replies.logic.linting import DATE, HELP_NUMBER, NUMBER, as_released

SHARE_AFTER = re.compile(r"\s*(?:%|٪|per ?cent\b|فیصد)", re.IGNORECASE)
FEWER_BEFORE = re.compile(r"\b(?:fewer|less) than\s+$", re.IGNORECASE)
FEWER_AFTER = re.compile(r"\s+سے کم")
# What a release says in words; let through where the release says it.
TOLD_WORDS = {
    "nearly all": re.compile(r"\bnearly all\b|تقریباً سب", re.IGNORECASE),
    "about half": re.compile(r"\babout half\b|تقریباً (?:آدھے|آدھا|نصف)", re.IGNORECASE),
}
EVERYBODY = re.compile(
    r"(?<!\bat )\ball\b|\b(?:every|each)\s+(?:single\s+)?(?:child|young person|one of|boy|girl)\b"
    r"|\bevery(?:one|body)\b|\b(?:no ?one|nobody|none)\b|\bnot (?:one|a single)\b"
    r"|\bno (?:child|children|young (?:person|people)|boys?|girls?)\b"
    r"|\bunanimous(?:ly)?\b|\bwithout exception\b"
    r"|(?<!\w)(?:سب(?!\s+سے)|سبھی|تمام|سارے|کوئی (?:بچہ )?(?:بھی )?نہیں|کسی (?:بچے )?نے (?:بھی )?نہیں"
    r"|ہر (?:بچہ|بچے|بچی|ایک|نوجوان))(?!\w)",
    re.IGNORECASE,
)
SO_FEW = re.compile(
    r"\b(?:only|just) (?:a |the )?(?:one|two|three|single|couple)\b"
    r"|\b(?:one|a single|a lone|the only|a certain|a particular) (?:young person|child|boy|girl|lad|teenager|individual)\b"
    r"|\bone (?:of them|\d+[- ]year[- ]old)\b"
    r"|(?<!\w)(?:صرف (?:ایک|دو|تین)|ایک ہی|ایک (?:بچہ|بچے|بچی|نوجوان|لڑکا|لڑکے|لڑکی))(?!\w)",
    re.IGNORECASE,
)


class Fault(StrEnum):
    """What is wrong with a passage."""

    NOT_RELEASED = "not_released"
    EVERYBODY_OR_NOBODY = "everybody_or_nobody"
    SO_FEW = "so_few"
    NAME_LIKE = "name_like"


# A person looks at these and says that they are no names; the rest must be mended.
LOOKED_AT = frozenset({Fault.NAME_LIKE})


@dataclass(frozen=True, slots=True)
class Finding:
    """A passage that cannot be said (or must be looked at), and why."""

    fault: Fault
    passage: str
    start: int


@dataclass(frozen=True, slots=True)
class Known:
    """What the words may say: numbers let out, shares told in words, words of titles.

    `numbers` are as voice.replies.logic.released gives them; `told` holds “nearly all”
    and “about half” where a release says so; `words` are capitalised words of titles,
    folded, that are nobody's name.
    """

    numbers: frozenset[str] = frozenset()
    told: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()


def lint(words: str, *, known: Known) -> list[Finding]:
    """Return what in `words` cannot be said or must be looked at, as it is read."""
    plain = _masked(words, known)
    found = [
        *_digits(plain, known),
        *_worded(plain, known),
        *_matches(EVERYBODY, plain, Fault.EVERYBODY_OR_NOBODY),
        *_matches(SO_FEW, plain, Fault.SO_FEW),
        *_names(words, known),
    ]
    once = {(one.fault, one.start, one.passage): one for one in found}
    return sorted(once.values(), key=lambda one: (one.start, one.fault, one.passage))


def faults_in(findings: Iterable[Finding]) -> list[Finding]:
    """Return what must be mended."""
    return [one for one in findings if one.fault not in LOOKED_AT]


def _masked(words: str, known: Known) -> str:
    """Return the words with what may be said blanked: dates, help numbers, shares told."""
    let_through = [DATE, HELP_NUMBER]
    let_through += [TOLD_WORDS[said] for said in known.told if said in TOLD_WORDS]
    for pattern in let_through:
        words = pattern.sub(lambda match: " " * len(match.group()), words)
    return words


def _digits(words: str, known: Known) -> Iterator[Finding]:
    """Yield numbers in digits that were not let out."""
    for match in NUMBER.finditer(words):
        if as_released(match) not in known.numbers:
            yield Finding(Fault.NOT_RELEASED, match.group().strip(), match.start())


def _worded(words: str, known: Known) -> Iterator[Finding]:
    """Yield numbers in words that were not let out."""
    for one in worded_numbers(words):
        told = None if one.value is None else _as_released(words, one.start, one.end)
        written = told.format(one.value) if told else ""
        if written not in known.numbers:
            passage = words[one.start : one.end]
            yield Finding(Fault.NOT_RELEASED, passage, one.start)


def _as_released(words: str, start: int, end: int) -> str:
    """Return how a release writes a number that stands there: “{}%”, “<{}” or “{}”."""
    if SHARE_AFTER.match(words, end):
        return "{}%"
    before = FEWER_BEFORE.search(words[:start])
    return "<{}" if before or FEWER_AFTER.match(words, end) else "{}"


def _matches(pattern: re.Pattern[str], words: str, fault: Fault) -> Iterator[Finding]:
    """Yield each passage that a pattern finds."""
    for match in pattern.finditer(words):
        yield Finding(fault, match.group(), match.start())


def _names(words: str, known: Known) -> Iterator[Finding]:
    """Yield what looks like the name of a person."""
    copy = folded(words)
    for name in names(copy, words):
        said = copy.text[name.start : name.end]
        if not set(re.split(r"[\s'’-]+", said)) <= known.words | {"s"}:
            start = copy.places[name.start]
            end = copy.places[name.end - 1] + 1
            yield Finding(Fault.NAME_LIKE, words[start:end], start)


def words_of_titles(titles: Iterable[str]) -> frozenset[str]:
    """Return the words of titles, folded, as Known.words wants them."""
    return frozenset(
        word
        for title in titles
        for word in re.split(r"[\s'’-]+", folded(title).text)
        for word in re.findall(r"[^\W\d_]+", word)
    )
