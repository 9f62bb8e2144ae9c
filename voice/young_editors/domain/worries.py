"""Looks through what young editors wrote, and passes a worry on.

Screening only ever raises: what it does not see, the worker who reads it may.
"""

from datetime import timedelta
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone

from voice.audit.domain.record import record
from voice.council.domain.keys import KeyDestroyed
from voice.moderation.domain.from_editors import EditorsWords, pass_editors_words_on
from voice.moderation.domain.screening import look_through
from voice.young_editors.domain.errors import NothingToSay
from voice.young_editors.models import EditorsAnswer

if TYPE_CHECKING:
    from voice.accounts.models import User


def screen_answer(answer: EditorsAnswer) -> None:
    """Look through a group's comments; a possible worry goes to the leads at once."""
    try:
        seen = look_through(words_of(answer))
    except KeyDestroyed:
        seen = None
    with transaction.atomic():
        row = _held(answer)
        row.screened_at = timezone.now()
        row.save(update_fields=("screened_at",))
        if seen and seen.worry and not row.passed_on:
            _pass_on(row, by=None)


@transaction.atomic
def pass_answer_on(answer: EditorsAnswer, *, by: "User") -> EditorsAnswer:
    """Give the exact words to the safeguarding leads, as a concern, at once.

    Raises NothingToSay when they have them or nothing was written, and KeyDestroyed.
    """
    row = _held(answer)
    if row.passed_on or not row.comments.exists():
        raise NothingToSay
    return _pass_on(row, by=by)


def words_of(answer: EditorsAnswer) -> str:
    """Return all that a group wrote in one answer; raises KeyDestroyed."""
    comments = answer.comments.select_related("answer__shown__invitation")
    return "\n\n".join(comment.words() for comment in comments)


def _pass_on(row: EditorsAnswer, *, by: "User | None") -> EditorsAnswer:
    """Copy the words under the safeguarding key and tell those on duty."""
    invitation = row.shown.invitation
    day = timezone.localdate(row.answered_at)
    row.concern = pass_editors_words_on(
        EditorsWords(
            survey=invitation.survey,
            words=words_of(row),
            about=row.shown.title,
            language=row.language,
            week=day - timedelta(days=day.weekday()),
            group=invitation.group.name,
            beside=invitation.group.supported_by,
        ),
        by=by,
    )
    row.passed_on = True
    row.save(update_fields=("concern", "passed_on"))
    record("young_editors.pass_on", of=row, by=by)
    return row


def _held(answer: EditorsAnswer) -> EditorsAnswer:
    """Return the answer with what it is to, held until the transaction ends."""
    return (
        EditorsAnswer.objects.select_for_update(of=("self",))
        .select_related("shown__invitation__group", "shown__invitation__survey")
        .get(pk=answer.pk)
    )
