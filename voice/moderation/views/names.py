"""What languages and age bands are called at the desk."""

from django.utils.translation import get_language_info

from voice.accounts.enums import ReadingLanguage
from voice.council.queries.bands import band_called


def language_name(code: str) -> str:
    """Return a language as people say it; the code when it has no known name."""
    if code in ReadingLanguage.values:
        return str(ReadingLanguage(code).label)
    try:
        return str(get_language_info(code)["name_translated"])
    except KeyError:
        return code


def age_band_name(band: str) -> str:
    """Return an age band as people say it."""
    return band_called(band) if band else ""
