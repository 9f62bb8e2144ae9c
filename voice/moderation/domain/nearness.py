"""Raises by nearness in meaning to the example sentences, in the worker alone."""

import logging
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from django.conf import settings

from voice.moderation.enums import ListKind, MeaningState
from voice.moderation.logic import meaning
from voice.moderation.logic.folding import folded
from voice.moderation.logic.screening import WORRY, Hint, Seen, phrases_in
from voice.moderation.queries.screening_lists import (
    ListName,
    Version,
    lines_at,
    version_now,
)

if TYPE_CHECKING:
    from numpy import ndarray

EXAMPLES = ListName(ListKind.EXAMPLES.value)
logger = logging.getLogger(__name__)


def meaning_state() -> MeaningState:
    """Say whether nearness in meaning is looked for; loads nothing."""
    if not meaning.is_installed():
        return MeaningState.NOT_INSTALLED
    on = settings.SCREENING_BY_MEANING
    return MeaningState.ON if on else MeaningState.SWITCHED_OFF


def with_nearness(words: str, seen: Seen) -> Seen:
    """Return what was seen, and what is near in meaning to an example besides.

    Whatever goes wrong with the model, what the lists saw stands.
    """
    if meaning_state() != MeaningState.ON:
        return seen
    try:
        return near_too(words, seen, version=version_now(EXAMPLES))
    except Exception as failed:  # noqa: BLE001 - the lists' part must stand
        # Its name alone: a message could hold words.
        logger.error("Nearness in meaning failed: %s.", type(failed).__name__)
        return seen


def near_too(words: str, seen: Seen, *, version: Version) -> Seen:
    """Return what was seen and the sentences near to an example of `version`.

    Raises CannotMeasure.
    """
    copy = folded(words)
    found = [
        Hint(kind=WORRY, start=start, end=end)
        for piece in meaning.near(
            copy.text, examples=_vectors(version), meaning=meaning.loaded()
        )
        for start, end in (copy.span(piece.start, piece.end),)
    ]
    if not found:
        return seen
    return Seen(
        worry=True,
        hints=sorted(
            [*seen.hints, *found],
            key=lambda hint: (hint["start"], hint["end"], hint["kind"]),
        ),
        reasons=sorted({*seen.reasons, f"{version.name}/{version.number}"}),
    )


@lru_cache(maxsize=2)
def _vectors(version: Version) -> "ndarray[Any, Any]":
    """Return the vectors of one version's examples; a version never changes."""
    return meaning.loaded().vectors(list(phrases_in(lines_at(version))))
