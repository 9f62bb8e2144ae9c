"""How somebody wants the pages to look, as one neutral cookie says it; pure.

The cookie holds names of choices and nothing else: "big.dark.still.easy". It tells
neither survey nor answer, and nothing is kept of it on the server.
"""

from collections.abc import Iterable
from dataclasses import dataclass

COOKIE = "look"
SIZES = ("big", "bigger")
COLOURS = ("light", "calm", "dark")
STILL, EASY = "still", "easy"


@dataclass(frozen=True, slots=True)
class Look:
    """One choice of each kind; empty and False mean as the device and the page have it."""

    size: str = ""
    colours: str = ""
    is_still: bool = False
    is_easy: bool = False

    @property
    def cookie(self) -> str:
        """Return what the cookie says; empty when nothing was chosen."""
        chosen = (
            self.size,
            self.colours,
            STILL if self.is_still else "",
            EASY if self.is_easy else "",
        )
        return ".".join(name for name in chosen if name)


def look_of(names: Iterable[str]) -> Look:
    """Return the look that `names` choose; whatever is no choice is passed over."""
    chosen = set(names)
    return Look(
        size=next((one for one in SIZES if one in chosen), ""),
        colours=next((one for one in COLOURS if one in chosen), ""),
        is_still=STILL in chosen,
        is_easy=EASY in chosen,
    )
