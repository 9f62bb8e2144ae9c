"""Recording what a meeting agreed, and what came of it."""

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from voice.audit.domain.record import record
from voice.briefings.domain.errors import (
    CannotBeSaid,
    DueBeforeItWasAgreed,
    HasEnded,
    NotThere,
    SayWhatCameOfIt,
)
from voice.briefings.enums import DecisionState
from voice.briefings.models import Decision, Meeting
from voice.statement.models import KeyTheme

if TYPE_CHECKING:
    from voice.accounts.models import User


@transaction.atomic
def record_decision(
    meeting: Meeting,
    *,
    what: str,
    owner_title: str,
    due_on: date,
    by: "User",
    key_theme: KeyTheme | None = None,
) -> Decision:
    """Return what a meeting agreed; it comes back to the board until it has ended.

    Raises NotThere before the meeting's day or where it was cancelled, and
    DueBeforeItWasAgreed.
    """
    if meeting.is_cancelled or meeting.on > timezone.localdate():
        raise NotThere(
            _("This meeting has not taken place. Choose the one that agreed it."),
            field="meeting",
        )
    if due_on < meeting.on:
        raise DueBeforeItWasAgreed(
            _("Choose a day after the meeting that agreed it."), field="due_on"
        )
    decision = Decision.objects.create(
        meeting=meeting,
        key_theme=key_theme,
        what=what,
        owner_title=owner_title,
        due_on=due_on,
        recorded_by=by,
    )
    record(
        "briefings.record_decision",
        of=decision,
        by=by,
        meeting=meeting.pk,
        key_theme=key_theme.pk if key_theme else None,
    )
    return decision


@transaction.atomic
def tell_decision(
    decision: Decision, *, words: Mapping[str, str], by: "User"
) -> Decision:
    """Put something agreed in words for young people, by language; none tell them no more.

    They read it with a receipt. Raises CannotBeSaid for a number: those come from a
    release alone.
    """
    kept = {code: said.strip() for code, said in words.items() if said.strip()}
    for code, said in kept.items():
        if any(sign.isdecimal() for sign in said):
            raise CannotBeSaid(
                _("Say it without a number. The meeting's day stands beside it."),
                field=f"told_{code}",
            )
    locked = Decision.objects.select_for_update().get(pk=decision.pk)
    locked.told = kept
    locked.save(update_fields=["told"])
    record("briefings.tell_decision", of=locked, by=by, languages=sorted(kept))
    return locked


@transaction.atomic
def end_decision(
    decision: Decision,
    *,
    state: DecisionState | str,
    came_of_it: str,
    done_on: date,
    by: "User",
) -> Decision:
    """Say how something agreed has ended and what came of it, once and for good.

    Raises HasEnded, SayWhatCameOfIt, and NotThere for a day ahead or before it was
    agreed.
    """
    locked = Decision.objects.select_for_update().get(pk=decision.pk)
    came_of_it = came_of_it.strip()
    if not locked.is_open:
        raise HasEnded(_("It was said before how this ended."))
    if not came_of_it:
        raise SayWhatCameOfIt(_("Say what came of it."), field="came_of_it")
    if not locked.meeting.on <= done_on <= timezone.localdate():
        raise NotThere(
            _("Choose a day since the meeting that agreed it, up to today."),
            field="done_on",
        )
    locked.state, locked.done_on = DecisionState(state), done_on
    locked.came_of_it = came_of_it
    locked.save(update_fields=["state", "done_on", "came_of_it"])
    record("briefings.end_decision", of=locked, by=by, state=locked.state)
    return locked
