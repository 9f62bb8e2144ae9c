"""What a release lets a reply speak from."""

import logging
from dataclasses import dataclass
from typing import Any

from voice.releases.models import Quote, Release
from voice.releases.queries.releases import ReleaseAltered, quotes_of, verified

QUOTES_ON_A_PAGE = 3
log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Evidence:
    """A release's protected tables and its quotes."""

    tables: dict[str, Any]
    quotes: list[Quote]

    def few_quotes(self, language: str) -> list[Quote]:
        """Return a few quotes, those in `language` first."""
        first = sorted(self.quotes, key=lambda quote: quote.language != language)
        return first[:QUOTES_ON_A_PAGE]


def evidence_for(release: Release) -> Evidence | None:
    """Return what may be shown of a release.

    None when it was recalled, or is not what was signed.
    """
    if release.is_recalled:
        return None
    try:
        verified(release)
    except ReleaseAltered:
        log.error(
            "Release %s is not what was signed; nothing of it is shown.", release.pk
        )
        return None
    return Evidence(tables=release.tables, quotes=quotes_of(release))
