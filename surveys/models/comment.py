"""An answer in the child's own words."""

import uuid

from django.db import models

from surveys.enums import CommentKind, NoteState, ResponseState
from surveys.models.edition import Edition
from surveys.models.question import Question
from surveys.models.response import Response
from surveys.models.session_note import SessionNote
from voice.council.domain.keys import open_text, reseal_text, seal_text, survey_owner
from voice.council.enums import KeyPurpose


class Comment(models.Model):
    """An answer in the child's own words; sealed in its column, always moderated.

    It belongs to one response; or, heard in a session, to the note a worker wrote up,
    on whose page it is the `line`-th. Then `age_band` is empty unless whoever said it
    agreed to it, and `may_quote` is their yes as the worker heard it. One that was spoken or drawn has no words here: it holds a Recording.
    `may_quote` is the child's own yes. `taken_back` says the child emptied the
    box again before finishing.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    survey = models.ForeignKey(
        "surveys.Survey", on_delete=models.PROTECT, related_name="comments"
    )
    question = models.ForeignKey(
        Question, on_delete=models.PROTECT, related_name="comments"
    )
    response = models.ForeignKey(
        Response, null=True, on_delete=models.PROTECT, related_name="comments"
    )
    session_note = models.ForeignKey(
        SessionNote, null=True, on_delete=models.PROTECT, related_name="statements"
    )
    line = models.PositiveSmallIntegerField(
        default=0, help_text="Where it stands in its session note."
    )
    kind = models.CharField(
        max_length=10, choices=CommentKind, default=CommentKind.TEXT
    )
    sealed_words = models.BinaryField()
    language = models.CharField(max_length=10)
    age_band = models.CharField(max_length=10)
    may_quote = models.BooleanField(default=False)
    taken_back = models.BooleanField(default=False)
    week = models.DateField(help_text="Monday of the week; nothing finer is kept.")

    class Meta:
        """One comment a question and response; of a response or of a session."""

        constraints = (
            models.UniqueConstraint(
                name="comment_one_a_question_and_response",
                fields=("question", "response"),
            ),
            models.CheckConstraint(
                name="comment_of_a_response_or_a_session",
                condition=models.Q(response__isnull=False, session_note=None)
                | models.Q(response=None, session_note__isnull=False),
            ),
        )
        indexes = (models.Index(fields=("survey", "question")),)

    def __str__(self) -> str:
        """Return the random id, never the words."""
        return str(self.id)

    @property
    def was_heard(self) -> bool:
        """Say whether it was heard in a session, and written up by a worker."""
        return self.session_note_id is not None

    @property
    def edition(self) -> Edition:
        """Return the edition it was asked in."""
        source = self.response or self.session_note
        assert source is not None  # noqa: S101 - a constraint: one of the two is there
        return source.edition

    @property
    def is_finished(self) -> bool:
        """Say whether it counts as said: answered to the end, or sent by the worker."""
        if self.session_note is not None:
            return self.session_note.state == NoteState.SENT
        assert self.response is not None  # noqa: S101 - as above
        return self.response.state in ResponseState.counted()

    @property
    def is_seen(self) -> bool:
        """Say whether it is looked at: a drawing or a photograph."""
        return self.kind in CommentKind.seen()

    @property
    def is_recorded(self) -> bool:
        """Say whether it is heard or seen, and told by a reader in words."""
        return self.kind in CommentKind.recorded()

    def place(self) -> str:
        """Return what the words are bound to: this row and column."""
        return f"comment/{self.id}/words"

    def write(self, words: str) -> None:
        """Seal `words` in this row; save afterwards."""
        self.sealed_words = seal_text(
            words,
            owner=survey_owner(self.survey_id),
            purpose=KeyPurpose.RAW,
            bound_to=self.place(),
        )

    def rewrite(self, words: str) -> bool:
        """Seal `words` in place of those here; say whether they are others."""
        sealed = reseal_text(
            words,
            sealed=self.sealed_words,
            owner=survey_owner(self.survey_id),
            purpose=KeyPurpose.RAW,
            bound_to=self.place(),
        )
        if sealed is not None:
            self.sealed_words = sealed
        return sealed is not None

    def read(self) -> str:
        """Return the child's own words, unsealed.

        Raises KeyDestroyed once the survey's retention has ended.
        """
        return open_text(
            self.sealed_words,
            owner=survey_owner(self.survey_id),
            purpose=KeyPurpose.RAW,
            bound_to=self.place(),
        )
