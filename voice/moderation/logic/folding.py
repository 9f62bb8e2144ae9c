"""A copy of a text made for matching, that remembers where each letter stood; pure.

Hidden characters, look-alikes and capitals are folded away, because a word
with a zero-width space in it is still the word (SECURITY.md, R21). The text itself
is never changed.
"""

import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from voice.moderation.logic.confusables import LOOK_ALIKES

# Blank letters of Hangul and Khmer; every other hidden character is of category Cf.
BLANKS = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0")
# Choose how the character before them is drawn; every phone puts them after emoji,
# so they are folded away and not counted as hidden.
VARIATIONS = frozenset([*map(chr, range(0xFE00, 0xFE10)), "\u180b", "\u180c", "\u180d"])
TATWEEL = "\u0640"


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded copy; `places[i]` is where letter i of `text` stood in the original."""

    text: str
    places: tuple[int, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return where letters `start` to `end` of the copy stood in the original."""
        return self.places[start], self.places[end - 1] + 1


def is_hidden(character: str) -> bool:
    """Say whether nobody can see this character (zero width, or direction alone)."""
    return character in BLANKS or unicodedata.category(character) == "Cf"


def hidden_characters(text: str) -> int:
    """Return how many characters of `text` nobody can see."""
    return sum(map(is_hidden, text))


def is_letter(character: str) -> bool:
    """Say whether this is a letter, a digit, or a sign that belongs to a letter."""
    return character.isalnum() or unicodedata.category(character)[0] == "M"


def folded(text: str) -> Folded:
    """Return `text` in small plain letters and digits, hidden characters gone."""
    letters: list[str] = []
    places: list[int] = []
    for place, character in enumerate(text):
        for letter in _fold(character):
            letters.append(letter)
            places.append(place)
    return Folded("".join(letters), tuple(places))


@lru_cache(maxsize=4096)
def _fold(character: str) -> str:
    """Return what one character is folded to; nothing when it is hidden or a mark."""
    if is_hidden(character) or character in VARIATIONS or character == TATWEEL:
        return ""
    if unicodedata.category(character) == "Nd":
        return str(unicodedata.digit(character))
    plain = unicodedata.normalize("NFKD", character).casefold()
    return "".join(
        LOOK_ALIKES.get(letter, letter)
        for letter in unicodedata.normalize("NFKD", plain)
        if not (unicodedata.combining(letter) or is_hidden(letter))
    )
