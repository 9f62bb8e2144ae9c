"""A reply waits for the young editors' yes, or for a reason that the board sees."""

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from voice.replies.models import Reply
from voice.replies.queries.to_look_at import stand_of_reply, subject_of_reply
from voice.young_editors.domain.errors import NoReason
from voice.young_editors.domain.without import (
    go_without_yes,
    note_that_nobody_was_there,
)

if TYPE_CHECKING:
    from voice.accounts.models import User


def of_editors(reply: Reply) -> list[str]:
    """Return that the young editors have not said yes to these words, if it is so."""
    stand = stand_of_reply(reply)
    if not stand.needs_reason:
        return []
    if stand.is_asked:
        return [
            _(
                "The young editors have not said yes to these words. Show them what "
                "you changed, or say why it goes out without their yes."
            )
        ]
    return [
        _(
            "No young editors have read these words. Ask a group to look, or say why "
            "it goes out without their yes."
        )
    ]


def say_why_without(reply: Reply, *, reason: str, by: "User") -> list[str]:
    """Write down why a reply goes out without their yes, where it needs a reason.

    Returns what is wrong with the reason; nothing when it holds, or is not needed.
    """
    if not reason or not stand_of_reply(reply).needs_reason:
        return []
    try:
        go_without_yes(subject_of_reply(reply), reason=reason, by=by)
    except NoReason as refused:
        return [str(refused)]
    return []


def note_nobody_there(reply: Reply, *, by: "User") -> None:
    """Write down that there was no group to ask about a reply, if it is so."""
    note_that_nobody_was_there(subject_of_reply(reply), by=by)
