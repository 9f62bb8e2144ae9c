"""What a translation still tells of who somebody is."""

from contextlib import suppress

from voice.council.domain.keys import KeyDestroyed
from voice.moderation.logic.others import Piece, still_told
from voice.moderation.logic.redaction import replaced
from voice.moderation.models import Reading
from voice.moderation.queries.thanks import told_besides
from voice.moderation.queries.words import own_words


def told_in_translation(words: str, *, of: Reading) -> list[Piece]:
    """Return what screening finds in the translation of a comment that was kept.

    And what a reader replaced in the original, where it stands in `words` all the
    same. It misses things, names in another script above all.
    """
    gone: list[str] = []
    with suppress(KeyDestroyed):
        gone = replaced(own_words(of), of.kept_text())
    found = [*told_besides(words), *still_told(words, gone)]
    return list({piece.words: piece for piece in reversed(found)}.values())[::-1]
