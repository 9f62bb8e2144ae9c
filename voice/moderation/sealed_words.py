"""Tells the keys which columns of ours are sealed, and under whose key."""

from collections.abc import Callable
from operator import attrgetter
from typing import Any

from voice.council.domain.keys import survey_owner
from voice.council.enums import KeyPurpose
from voice.council.sealed_columns import SealedColumn, register
from voice.moderation.models.sealed import OWNER

# Model, column, whose key, what its place begins with, and whose id comes next in it.
OF_READINGS = (
    ("Reading", "kept", KeyPurpose.KEPT, "reading", "comment_id"),
    ("Transcript", "words", KeyPurpose.RAW, "transcript", "reading.comment_id"),
    ("Translation", "words", KeyPurpose.RAW, "translation", "reading.comment_id"),
    ("Translation", "kept", KeyPurpose.KEPT, "translation", "reading.comment_id"),
    ("Note", "words", KeyPurpose.RAW, "note", "id"),
    ("Thanks", "words", KeyPurpose.KEPT, "thanks", "id"),
)
OF_REQUESTS = ("words", "reach", "note")
OF_CONCERNS = (
    ("Concern", "words", "concern", "id"),
    ("Concern", "note", "concern", "id"),
    ("ConcernNote", "text", "concern_note", "id"),
    ("ConcernRecording", "content", "concern_recording", "concern_id"),
    ("ContactAttempt", "note", "contact_attempt", "id"),
    ("ContactDetails", "details", "contact", "concern_id"),
    ("LegalHold", "reason", "legal_hold", "id"),
    ("Wall", "reason", "wall", "id"),
)


def register_columns() -> None:
    """Register kept texts, what readers wrote beside them, and what concerns hold."""
    for model, column, purpose, begins, named in OF_READINGS:
        path = "comment" if model == "Reading" else "reading__comment"
        register(
            SealedColumn(
                f"moderation.{model}",
                f"sealed_{column}",
                purpose,
                owner=_survey_of(path),
                place=_place_of(begins, named, column),
                comment=path,
            )
        )
    for column in OF_REQUESTS:
        register(
            SealedColumn(
                "moderation.PracticalRequest",
                f"sealed_{column}",
                KeyPurpose.RAW,
                owner=lambda row: survey_owner(row.survey_id),
                place=_place_of("practical_request", "id", column),
            )
        )
    for model, column, begins, named in OF_CONCERNS:
        register(
            SealedColumn(
                f"moderation.{model}",
                f"sealed_{column}",
                KeyPurpose.SAFEGUARDING,
                owner=lambda _row: OWNER,
                place=_place_of(begins, named, column),
            )
        )


def _survey_of(path: str) -> Callable[[Any], str]:
    """Return a function from a row to whose key seals it."""
    survey = attrgetter(f"{path.replace('__', '.')}.survey_id")
    return lambda row: survey_owner(survey(row))


def _place_of(begins: str, named: str, column: str) -> Callable[[Any], str]:
    """Return a function from a row to what its column is bound to."""
    name = attrgetter(named)
    return lambda row: f"{begins}/{name(row)}/{column}"
