"""Readable keys of questions and options: proposed, unique, locked once published."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum

from surveys.logic.drafts import Draft

LONGEST = 40
GOOD_KEY = re.compile(r"[a-z0-9][a-z0-9_-]{0,39}")


class Trouble(Enum):
    """What can be wrong with a key."""

    BAD = "bad"
    TWICE = "twice"
    CHANGED = "changed"
    OTHER_KIND = "other_kind"


@dataclass(frozen=True)
class KeyTrouble:
    """One wrong key, and the words of the question or option that carries it."""

    trouble: Trouble
    key: str
    words: str
    published: str = ""


def propose_key(text: str, *, taken: Iterable[str], otherwise: str) -> str:
    """Return a key made from `text`: at most 40 characters, none of `taken`.

    `otherwise` is used when nothing of `text` can be written in a key.
    """
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    key = re.sub(r"[^a-z0-9]+", "_", re.sub(r"['’]", "", plain.lower())).strip("_")
    key = _shortened(key or otherwise, LONGEST)
    used = set(taken)
    number, proposed = 1, key
    while proposed in used:
        number += 1
        ending = f"_{number}"
        proposed = _shortened(key, LONGEST - len(ending)) + ending
    return proposed


def _shortened(key: str, longest: int) -> str:
    """Return `key` cut to `longest` characters, between words where it can be."""
    if len(key) <= longest:
        return key
    cut = key[: longest + 1].rpartition("_")[0]
    return cut or key[:longest]


def key_troubles(
    draft: Draft,
    *,
    locked: Mapping[str, str],
    kinds: Mapping[str, str],
) -> list[KeyTrouble]:
    """Return everything wrong with the draft's keys.

    `locked` has the published key of each editor's block id, `kinds` the published
    kind of each question key.
    """
    carried = [(q.key, q.prompt, q.block_id) for q in draft.questions]
    troubles = _troubles(carried, locked)
    for question in draft.questions:
        troubles += _troubles(
            [(o.key, o.text, o.block_id) for o in question.options], locked
        )
        if kinds.get(question.key, question.kind) != question.kind:
            troubles.append(
                KeyTrouble(Trouble.OTHER_KIND, question.key, question.prompt)
            )
    return troubles


def _troubles(
    carried: list[tuple[str, str, str]], locked: Mapping[str, str]
) -> list[KeyTrouble]:
    """Return what is wrong within one set of keys: (key, words, block id)."""
    troubles, seen = [], set()
    for key, words, block_id in carried:
        published = locked.get(block_id, key)
        if not GOOD_KEY.fullmatch(key):
            troubles.append(KeyTrouble(Trouble.BAD, key, words))
        elif published != key:
            troubles.append(KeyTrouble(Trouble.CHANGED, key, words, published))
        elif key in seen:
            troubles.append(KeyTrouble(Trouble.TWICE, key, words))
        seen.add(key)
    return troubles
