"""Erases a response or a statement for good, and again after a backup came back."""

import os
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _

from surveys.domain.forgetting import forget_response, forget_statement
from surveys.enums import ResponseState
from surveys.leaving import response_leaves
from surveys.models import Comment, Erasure, Response
from surveys.unread import unread_comments
from voice.audit.domain.record import record

if TYPE_CHECKING:
    from voice.accounts.models import User


class StillUnread(Exception):
    """Something in the response has not been read yet; nothing was changed."""

    def __init__(self) -> None:
        super().__init__(
            _(
                "Somebody has to read what they wrote first, to keep them safe. It is "
                "in the queue; erase it then."
            )
        )


@transaction.atomic
def erase_response(response: Response, *, by: "User | None") -> Erasure:
    """Forget a response and remember only that it was erased; `by` is None for a child.

    Comments, recordings, kept text and tags go and it is counted no more. Issued
    releases stay as they are, and so do concerns. Erasing twice is erasing once.
    Raises StillUnread: what nobody has read is never destroyed.
    """
    comments = set(response.comments.values_list("pk", flat=True))
    if comments & unread_comments(response.edition.survey):
        raise StillUnread
    return _erased(response, by=by)


@transaction.atomic
def erase_statement(comment: Comment, *, by: "User") -> Erasure:
    """Forget what was heard in a session, and remember only that it was erased.

    As erase_response does; its note and what others said stay. Raises StillUnread.
    """
    if comment.pk in unread_comments(comment.survey):
        raise StillUnread
    return _erased_statement(comment, by=by)


def _erased_statement(comment: Comment, *, by: "User | None") -> Erasure:
    """Forget a statement, read or not, and remember that it was erased."""
    erasure, is_new = Erasure.objects.get_or_create(
        response_id=comment.pk, defaults={"survey_id": comment.survey_id, "by": by}
    )
    counts = forget_statement(comment)
    record(
        "surveys.erase_statement",
        of=erasure,
        by=by,
        survey=comment.survey_id,
        again=not is_new,
        **counts,
    )
    transaction.on_commit(lambda: write_down([erasure.response_id]))
    return erasure


def _erased(response: Response, *, by: "User | None") -> Erasure:
    """Forget a response, read or not, and remember that it was erased."""
    survey_id = response.edition.survey_id
    erasure, is_new = Erasure.objects.get_or_create(
        response_id=response.pk, defaults={"survey_id": survey_id, "by": by}
    )
    row = Response.objects.select_for_update().filter(pk=response.pk).first()
    if row is not None and row.state != ResponseState.WITHDRAWN:
        response_leaves(row)
    counts = forget_response(response)
    record(
        "surveys.erase_response",
        of=erasure,
        by=by,
        survey=survey_id,
        again=not is_new,
        **counts,
    )
    transaction.on_commit(lambda: write_down([erasure.response_id]))
    return erasure


def write_down(responses: Iterable[UUID]) -> None:
    """Add ids to the file outside the database, on disk before this returns."""
    if not settings.ERASURES_FILE:
        return
    path = Path(settings.ERASURES_FILE)
    path.parent.mkdir(parents=True, exist_ok=True)
    file = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
    with os.fdopen(file, "a", encoding="ascii") as kept:
        kept.writelines(f"{response}\n" for response in responses)
        kept.flush()
        os.fsync(kept.fileno())


def written_down() -> set[UUID]:
    """Return the ids in the file; raises ValueError naming a line that is no id."""
    if not settings.ERASURES_FILE or not Path(settings.ERASURES_FILE).exists():
        return set()
    return read_erasures(Path(settings.ERASURES_FILE).read_text(encoding="ascii"))


def read_erasures(text: str) -> set[UUID]:
    """Return the ids that a file of erasures holds; raises ValueError, naming a line."""
    lines = text.splitlines()
    found = set()
    for number, line in enumerate(lines, 1):
        try:
            found.add(UUID(line.strip()))
        except ValueError:
            # A line cut short by a crash; the table holds its id.
            if number != len(lines):
                raise ValueError(f"Line {number} of the file is no id.") from None
    return found


@transaction.atomic
def replay_erasures() -> tuple[int, int]:
    """Erase again what a backup brought back; return how many are known, how many came.

    Both lists count: the file's and the database's; each is completed by the other.
    """
    filed = written_down()
    tabled = set(Erasure.objects.values_list("response_id", flat=True))
    back = Response.objects.filter(pk__in=filed | tabled).exclude(
        state=ResponseState.WITHDRAWN, answers={}
    )
    came = 0
    for response in back.select_related("edition").order_by("pk"):
        _erased(response, by=None)
        came += 1
    heard = Comment.objects.filter(pk__in=filed | tabled, session_note__isnull=False)
    for comment in heard.exclude(taken_back=True, sealed_words=b"").order_by("pk"):
        _erased_statement(comment, by=None)
        came += 1
    write_down(sorted(tabled - filed))
    return len(filed | tabled), came
