"""Measures the colour a council brings, and says kindly when it cannot be read."""

from django.core.exceptions import ValidationError
from django.utils.formats import number_format
from django.utils.translation import gettext_lazy as _

from voice.council.logic.colours import (
    FOR_BORDERS,
    FOR_WORDS,
    PAPER,
    WHITE,
    can_be_read,
    contrast,
    is_hex,
    least_contrast,
    shades_of,
)


def can_be_seen(colour: str) -> None:
    """Raise ValidationError with what was measured when words in `colour` are too pale."""
    if not is_hex(colour):
        raise ValidationError(
            _("Write it as a hash and six digits or letters a to f, as in #0a6a63."),
            code="not_a_colour",
        )
    if can_be_read(colour):
        return
    is_for_borders = least_contrast(colour) >= FOR_BORDERS
    said = _ENOUGH_FOR_BORDERS if is_for_borders else _TOO_PALE
    raise ValidationError(
        said,
        code="too_pale",
        params={
            "colour": colour,
            "paper": _measured(contrast(colour, PAPER)),
            "white": _measured(contrast(colour, WHITE)),
            "words": _measured(FOR_WORDS),
            "borders": _measured(FOR_BORDERS),
            "nearest": shades_of(colour, "light").house,
        },
    )


_ENOUGH_FOR_BORDERS = _(
    "%(colour)s is a fine colour for a border, but words in it are hard to read: it "
    "measures %(paper)s to 1 on our paper and %(white)s to 1 on white. Borders need "
    "%(borders)s, words need %(words)s. The nearest shade that can be read is %(nearest)s."
)
_TOO_PALE = _(
    "%(colour)s is too pale to read: it measures %(paper)s to 1 on our paper and "
    "%(white)s to 1 on white. Words need %(words)s, and even borders need %(borders)s. "
    "The nearest shade that can be read is %(nearest)s."
)


def _measured(ratio: float) -> str:
    """Return a ratio rounded down to one digit, so that 4.49 is not said to be 4.5."""
    return str(number_format(int(ratio * 10) / 10, decimal_pos=1))
