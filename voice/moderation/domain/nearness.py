"""Raises by nearness in meaning to the example sentences, in the worker alone."""

import json
import logging
import subprocess
import sys
from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from django.conf import settings

from voice.moderation.enums import ListKind, MeaningState
from voice.moderation.logic import meaning
from voice.moderation.logic.folding import Folded, folded
from voice.moderation.logic.measured import MEASURED
from voice.moderation.logic.measuring import Share
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
PATIENCE = 30
logger = logging.getLogger(__name__)


def meaning_state() -> MeaningState:
    """Say whether nearness in meaning is looked for; loads nothing."""
    if not meaning.is_installed():
        return MeaningState.NOT_INSTALLED
    on = settings.SCREENING_BY_MEANING
    return MeaningState.ON if on else MeaningState.SWITCHED_OFF


def recall_here() -> Share:
    """Return how many worries told in other words are noticed, as measured."""
    if meaning_state() == MeaningState.ON:
        return MEASURED.in_other_words_by_meaning
    return MEASURED.in_other_words


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
    found = meaning.near(
        copy.text, examples=_vectors(version), meaning=meaning.loaded()
    )
    places = [(piece.start, piece.end) for piece in found]
    return _added(seen, copy, places, version)


def tried_with_nearness(words: str, seen: Seen) -> Seen:
    """Return the same as with_nearness, from a process that ends when it has said it.

    For the try-it box: web processes never hold the model. Raises CannotMeasure.
    """
    if meaning_state() != MeaningState.ON:
        return seen
    version = version_now(EXAMPLES)
    copy = folded(words)
    asked = {"text": copy.text, "examples": list(phrases_in(lines_at(version)))}
    try:
        child = subprocess.run(  # noqa: S603 - our own module, words by its input
            [sys.executable, "-m", meaning.__name__],
            input=json.dumps(asked),
            capture_output=True,
            text=True,
            check=True,
            timeout=PATIENCE,
            cwd=settings.HOUSE,
        )
    except (OSError, subprocess.SubprocessError):
        raise meaning.CannotMeasure("The model did not answer.") from None
    return _added(seen, copy, json.loads(child.stdout), version)


def _added(
    seen: Seen, copy: Folded, places: Sequence[Sequence[int]], version: Version
) -> Seen:
    """Return what was seen and these places of the copy besides."""
    if not places:
        return seen
    found = [
        Hint(kind=WORRY, start=first, end=last)
        for start, end in places
        for first, last in (copy.span(start, end),)
    ]
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
