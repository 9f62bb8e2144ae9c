"""What young editors are shown: passages of words, told apart by a fingerprint; pure."""

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import asdict, dataclass
from hashlib import sha256
from json import dumps
from typing import Any

from surveys.logic.differences import Piece, differences

# In quotation marks of any language of the house; a word or two is a name of something.
QUOTED = re.compile(r"“([^”]+)”|«([^»]+)»|\"([^\"]+)\"|„([^”“]+)[”“]")
FEWEST_WORDS = 4


@dataclass(frozen=True, slots=True)
class Passage:
    """Some words under a heading, in one language, for one age band or every one.

    `key` names it among the passages of the same thing. `fixed` is what a yes is to,
    where that is more than the text; `is_quote` says that a young person's words stand
    there as they were released.
    """

    key: str
    heading: str
    text: str
    language: str
    age_band: str = ""
    is_quote: bool = False
    fixed: str = ""

    @property
    def stands_for(self) -> str:
        """Return what a yes is to."""
        return self.fixed or self.text


@dataclass(frozen=True, slots=True)
class Changed:
    """One passage that is not what they were shown; `pieces` in order of reading."""

    heading: str
    language: str
    pieces: list[Piece]


def fingerprint_of(passages: Iterable[Passage]) -> str:
    """Return the hash (SHA-256) of all the words that a yes is to, as hexadecimal."""
    said = [[one.key, one.stands_for] for one in passages]
    return sha256(dumps(said, ensure_ascii=False).encode()).hexdigest()


def shown_to(
    passages: Iterable[Passage],
    *,
    languages: Collection[str],
    age_bands: Collection[str],
) -> list[Passage]:
    """Return those in these languages and age bands; no bands are every band."""
    return [
        one
        for one in passages
        if one.language in languages
        and (not one.age_band or not age_bands or one.age_band in age_bands)
    ]


def packed(passages: Iterable[Passage]) -> list[dict[str, Any]]:
    """Return passages as a column keeps them."""
    return [asdict(one) for one in passages]


def unpacked(rows: Iterable[Mapping[str, Any]]) -> list[Passage]:
    """Return the passages of a column."""
    return [Passage(**row) for row in rows]


def what_changed(then: Iterable[Passage], now: Iterable[Passage]) -> list[Changed]:
    """Return what differs between what was shown and what stands now."""
    before, after = ({one.key: one for one in some} for some in (then, now))
    found = []
    for key in dict.fromkeys([*before, *after]):
        was, stands = before.get(key), after.get(key)
        one = stands or was
        if one is None or (was and stands and was.stands_for == stands.stands_for):
            continue
        pieces = differences(was.text if was else "", stands.text if stands else "")
        found.append(Changed(one.heading, one.language, pieces))
    return found


def not_passed(passages: Iterable[Passage], *, passed: Collection[str]) -> list[str]:
    """Return what stands in quotation marks and was not passed by the second signer.

    A child's words reach young editors only as a release has them. Four words or more
    are taken for a quote: fewer are a name, or what a button says.
    """
    known = [_plain(text) for text in passed]
    return [
        quoted
        for one in passages
        if not one.is_quote
        for quoted in _quoted(one.text)
        if len(quoted.split()) >= FEWEST_WORDS
        and not any(_plain(quoted) in text for text in known)
    ]


def _quoted(text: str) -> list[str]:
    """Return what stands in quotation marks."""
    return [next(filter(None, found)) for found in QUOTED.findall(text)]


def _plain(text: str) -> str:
    """Return the words of `text` alone, small, so that commas and spaces do not tell."""
    return " ".join(re.findall(r"\w+", text.casefold()))
