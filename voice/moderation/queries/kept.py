"""Reads of the texts that may travel on."""

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from django.db.models import Exists, OuterRef, QuerySet

from surveys.models import Survey
from surveys.queries.heard import said_for_good
from voice.council.domain.keys import open_texts, survey_owner
from voice.council.enums import KeyPurpose
from voice.moderation.enums import ConcernState, ReadingState
from voice.moderation.models import Concern, Reading, Translation

KEPT = [state.value for state in ReadingState.kept()]
OPEN_CONCERN = [state.value for state in ConcernState.open()]


class Translated(NamedTuple):
    """What a person wrote in the base language, and the language they had before them.

    `language` is empty when the translator was not asked yet.
    """

    words: str
    language: str


def kept_readings(survey: Survey | None = None) -> QuerySet[Reading]:
    """Return the readings whose kept text may travel on; of all surveys without one.

    Approved or redacted, may be counted, from a finished response or the note of a
    session, and no open concern about the comment. Whoever shows or counts a comment
    starts from here; who counts goes on to `counted_readings`.
    """
    readings = Reading.objects.filter(
        ~Exists(
            Concern.objects.filter(comment=OuterRef("comment"), state__in=OPEN_CONCERN)
        ),
        said_for_good("comment__"),
        state__in=KEPT,
        may_count=True,
        comment__taken_back=False,
    ).select_related("comment", "comment__question")
    return readings if survey is None else readings.filter(comment__survey=survey)


def counted_readings(survey: Survey) -> QuerySet[Reading]:
    """Return those of young people who answered: what was heard in a session is quoted
    and tagged, and is in no figure, since nobody knows how many said it.
    """
    return kept_readings(survey).filter(comment__session_note=None)


def kept_texts(readings: Iterable[Reading]) -> dict[int, str]:
    """Return the kept text of each reading by its id; one key look-up a survey."""
    by_survey: dict[int, list[Reading]] = defaultdict(list)
    for reading in readings:
        if reading.sealed_kept is not None:
            by_survey[reading.comment.survey_id].append(reading)
    texts: dict[int, str] = {}
    for survey_id, rows in by_survey.items():
        opened = open_texts(
            [(row.sealed_kept or b"", row.kept_place()) for row in rows],
            owner=survey_owner(survey_id),
            purpose=KeyPurpose.KEPT,
        )
        texts |= {row.pk: text for row, text in zip(rows, opened, strict=True)}
    return texts


def kept_translations(readings: Iterable[Reading]) -> dict[int, Translated]:
    """Return the approved translation of each kept reading that has one, by its id.

    It is shown beside the kept text and never without it; one key look-up a survey.
    """
    kept = [one.pk for one in readings if one.sealed_kept is not None]
    by_survey: dict[int, list[Translation]] = defaultdict(list)
    for row in Translation.objects.filter(
        reading__in=kept, sealed_kept__isnull=False
    ).select_related("reading__comment"):
        by_survey[row.reading.comment.survey_id].append(row)
    found: dict[int, Translated] = {}
    for survey_id, rows in by_survey.items():
        opened = open_texts(
            [(row.sealed_kept or b"", row.kept_place()) for row in rows],
            owner=survey_owner(survey_id),
            purpose=KeyPurpose.KEPT,
        )
        found |= {
            row.reading_id: Translated(words, row.language)
            for row, words in zip(rows, opened, strict=True)
        }
    return found
