"""What was chosen on the way in, as signs in an address that tell a reader nothing.

A query string would say how old somebody is, or which language they read, to whoever
looks at this phone's history. These signs are a keyed hash: the way in and its edition
are needed to know what they stand for.
"""

from base64 import b32encode
from itertools import product

from django.urls import reverse
from django.utils.crypto import salted_hmac

from surveys.logic.definition import ANY_BAND, Definition
from surveys.models import Invitation

SALT = "surveys.chosen"
BYTES = 8


def signs_of(invitation: Invitation, *, language: str, age_band: str = ANY_BAND) -> str:
    """Return what stands in the address for a language, and an age band once chosen."""
    return _signs(invitation.token, language, age_band)


def start_in(token: str, language: str) -> str:
    """Return the address that starts at an open link in the language being read.

    Where the survey is not asked in it, that address leads on to the link's own.
    """
    signs = _signs(token, language, ANY_BAND)
    return reverse("surveys:start_chosen", args=[token, signs])


def _signs(token: str, language: str, age_band: str) -> str:
    keyed = salted_hmac(SALT, f"{token}/{language}/{age_band}", algorithm="sha256")
    return b32encode(keyed.digest()[:BYTES]).decode().rstrip("=").lower()


def chosen_by(
    signs: str, invitation: Invitation, definition: Definition
) -> tuple[str, str] | None:
    """Return the language and age band (or ANY_BAND) that `signs` stand for, or None."""
    bands = [ANY_BAND, *definition["age_bands"]]
    for language, age_band in product(definition["languages"], bands):
        if signs == signs_of(invitation, language=language, age_band=age_band):
            return language, age_band
    return None
