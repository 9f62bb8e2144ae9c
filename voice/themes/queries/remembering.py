"""What a long list costs to find is found once a minute, not with every page."""

from collections.abc import Callable
from typing import cast

from django.core.cache import cache

REMEMBERED = 60
# Shorter ones are found anew each time: they are quick, and then never behind.
LONG = 5000


def remembered[Found](
    key: str, find: Callable[[], Found], *, length: Callable[[Found], int]
) -> Found:
    """Return what is found under this key: remembered for a minute where it is long.

    Numbers of rows and counts alone, never words; who shows a row asks again whether
    it may be shown.
    """
    known = cache.get(key)
    if known is not None:
        return cast("Found", known)
    found = find()
    if length(found) > LONG:
        cache.set(key, found, REMEMBERED)
    return found
