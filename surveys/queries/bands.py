"""Reads which age bands young people were asked in."""

from surveys.models import Edition


def bands_asked() -> set[str]:
    """Return the key of every age band that any edition asks; one query."""
    listed = Edition.objects.values_list("definition__age_bands", flat=True)
    return {key for keys in listed for key in keys or ()}
