"""Reads the council's age bands, and says what they have in common."""

from collections.abc import Iterable

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from voice.audit.place import current_request
from voice.council.logic.bands import shared_ages
from voice.council.models import AgeBand
from voice.kept_queries import KeptQuery

YOUNG, PRIMARY, GROWN = 7, 11, 99
# Bands of surveys that ask adults: no ages, and never a row that people edit.
ADULTS = {
    "families": gettext_lazy("parents and carers"),
    "staff": gettext_lazy("staff and partners"),
}
REMEMBERED = "_voice_age_bands"
_EVERY = KeptQuery(lambda: AgeBand.objects.all())


def every_band() -> list[AgeBand]:
    """Return every age band, youngest first; read at most once a page."""
    request = current_request()
    if request is None:
        return _EVERY.rows()
    if not hasattr(request, REMEMBERED):
        setattr(request, REMEMBERED, _EVERY.rows())
    found: list[AgeBand] = getattr(request, REMEMBERED)
    return found


def forget_bands() -> None:
    """Have the bands read again by the page being answered, after one has changed."""
    request = current_request()
    if request is not None and hasattr(request, REMEMBERED):
        delattr(request, REMEMBERED)


def bands_called(
    keys: Iterable[str], among: Iterable[AgeBand] | None = None
) -> dict[str, str]:
    """Return what young people read for each key, youngest first.

    `among` saves a look where the bands have been read. A key without a row is said as it is, “4–7”; so is one kept from another house.
    """
    wanted = list(keys)
    known = {band.key: _ages(band) for band in _of(wanted, among)}
    return known | {key: _plainly(key) for key in wanted if key not in known}


def band_called(key: str) -> str:
    """Return the ages of one band, as people read them."""
    return bands_called([key])[key]


def reads_as(key: str, among: Iterable[AgeBand] | None = None) -> str:
    """Return how large the pages of a band are: "young", "primary" or "grown".

    By the oldest age of the band; one nobody has a row of reads as grown people do.
    `among` are the bands, where they have been read.
    """
    oldest = next((band.oldest for band in _of([key], among)), GROWN)
    if oldest <= YOUNG:
        return "young"
    return "primary" if oldest <= PRIMARY else "grown"


def band_choices(also: Iterable[str] = ()) -> list[tuple[str, str]]:
    """Return key and name, for staff, of each band offered, and of those in `also`."""
    kept = set(also)
    young = [
        (band.key, str(band))
        for band in every_band()
        if band.is_offered or band.key in kept
    ]
    return young + [(key, str(name)) for key, name in ADULTS.items() if key in kept]


def offered_choices() -> list[tuple[str, str]]:
    """Return key and name, for staff, of each band offered to a new survey."""
    return band_choices()


def overlap_sentence(
    keys: Iterable[str], among: Iterable[AgeBand] | None = None
) -> str:
    """Return who fits two of the bands `keys`, in a sentence; nothing when nobody."""
    bands = _of(list(keys), among)
    ages = shared_ages((band.youngest, band.oldest) for band in bands)
    if not ages:
        return ""
    return _("If you are %(ages)s, two of these fit you. Choose the one you like.") % {
        "ages": _(" or ").join(str(age) for age in ages)
    }


def _of(keys: list[str], among: Iterable[AgeBand] | None) -> list[AgeBand]:
    """Return the bands of `keys` out of `among`; out of all when it is None."""
    bands = every_band() if among is None else among
    return [band for band in bands if band.key in keys]


def _ages(band: AgeBand) -> str:
    """Return the ages of a band in the language of now, as AgeBand.ages says them."""
    return _("%(youngest)s to %(oldest)s") % {
        "youngest": band.youngest,
        "oldest": band.oldest,
    }


def _plainly(key: str) -> str:
    """Return a key nobody has a row of, as ages are printed; adults by who they are."""
    if key in ADULTS:
        return str(ADULTS[key])
    return key.replace("-", "–")
