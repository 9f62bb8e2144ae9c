"""Tells the keys which columns of ours are sealed, and under whose key."""

from surveys.models import CodeBatch, Comment, PaperSheet, Recording
from voice.council.domain.keys import survey_owner
from voice.council.enums import KeyPurpose
from voice.council.sealed_columns import SealedColumn, register


def register_columns() -> None:
    """Register what young people wrote, said and drew, and codes not given out yet."""
    register(
        SealedColumn(
            "surveys.CodeBatch",
            "sealed_codes",
            KeyPurpose.RAW,
            owner=lambda batch: survey_owner(batch.invitation.survey_id),
            place=CodeBatch.place,
        )
    )
    register(
        SealedColumn(
            "surveys.PaperSheet",
            "sealed_second",
            KeyPurpose.RAW,
            owner=lambda sheet: survey_owner(sheet.survey_id),
            place=PaperSheet.place,
        )
    )
    register(
        SealedColumn(
            "surveys.Comment",
            "sealed_words",
            KeyPurpose.RAW,
            owner=lambda comment: survey_owner(comment.survey_id),
            place=Comment.place,
            comment="",
        )
    )
    register(
        SealedColumn(
            "surveys.Recording",
            "sealed_content",
            KeyPurpose.RAW,
            owner=lambda recording: survey_owner(recording.comment.survey_id),
            place=Recording.content_place,
            comment="comment",
        )
    )
