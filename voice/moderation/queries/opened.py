"""Opens the words of many comments, looking each survey's keys up once."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from django.db.models import QuerySet

from voice.council.domain.keys import Sealed, open_texts_left, survey_owner
from voice.council.enums import KeyPurpose
from voice.moderation.models import Reading

AT_A_TIME = 500


def opened_words(readings: Iterable[Reading]) -> dict[int, str]:
    """Return the words of each reading by its id, in the order given.

    What the child wrote, or what was written down of a voice or drawing. Left out:
    recordings nobody has written down, and words whose time is over. The readings
    come with their comment and transcript.
    """
    by_survey: dict[int, list[tuple[int, Sealed, str]]] = defaultdict(list)
    order: dict[int, str] = {}
    for reading in readings:
        if (sealed := _sealed(reading)) is not None:
            by_survey[reading.comment.survey_id].append((reading.pk, *sealed))
            order[reading.pk] = ""
    for survey, rows in by_survey.items():
        texts = open_texts_left(
            [(sealed, place) for _pk, sealed, place in rows],
            owner=survey_owner(survey),
            purpose=KeyPurpose.RAW,
        )
        for (pk, _sealed_words, _place), text in zip(rows, texts, strict=True):
            if text is None:
                del order[pk]
            else:
                order[pk] = text
    return order


def words_of_all(readings: QuerySet[Reading]) -> Iterator[tuple[int, str]]:
    """Yield the words of many readings, some hundreds in memory at a time."""
    rows = readings.select_related("comment", "transcript").only(
        "comment__survey",
        "comment__kind",
        "comment__sealed_words",
        "transcript__sealed_words",
    )
    batch: list[Reading] = []
    for row in rows.iterator(chunk_size=AT_A_TIME):
        batch.append(row)
        if len(batch) == AT_A_TIME:
            yield from opened_words(batch).items()
            batch = []
    yield from opened_words(batch).items()


def _sealed(reading: Reading) -> tuple[Sealed, str] | None:
    """Return what to open and what it is bound to; None when nothing is written."""
    if not reading.comment.is_recorded:
        return reading.comment.sealed_words, reading.comment.place()
    transcript = getattr(reading, "transcript", None)
    if transcript is None:
        return None
    return transcript.sealed_words, transcript.place()
