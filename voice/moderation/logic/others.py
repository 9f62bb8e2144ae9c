"""What thanks tell besides the name of whom they thank; pure."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from voice.moderation.logic.folding import folded
from voice.moderation.logic.matching import matches, tree, words_of
from voice.moderation.logic.named import TITLES, name_words
from voice.moderation.logic.redaction import REPLACEMENT
from voice.moderation.logic.screening import Hint

NAMES = frozenset({"name", "worker"})


class Piece(NamedTuple):
    """A piece of a text that could say who somebody is; `kind` is a HintKind's value."""

    kind: str
    words: str


def besides(words: str, hints: Sequence[Hint], *, name: str) -> list[Piece]:
    """Return what `hints` show in `words`, each once, but for the name thanked.

    What a reader put in for something, “[school]”, is no finding.
    """
    own = {*name_words(name), *TITLES}
    put_in = [match.span() for match in REPLACEMENT.finditer(words)]
    found: dict[Piece, None] = {}
    for hint in hints:
        start, end = hint["start"], hint["end"]
        is_ours = any(first <= start and end <= last for first, last in put_in)
        piece = Piece(hint["kind"], words[start:end])
        if not is_ours and not (hint["kind"] in NAMES and _is_of(piece.words, own)):
            found[piece] = None
    return list(found)


def still_told(words: str, gone: Sequence[str]) -> list[Piece]:
    """Return which of the passages `gone` from the original still stand in `words`.

    Whole, or in a word of theirs that begins with a capital; disguised or not.
    """
    pieces = dict.fromkeys(
        piece
        for passage in gone
        for piece in (passage.strip(), *passage.split())
        if piece == passage.strip() or piece[:1].isupper()
    )
    keys = {str(place): piece for place, piece in enumerate(pieces)}
    phrases = [(words_of(piece), place) for place, piece in keys.items()]
    found = matches(tree(phrases), folded(words)) if phrases else []
    hit = {keys[match.source] for match in found}
    return [Piece("name", piece) for piece in pieces if piece in hit]


def _is_of(said: str, own: set[str]) -> bool:
    """Say whether a name that was found is nothing but words of `own`: “Jade’s”."""
    words = {re.sub(r"['’]?s?$", "", word) for word in _words(said)} - own
    return not words - {re.sub(r"s$", "", word) for word in own}


def _words(said: str) -> list[str]:
    """Return the words of a name, folded."""
    return re.findall(r"[^\W\d_]+(?:['’-][^\W\d_]+)*['’]?", folded(said).text)
