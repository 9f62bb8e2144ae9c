"""What languages and age bands are called."""

from django.conf import settings
from django.utils.translation import get_language_info
from django.utils.translation import gettext as _

from voice.council.queries.bands import band_called


def language_name(code: str) -> str:
    """Return a language's name in the interface's language; its code when unknown."""
    try:
        return get_language_info(code)["name_translated"]
    except KeyError:
        return code


def own_name(code: str) -> str:
    """Return what a language calls itself; its code when unknown."""
    return dict(settings.LANGUAGES).get(code, code)


def band_name(age_band: str) -> str:
    """Return what an age band is called; an empty one is every age."""
    return band_called(age_band) if age_band else _("every age")
