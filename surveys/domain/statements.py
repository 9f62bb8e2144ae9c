"""Keeps what was heard in a session: each statement and photograph is a comment.

Nothing here is audited: the note they belong to is, in surveys.domain.session_notes.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from django.utils.translation import gettext_lazy

from surveys.after_save import comment_saved
from surveys.enums import CommentKind, MediaType
from surveys.locked_away import locked_away
from surveys.logic.recordings import BadRecording, as_sent
from surveys.models import Comment, Recording, SessionNote
from surveys.queries.session_notes import statements_of
from surveys.queries.steps import question_ids


class NoPhotograph(Exception):
    """What was sent is no picture that can be kept; nothing was changed."""

    sentence = gettext_lazy(
        "That picture could not be kept. Choose a photograph (JPEG, PNG or WebP, at "
        "most 8 MB)."
    )


@dataclass(frozen=True, slots=True)
class Said:
    """About which question (its key), and by whom: a band, only where they agreed.

    `may_quote` is their own yes, as the worker heard it.
    """

    question: str
    age_band: str = ""
    may_quote: bool = False


@dataclass(frozen=True, slots=True)
class Statement(Said):
    """One thing that was said; `id` is its comment's, None until it is saved."""

    words: str = ""
    id: UUID | None = None


@dataclass(frozen=True, slots=True)
class Photograph(Said):
    """A photograph as it was sent, of what was written together."""

    content: bytes = b""


class Writing:
    """Writes what a note, held by the caller, says now."""

    def __init__(self, note: SessionNote) -> None:
        """Look up what stands in it, and what is with the safeguarding leads."""
        self.note = note
        self.monday = note.held_on - timedelta(days=note.held_on.weekday())
        self.standing = {comment.pk: comment for comment in statements_of(note)}
        self.locked = locked_away(note.survey) if self.standing else set()
        self.questions = question_ids(note.edition)

    def write(self, statements: Sequence[Statement]) -> None:
        """Keep these statements as the note's; raises KeyDestroyed.

        One whose words are gone is taken back; one that is not named stays as it is,
        and so does one that was passed on.
        """
        for line, said in enumerate(statements, start=1):
            comment = self.standing.get(said.id) if said.id else None
            if comment is None and said.words:
                self._add(said, line=line)
            elif comment is not None and comment.pk not in self.locked:
                self._change(comment, said, line=line)
        Comment.objects.filter(session_note=self.note).exclude(
            week=self.monday, language=self.note.language
        ).update(week=self.monday, language=self.note.language)

    def add(self, photograph: Photograph) -> Comment:
        """Keep a photograph, drawn afresh without what a camera writes into it.

        Raises NoPhotograph, KeyDestroyed.
        """
        try:
            content, media_type = as_sent(photograph.content, spoken=False)
        except BadRecording:
            raise NoPhotograph from None
        comment = self._new(photograph, line=0)
        comment.kind = CommentKind.PHOTO
        comment.write("")
        comment.save(force_insert=True)
        recording = Recording(comment=comment, media_type=MediaType(media_type))
        recording.write(content)
        recording.save()
        comment_saved(comment)
        return comment

    def take_back_named(self, ids: Collection[UUID]) -> None:
        """Take back those of the note's comments that have these ids."""
        self.take_back([one for pk, one in self.standing.items() if pk in ids])

    def take_back(self, comments: Sequence[Comment]) -> None:
        """Mark these as taken back: read for safety, and for nothing else."""
        for comment in comments:
            comment.taken_back, comment.may_quote = True, False
            comment.save(update_fields=("taken_back", "may_quote"))
            if comment.pk not in self.locked:
                comment_saved(comment)

    def _add(self, said: Statement, *, line: int) -> None:
        """Keep one more statement."""
        comment = self._new(said, line=line)
        comment.write(said.words)
        comment.save(force_insert=True)
        comment_saved(comment)

    def _change(self, comment: Comment, said: Statement, *, line: int) -> None:
        """Keep what a statement says now; the same again is read no second time."""
        if not said.words and not comment.is_recorded:
            self.take_back([comment])
            return
        before = self._facts(comment)
        comment.line = line
        comment.question_id = self.questions[said.question]
        comment.age_band, comment.may_quote = said.age_band, said.may_quote
        comment.week, comment.language = self.monday, self.note.language
        is_other = not comment.is_recorded and comment.rewrite(said.words)
        comment.save()
        if is_other or before != self._facts(comment):
            comment_saved(comment)

    def _facts(self, comment: Comment) -> tuple[object, ...]:
        """Return what a reader decides by, besides the words."""
        return (
            comment.question_id,
            comment.age_band,
            comment.may_quote,
            comment.language,
        )

    def _new(self, said: Said, *, line: int) -> Comment:
        """Return a comment of this note that is not saved yet."""
        return Comment(
            survey_id=self.note.survey_id,
            question_id=self.questions[said.question],
            session_note=self.note,
            line=line,
            language=self.note.language,
            age_band=said.age_band,
            may_quote=said.may_quote,
            week=self.monday,
        )
