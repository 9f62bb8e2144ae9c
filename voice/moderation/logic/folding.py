"""A copy of a text made for matching, that remembers where each letter stood; pure.

Hidden characters, look-alikes and capitals are folded away, because a word
with a zero-width space in it is still the word (SECURITY.md, R21). The text itself
is never changed.
"""

import unicodedata
from dataclasses import dataclass

# Zero-width and direction marks; what a reader cannot see.
HIDDEN = frozenset(
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b\u200c\u200d\u200e\u200f"
    "\u202a\u202b\u202c\u202d\u202e\u2060\u2061\u2062\u2063\u2064\u2066\u2067\u2068"
    "\u2069\u206a\u206b\u206c\u206d\u206e\u206f\u3164\ufeff\uffa0"
)
# Cyrillic, Greek and Latin letters drawn like plain Latin ones (after Unicode TS 39),
# and the Arabic forms of Urdu letters.
LOOK_ALIKES = dict(
    zip(
        "абвгԁеѕіјкӏмнорсԛтуԝхүզαβγεζηικμνορτυχωıɑɡℓøł",
        "abbrdesijklmhopcqtywxyqabyeznikmvoptuxwiaglol",
        strict=True,
    )
) | {"ي": "ی", "ى": "ی", "ك": "ک", "ه": "ہ", "ۀ": "ہ", "ة": "ہ"}


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded copy; `places[i]` is where letter i of `text` stood in the original."""

    text: str
    places: tuple[int, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return where letters `start` to `end` of the copy stood in the original."""
        return self.places[start], self.places[end - 1] + 1


def hidden_characters(text: str) -> int:
    """Return how many characters of `text` nobody can see."""
    return sum(character in HIDDEN for character in text)


def folded(text: str) -> Folded:
    """Return `text` in small plain letters and digits, hidden characters gone."""
    letters: list[str] = []
    places: list[int] = []
    for place, character in enumerate(text):
        for letter in _fold(character):
            letters.append(letter)
            places.append(place)
    return Folded("".join(letters), tuple(places))


def squeezed(copy: Folded) -> Folded:
    """Return the copy with repeated letters once and everything else as one space."""
    letters: list[str] = []
    places: list[int] = []
    for letter, place in zip(copy.text, copy.places, strict=True):
        if letter in "'’‘`´":
            continue
        plain = letter if letter.isalnum() else " "
        if letters and letters[-1] == plain and not plain.isdigit():
            continue
        letters.append(plain)
        places.append(place)
    return Folded("".join(letters), tuple(places))


def _fold(character: str) -> str:
    """Return what one character is folded to; nothing when it is hidden or a mark."""
    if character in HIDDEN:
        return ""
    if unicodedata.category(character) == "Nd":
        return str(unicodedata.digit(character))
    plain = unicodedata.normalize("NFKD", character).casefold()
    return "".join(
        LOOK_ALIKES.get(letter, letter)
        for letter in unicodedata.normalize("NFKD", plain)
        if not unicodedata.combining(letter) and letter not in HIDDEN
    )
