"""Reads who a young person of some age can turn to now."""

from collections.abc import Iterable
from dataclasses import dataclass

from voice.council.models import AgeBand, HelpLine
from voice.council.queries.bands import every_band

# Childline listens until the nineteenth birthday (childline.org.uk).
CHILDLINE_UNTIL = 18


@dataclass(frozen=True, slots=True)
class HelpLines:
    """The council's lines that fit an age, and whether Childline is theirs.

    Where neither is certain, Childline is shown with whom it is for, and beside it who
    listens to anybody.
    """

    council: list[HelpLine]
    is_young: bool = False
    """Everybody of that age may ring Childline."""
    is_grown: bool = False
    """Nobody of that age may."""


def help_lines(age_band: str = "", among: Iterable[AgeBand] | None = None) -> HelpLines:
    """Return who listens to young people of `age_band`, or of any age.

    `among` are the bands, where they have been read.
    """
    every = list(HelpLine.objects.all())
    bands = (every_band() if among is None else among) if age_band else ()
    band = next((one for one in bands if one.key == age_band), None)
    if band is None:
        return HelpLines(every)
    return HelpLines(
        [
            line
            for line in every
            if line.youngest <= band.oldest and line.oldest >= band.youngest
        ],
        is_young=band.oldest <= CHILDLINE_UNTIL,
        is_grown=band.youngest > CHILDLINE_UNTIL,
    )
