"""What has changed between two texts, word by word; pure."""

import re
from difflib import SequenceMatcher
from typing import NamedTuple

_PIECES = re.compile(r"\s+|[^\W_]+(?:['’][^\W_]+)*|.", re.DOTALL)


class Piece(NamedTuple):
    """Some words that stayed ("same"), went ("gone") or came ("new")."""

    kind: str
    words: str


def differences(then: str, now: str) -> list[Piece]:
    """Return `then` and `now` as one text: what stayed, what went, what came.

    All pieces but the new ones give `then`; all but those gone give `now`.
    """
    before, after = _PIECES.findall(then), _PIECES.findall(now)
    found: list[Piece] = []
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for kind, first, last, start, end in matcher.get_opcodes():
        if kind == "equal":
            found.append(Piece("same", "".join(before[first:last])))
            continue
        if first < last:
            found.append(Piece("gone", "".join(before[first:last])))
        if start < end:
            found.append(Piece("new", "".join(after[start:end])))
    return found
