"""Reads of where comments stand among all sentences."""

from collections import defaultdict
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any
from uuid import UUID

from voice.council.domain.keys import open_contents, survey_owner
from voice.council.enums import KeyPurpose
from voice.moderation.models import Reading
from voice.themes.models import CommentVector

if TYPE_CHECKING:
    from numpy import ndarray

# More ids than these are not named one by one to the database.
FEW = 1000


def stored_vectors(
    readings: Iterable[Reading],
) -> "dict[UUID, ndarray[Any, Any]]":
    """Return the vectors of these comments that were computed, by comment.

    One key look-up a survey; unsealed in memory alone.
    """
    import numpy

    of_survey: dict[int, set[UUID]] = defaultdict(set)
    for reading in readings:
        of_survey[reading.comment.survey_id].add(reading.comment_id)
    found: dict[UUID, ndarray[Any, Any]] = {}
    for survey_id, wanted in of_survey.items():
        few = len(wanted) <= FEW
        of_them = {"comment__in": wanted} if few else {"comment__survey": survey_id}
        rows = CommentVector.objects.filter(**of_them).order_by()
        ours = [row for row in rows if row.comment_id in wanted]
        contents = open_contents(
            [(row.sealed_numbers, row.place()) for row in ours],
            owner=survey_owner(survey_id),
            purpose=KeyPurpose.KEPT,
        )
        for row, content in zip(ours, contents, strict=True):
            found[row.comment_id] = numpy.frombuffer(content, dtype="<f4")
    return found
