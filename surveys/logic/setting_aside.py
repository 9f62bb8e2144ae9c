"""Which responses a rule against hoaxes and duplicates means; pure.

A rule looks at how responses came and repeat each other, never at what they think:
no rule can be made that sets an opinion aside.
"""

import json
import re
import unicodedata
from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

# “No” and “I don't know” are said by many and mean what they say.
SHORTEST_WORDS = 20
# Fewer answers than this cannot all be alike by anything but chance.
LEAST_ALIKE = 3
Answers = Mapping[str, Mapping[str, Any]]


@dataclass(frozen=True, slots=True)
class Came:
    """One finished response, as a rule sees it; `places` is the option chosen, by number."""

    id: UUID
    invitation: int
    week: str
    quick_seconds: int | None
    answers: Answers
    places: Sequence[int]
    words: Sequence[str]


def folded(words: str) -> str:
    """Return words without what pasting or typing them again may change."""
    plain = unicodedata.normalize("NFKC", words).casefold()
    return re.sub(r"[\W_]+", " ", plain).strip()


def same_words(came: Iterable[Came], *, least: int) -> set[UUID]:
    """Return those whose words came at least `least` times by the same way in."""
    by_words: dict[Hashable, set[UUID]] = defaultdict(set)
    for one in came:
        for words in one.words:
            key = folded(words)
            if len(key) >= SHORTEST_WORDS:
                by_words[one.invitation, key].add(one.id)
    return {pk for ids in by_words.values() if len(ids) >= least for pk in ids}


def too_quick(came: Iterable[Came], *, seconds: int) -> set[UUID]:
    """Return those finished in under `seconds` with the same choice all through."""
    return {
        one.id
        for one in came
        if one.quick_seconds is not None
        and one.quick_seconds < seconds
        and len(one.places) >= LEAST_ALIKE
        and len(set(one.places)) == 1
    }


def burst(came: Iterable[Came], *, least: int) -> set[UUID]:
    """Return those of at least `least` with all the same answers, one way in, one week.

    Responses with fewer than three chosen answers are never meant.
    """
    alike: dict[Hashable, set[UUID]] = defaultdict(set)
    for one in came:
        if len(one.places) >= LEAST_ALIKE:
            said = json.dumps(one.answers, sort_keys=True)
            alike[one.invitation, one.week, said].add(one.id)
    return {pk for ids in alike.values() if len(ids) >= least for pk in ids}


def places_chosen(answers: Answers, options: Mapping[str, Sequence[str]]) -> list[int]:
    """Return which option was chosen at each question with one choice, by its number.

    `options` maps the keys of such questions to their options; a scale has none and
    its number stands for itself.
    """
    places = []
    for key, names in options.items():
        value = answers.get(key, {}).get("value")
        if isinstance(value, int):
            places.append(value)
        elif isinstance(value, str) and value in names:
            places.append(list(names).index(value))
    return places
