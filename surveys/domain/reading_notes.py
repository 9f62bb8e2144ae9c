"""Reading a session note at the desk: its words are opened in somebody's name."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db import transaction

from surveys.enums import CommentKind
from surveys.locked_away import locked_away
from surveys.models import Comment, SessionNote
from surveys.queries.session_notes import statements_of
from voice.audit.domain.record import record
from voice.council.domain.keys import open_texts_left, survey_owner
from voice.council.enums import KeyPurpose

if TYPE_CHECKING:
    from voice.accounts.models import User


@dataclass(frozen=True, slots=True)
class Line:
    """One statement or photograph; `words` are empty when they are locked or gone."""

    comment: Comment
    words: str
    is_locked: bool

    @property
    def is_photograph(self) -> bool:
        """Say whether it is looked at."""
        return self.comment.kind == CommentKind.PHOTO


@transaction.atomic
def read_note(note: SessionNote, *, by: "User") -> list[Line]:
    """Return what stands in a note, and write down that `by` read it.

    The words of what was passed on are the safeguarding leads', and stay closed.
    """
    comments = list(statements_of(note))
    locked = locked_away(note.survey) if comments else set()
    texts = open_texts_left(
        [(comment.sealed_words, comment.place()) for comment in comments],
        owner=survey_owner(note.survey_id),
        purpose=KeyPurpose.RAW,
    )
    lines = [
        Line(
            comment,
            words="" if comment.pk in locked else text or "",
            is_locked=comment.pk in locked,
        )
        for comment, text in zip(comments, texts, strict=True)
    ]
    if lines:
        record(
            "surveys.read_session_note",
            of=note,
            by=by,
            statements=sorted(
                str(one.comment.pk) for one in lines if not one.is_locked
            ),
        )
    return lines
