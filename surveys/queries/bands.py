"""Reads which age bands young people were asked in."""

from functools import lru_cache

from surveys.models import Edition
from surveys.queries.steps import definition_of
from voice.council.models import AgeBand


def bands_asked() -> set[str]:
    """Return the key of every age band that any edition asks; one query."""
    listed = Edition.objects.values_list("definition__age_bands", flat=True)
    return {key for keys in listed for key in keys or ()}


def bands_of(edition: Edition) -> tuple[AgeBand, ...]:
    """Return the bands `edition` asks; read once by this process, as its definition.

    The ages of a band that an edition asks never change (voice.council.domain.bands).
    """
    return _remembered(tuple(definition_of(edition)["age_bands"]), edition.content_hash)


@lru_cache(maxsize=64)
def _remembered(keys: tuple[str, ...], content_hash: str) -> tuple[AgeBand, ...]:
    """Return the bands with `keys`, youngest first."""
    return tuple(AgeBand.objects.filter(key__in=keys))


def forget_bands_of_editions() -> None:
    """Empty the memory; for tests, whose databases are rolled back."""
    _remembered.cache_clear()
