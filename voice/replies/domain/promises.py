"""Making promises, and saying how they stand."""

from collections.abc import Mapping
from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from voice.accounts.models import User
from voice.audit.domain.record import record
from voice.replies.domain.errors import PromiseRefused, ReplyIsPublished
from voice.replies.domain.replies import held_for_change
from voice.replies.enums import PromiseState
from voice.replies.models import Promise, PromiseNote, PromiseWording, Reply
from voice.statement.models import Action


def _saved[Row: (Promise, PromiseNote)](row: Row) -> Row:
    """Save `row`; raises PromiseRefused with the constraint's own sentence."""
    try:
        row.full_clean()
    except ValidationError as refused:
        raise PromiseRefused(" ".join(refused.messages)) from refused
    row.save()
    return row


@transaction.atomic
def make_promise(
    reply: Reply,
    *,
    text: str,
    owner_title: str,
    due_on: date,
    by: User,
    action: Action | None = None,
) -> Promise:
    """Add a promise to a reply that is still being written.

    Raises PromiseRefused, and ReplyIsPublished once the reply is out.
    """
    reply = held_for_change(reply)
    promise = _saved(
        Promise(
            reply=reply,
            text=text.strip(),
            owner_title=owner_title.strip(),
            due_on=due_on,
            action=action,
        )
    )
    record("replies.promise", of=promise, by=by, reply=reply.pk)
    return promise


@transaction.atomic
def change_promise(
    promise: Promise,
    *,
    text: str,
    owner_title: str,
    due_on: date,
    by: User,
    action: Action | None = None,
) -> Promise:
    """Put a promise of an unpublished reply into other words, owner or date.

    Raises PromiseRefused, and ReplyIsPublished once the reply is out.
    """
    held_for_change(promise.reply)
    promise.text = text.strip()
    promise.owner_title = owner_title.strip()
    promise.due_on = due_on
    promise.action = action
    record("replies.change_promise", of=promise, by=by)
    return _saved(promise)


@transaction.atomic
def drop_promise(promise: Promise, *, by: User) -> None:
    """Take a promise out of a reply nobody has read; ReplyIsPublished once it is out."""
    held_for_change(promise.reply)
    record("replies.drop_promise", of=promise, by=by, reply=promise.reply_id)
    promise.wordings.all().delete()
    promise.delete()


@transaction.atomic
def update_promise(
    promise: Promise,
    *,
    state: PromiseState,
    by: User,
    reason: str = "",
    new_due_on: date | None = None,
) -> Promise:
    """Say how a promise stands; what was promised and when stays as it was said.

    An empty `reason` or `new_due_on` leaves what is there. Raises PromiseRefused
    when a promise is broken, or its date moved, without a reason.
    """
    held = Promise.objects.select_for_update().get(pk=promise.pk)
    before = held.state
    held.state = state
    held.reason = reason.strip() or held.reason
    held.new_due_on = new_due_on or held.new_due_on
    record(
        "replies.update_promise",
        of=held,
        by=by,
        before=before,
        state=str(state),
        new_due_on=held.new_due_on.isoformat() if held.new_due_on else None,
    )
    return _saved(held)


@transaction.atomic
def word_promise(
    promise: Promise,
    *,
    language: str,
    text: str,
    by: User,
    owner_title: str = "",
    reason: str = "",
) -> PromiseWording:
    """Write a promise as `language` reads it.

    Once the reply is out only the reason may change: raises ReplyIsPublished for
    other words. Raises PromiseRefused when the words are empty.
    """
    if not text.strip():
        raise PromiseRefused(_("Say what is promised."))
    said = PromiseWording.objects.filter(promise=promise, language=language).first()
    wording = said or PromiseWording(promise=promise, language=language)
    kept = (wording.text, wording.owner_title)
    wording.text, wording.owner_title = text.strip(), owner_title.strip()
    wording.reason = reason.strip()
    is_out = Reply.objects.select_for_update().get(pk=promise.reply_id).is_published
    if is_out and (wording.text, wording.owner_title) != kept:
        raise ReplyIsPublished
    wording.save()
    record("replies.word_promise", of=promise, by=by, language=language)
    return wording


@transaction.atomic
def note_progress(
    promise: Promise,
    *,
    text: str,
    by: User,
    told: Mapping[str, str] | None = None,
    shown_at: str = "",
) -> PromiseNote:
    """Write down what was done for a promise, for staff.

    `told` is the same in words for young people, by language: they read it beside the
    promise, with the address of what shows it was done, `shown_at`. Raises
    PromiseRefused when it is empty, or tells young people a number: those come from a
    release alone; and when the address is none.
    """
    if not text.strip():
        raise PromiseRefused(_("Say what was done."))
    kept = {code: said.strip() for code, said in (told or {}).items() if said.strip()}
    if any(sign.isdecimal() for said in kept.values() for sign in said):
        raise PromiseRefused(
            _("Tell young people without a number. The day stands beside it.")
        )
    note = PromiseNote(
        promise=promise, text=text.strip(), told=kept, shown_at=shown_at, by=by
    )
    _saved(note)
    record("replies.note_promise", of=promise, by=by, note=note.pk, told=sorted(kept))
    return note
