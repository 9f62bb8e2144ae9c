"""Computing where comments stand among all sentences, and keeping it sealed."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.db import transaction

from voice.council.domain.keys import seal_contents, survey_owner
from voice.council.enums import KeyPurpose
from voice.moderation.logic.meaning import is_installed
from voice.moderation.models import Reading
from voice.themes.logic.vectors import sentence_vectors
from voice.themes.models import CommentVector
from voice.themes.queries.vectors import stored_vectors

if TYPE_CHECKING:
    from numpy import ndarray

AT_ONCE = 256


def meaning_is_used() -> bool:
    """Say whether sentence vectors are: the model is installed, and not switched off."""
    return bool(settings.SCREENING_BY_MEANING) and is_installed()


def vectors_of(
    readings: Sequence[Reading], texts: Sequence[str]
) -> "ndarray[Any, Any] | None":
    """Return a row for each reading's text, in their order, computing new ones.

    None where the model is not there. What is computed is kept, sealed, a few hundred
    at a time, so that a task that dies has not worked for nothing.
    """
    import numpy

    if not readings or not meaning_is_used():
        return None
    found = stored_vectors(readings)
    missing = [
        (reading, text)
        for reading, text in zip(readings, texts, strict=True)
        if reading.comment_id not in found
    ]
    for first in range(0, len(missing), AT_ONCE):
        some = missing[first : first + AT_ONCE]
        made = sentence_vectors([text for _reading, text in some])
        if made is None:
            return None
        of_them = [reading for reading, _text in some]
        _keep(of_them, made)
        found |= {
            reading.comment_id: row for reading, row in zip(of_them, made, strict=True)
        }
    return numpy.stack([found[reading.comment_id] for reading in readings])


@transaction.atomic
def _keep(readings: Sequence[Reading], rows: "ndarray[Any, Any]") -> None:
    """Seal the vectors of those comments whose text is still the one computed from."""
    held = Reading.objects.select_for_update().filter(
        pk__in=[reading.pk for reading in readings]
    )
    versions = dict(held.order_by("pk").values_list("pk", "version"))
    by_survey: dict[int, list[tuple[Reading, bytes]]] = {}
    for reading, row in zip(readings, rows, strict=True):
        if versions.get(reading.pk) == reading.version:
            numbers = row.astype("<f4").tobytes()
            by_survey.setdefault(reading.comment.survey_id, []).append(
                (reading, numbers)
            )
    for survey_id, some in by_survey.items():
        vectors = [CommentVector(comment=reading.comment) for reading, _ in some]
        sealed = seal_contents(
            [
                (numbers, vector.place())
                for vector, (_, numbers) in zip(vectors, some, strict=True)
            ],
            owner=survey_owner(survey_id),
            purpose=KeyPurpose.KEPT,
        )
        for vector, content in zip(vectors, sealed, strict=True):
            vector.sealed_numbers = content
        CommentVector.objects.bulk_create(vectors, ignore_conflicts=True)
