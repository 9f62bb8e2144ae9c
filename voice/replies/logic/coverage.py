"""Who reads which wording of a reply, and who has none yet; pure."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol


class Worded(Protocol):
    """Words in one language, for the age bands they say."""

    language: str
    age_bands: list[str]


def unanswered(
    owed: Mapping[str, Sequence[str]], wordings: Iterable[Worded]
) -> dict[str, list[str]]:
    """Return the bands that no wording serves, by language; those served left out.

    `owed` are the bands that were asked in each language, youngest first.
    """
    served: dict[str, set[str]] = {}
    for said in wordings:
        served.setdefault(said.language, set()).update(said.age_bands)
    missing = {
        language: [band for band in bands if band not in served.get(language, set())]
        for language, bands in owed.items()
    }
    return {language: bands for language, bands in missing.items() if bands}


def wording_for[W: Worded](
    wordings: Iterable[W], *, language: str, band: str = ""
) -> W | None:
    """Return the words that `band` reads in `language`; None when there are none.

    Without a band that is served, the words that most bands read, the first written of
    those.
    """
    ours = [said for said in wordings if said.language == language]
    for said in ours:
        if band in said.age_bands:
            return said
    return max(ours, key=lambda said: len(said.age_bands), default=None)


def taken_by_others(
    wanted: Iterable[str], others: Iterable[Worded], *, language: str
) -> list[str]:
    """Return the bands of `wanted` that other words in `language` serve already."""
    taken = {
        band for said in others if said.language == language for band in said.age_bands
    }
    return [band for band in wanted if band in taken]
