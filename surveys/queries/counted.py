"""The responses that count: finished ones, whole."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from surveys.enums import ResponseState
from surveys.models import Response, Survey


@dataclass(frozen=True, slots=True)
class CountedResponse:
    """One finished response; `answers` as in surveys.models.Response."""

    id: UUID
    age_band: str
    language: str
    answers: dict[str, dict[str, Any]]
    company: str
    way_in: str


def counted_responses(survey: Survey) -> Iterator[CountedResponse]:
    """Yield every response of `survey` that counts, whatever its edition.

    In the order of their random ids, which tells nothing of when they came.
    """
    rows = (
        Response.objects.filter(
            edition__survey=survey, state__in=ResponseState.counted()
        )
        .order_by("id")
        .values_list(
            "id", "age_band", "language", "answers", "company", "invitation__kind"
        )
    )
    for row in rows.iterator(chunk_size=2000):
        yield CountedResponse(*row)
