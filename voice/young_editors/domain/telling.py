"""Reads what young editors wrote, and tells them what came of each comment."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from voice.audit.domain.record import record
from voice.young_editors.domain.errors import NothingToSay
from voice.young_editors.enums import CameOfIt
from voice.young_editors.models import EditorsAnswer, EditorsComment

if TYPE_CHECKING:
    from voice.accounts.models import User


@dataclass(frozen=True, slots=True)
class Read:
    """One comment as a worker reads it: about what, the words, what they are told."""

    comment: EditorsComment
    heading: str
    words: str
    told: str


@transaction.atomic
def read_answer(answer: EditorsAnswer, *, by: "User") -> list[Read]:
    """Return a group's comments; write down that `by` read them, where there are any.

    None while they may not be read. Raises KeyDestroyed after retention.
    """
    if not answer.may_be_read:
        return []
    headings = {one.key: one.heading for one in answer.shown.read()}
    found = []
    for comment in answer.comments.all():
        comment.answer = answer
        heading = headings.get(comment.passage, "")
        found.append(Read(comment, heading, comment.words(), comment.told()))
    if found:
        record("young_editors.read_answer", of=answer, by=by)
    return found


@transaction.atomic
def tell_what_came_of_it(
    comment: EditorsComment, *, came_of_it: CameOfIt, told: str, by: "User"
) -> EditorsComment:
    """Say whether a comment changed something; the group reads it with the same code.

    Said again, the newest counts. Raises NothingToSay where the words are with the
    safeguarding leads or no reason is given, ValueError for what answers nothing, and
    KeyDestroyed.
    """
    if came_of_it not in CameOfIt.answered():
        raise ValueError(came_of_it)
    row = (
        EditorsComment.objects.select_for_update(of=("self",))
        .select_related("answer__shown__invitation")
        .get(pk=comment.pk)
    )
    if not row.answer.may_be_read:
        raise NothingToSay(_("These words are not for you to answer now."))
    if came_of_it == CameOfIt.NOT_CHANGED and not told.strip():
        raise NothingToSay(_("Tell them why it was not changed."), field="told")
    row.came_of_it, row.told_by, row.told_at = came_of_it, by, timezone.now()
    row.tell(told.strip())
    row.save(update_fields=("came_of_it", "told_by", "told_at", "sealed_told"))
    record("young_editors.tell", of=row, by=by, came_of_it=came_of_it)
    return row
