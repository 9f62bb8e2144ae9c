"""What screening still finds in words that are about to travel; a person says yes to it."""

from django.utils.translation import gettext_lazy

from voice.moderation.domain.errors import CannotDecide
from voice.moderation.logic.others import Piece


class Tells(CannotDecide):
    """Screening found something; `found` holds the pieces, for the page alone."""

    def __init__(self, found: list[Piece]) -> None:
        """Remember what was found; no word of it is in the message."""
        self.found = found
        super().__init__(len(found))


class TellsOfOthers(Tells):
    """There is more in the thanks than the name of whom they thank."""

    sentence = gettext_lazy(
        "Screening found more in these words than the name of the person thanked. "
        "Look at each piece, and say that they may have it."
    )


class TranslationTells(Tells):
    """There is something in a translation that could say who somebody is."""

    sentence = gettext_lazy(
        "Screening found something in the translation that could say who somebody is. "
        "Look at each piece, and say that it may be shown."
    )
