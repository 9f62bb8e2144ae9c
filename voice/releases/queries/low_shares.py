"""How a low share of a group is said before anything is released."""

from voice.releases.logic.protected import Code, protect_share
from voice.releases.logic.rule import SMALLEST_GROUP
from voice.releases.presentation import words_for

LOW = frozenset({Code.FEW, Code.SOME})


def low_share_in_words(part: int, of: int) -> str | None:
    """Return “a few” or “some”; None for a group too small, or a share that is not low.

    Words alone, by the rule of words-only releases: one young person more or less never
    decides which, and nobody and a few are the same.
    """
    if of < SMALLEST_GROUP:
        return None
    told = protect_share(part, of)
    return words_for(told.figure()) if told.code in LOW else None
