"""The four questions a consultation answers before it opens; pure.

Space, voice, audience, influence: Lundy, L. (2007) "'Voice' is not enough",
British Educational Research Journal 33(6).
"""

from collections.abc import Collection
from enum import StrEnum


class FourQuestion(StrEnum):
    """What young people may want to know before they say anything."""

    SPACE = "space"
    VOICE = "voice"
    AUDIENCE = "audience"
    INFLUENCE = "influence"


PARTS = {
    FourQuestion.SPACE: ("how_safe", "left_out"),
    FourQuestion.VOICE: ("how_to_say",),
    FourQuestion.AUDIENCE: ("who_listens", "decision_maker", "who_reads"),
    FourQuestion.INFLUENCE: ("can_change", "cannot_change"),
}
EVERY_PART = tuple(part for parts in PARTS.values() for part in parts)


def unanswered(words: object) -> list[str]:
    """Return the parts of the four questions that `words` leave empty, in order."""
    return [part for part in EVERY_PART if not getattr(words, part).strip()]


def emptied(before: object, after: object) -> list[str]:
    """Return the parts that were answered `before` and are not `after`."""
    were_empty: Collection[str] = unanswered(before)
    return [part for part in unanswered(after) if part not in were_empty]
