"""Whether a colour can be read, and the shades of it that can in each scheme.

Contrast is that of WCAG 2.2: 4.5 to 1 for words, 3 to 1 for borders and shapes.
Colours are written `#rrggbb`; a test holds these to the tokens of the style sheets.
"""

import re
from typing import NamedTuple

FOR_WORDS = 4.5
FOR_BORDERS = 3.0
HEX = re.compile(r"#[0-9a-f]{6}")
PAPER, WHITE = "#fffcf6", "#ffffff"


class Ground(NamedTuple):
    """What a scheme writes on, what it writes with, and where its colours are pulled."""

    paper: str
    raised: str
    muted: str
    towards: str
    tint: float


SCHEMES = {
    "light": Ground(PAPER, WHITE, "#4f586b", "#000000", 0.12),
    "calm": Ground("#f1eee4", "#f8f6ee", "#525a69", "#000000", 0.1),
    "dark": Ground("#12161f", "#1b2130", "#b6bcc9", "#ffffff", 0.2),
}


class Shades(NamedTuple):
    """A colour as one scheme shows it: for words and fills, and as a ground."""

    house: str
    tint: str


# The house's own, as browsers paint their frame round a page: light, then dark.
HOUSES = {
    "teal": Shades("#0a6a63", "#15302f"),
    "plum": Shades("#7a2e62", "#33202f"),
    "indigo": Shades("#2d4fb3", "#1e2743"),
    "rust": Shades("#a8401b", "#38241c"),
    "moss": Shades("#3b6b1e", "#20301a"),
}


def is_hex(colour: str) -> bool:
    """Say whether `colour` is written as we keep it: a hash and six small digits."""
    return bool(HEX.fullmatch(colour))


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours, from 1 to 21."""
    darker, lighter = sorted((_brightness(one), _brightness(other)))
    return (lighter + 0.05) / (darker + 0.05)


def least_contrast(colour: str) -> float:
    """Return the contrast of `colour` on paper or on white, whichever is less."""
    return min(contrast(colour, PAPER), contrast(colour, WHITE))


def can_be_read(colour: str) -> bool:
    """Say whether words in `colour` can be read on paper and on white, and white on it."""
    return least_contrast(colour) >= FOR_WORDS


def shades_of(colour: str, scheme: str) -> Shades:
    """Return the nearest shade of `colour` that can be read in `scheme`, and its tint."""
    ground = SCHEMES[scheme]
    house = colour
    for step in range(21):
        house = mixed(colour, ground.towards, step / 20)
        if _reads_on(house, ground.paper) and _reads_on(house, ground.raised):
            break
    share = ground.tint
    tint = mixed(ground.paper, colour, share)
    while share > 0 and not (_reads_on(house, tint) and _reads_on(ground.muted, tint)):
        share = max(0.0, share - 0.01)
        tint = mixed(ground.paper, colour, share)
    return Shades(house, tint)


def mixed(colour: str, other: str, share: float) -> str:
    """Return `colour` with `share` (0 to 1) of `other` in it."""
    pairs = zip(_parts(colour), _parts(other), strict=True)
    return "#" + "".join(
        f"{round(one + (two - one) * share):02x}" for one, two in pairs
    )


def _reads_on(colour: str, ground: str) -> bool:
    return contrast(colour, ground) >= FOR_WORDS


def _parts(colour: str) -> list[int]:
    """Return red, green and blue, 0 to 255."""
    return [int(colour[at : at + 2], 16) for at in (1, 3, 5)]


def _brightness(colour: str) -> float:
    """Return the relative luminance."""
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (whole / 255 for whole in _parts(colour))
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
