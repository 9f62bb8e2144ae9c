"""Tells the keys which columns of ours are sealed: under the survey's kept key."""

from voice.council.domain.keys import survey_owner
from voice.council.enums import KeyPurpose
from voice.council.sealed_columns import SealedColumn, register


def register_columns() -> None:
    """Register what coders wrote about comments, and where comments stand."""
    for name in ("CommentMemo.sealed_words", "CommentVector.sealed_numbers"):
        model, _dot, column = name.partition(".")
        register(
            SealedColumn(
                f"themes.{model}",
                column,
                KeyPurpose.KEPT,
                owner=lambda row: survey_owner(row.comment.survey_id),
                place=lambda row: row.place(),
                comment="comment",
            )
        )
