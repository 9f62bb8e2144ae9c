"""Approving a briefing by a second person, and issuing it for good."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from voice.accounts.models import User
from voice.audit.domain.record import record
from voice.briefings.domain.briefings import held_draft
from voice.briefings.domain.errors import (
    CannotApprove,
    CannotIssue,
    ChangedMeanwhile,
    NotApproved,
    WroteIt,
)
from voice.briefings.enums import BriefingState
from voice.briefings.logic.paper import is_whole
from voice.briefings.models import Briefing, BriefingIsIssued, BriefingOpening
from voice.briefings.permissions import user_can_approve_briefing
from voice.briefings.queries.readiness import readiness_of


@transaction.atomic
def approve_briefing(
    briefing: Briefing, *, seen: str, names_looked_at: bool, by: User
) -> Briefing:
    """Freeze the paper as the second person read it; `seen` is the hash of that.

    Raises WroteIt, ChangedMeanwhile, and CannotApprove with every reason: what the
    linter found, a release that does not stand, names nobody has looked at.
    """
    held = held_draft(briefing)
    if not user_can_approve_briefing(by, held):
        raise WroteIt
    ready = readiness_of(held)
    if ready.all_reasons:
        raise CannotApprove(ready.all_reasons)
    if ready.to_look_at and not names_looked_at:
        raise CannotApprove([_("Say that no person is named in it.")])
    if ready.paper["hash"] != seen:
        raise ChangedMeanwhile
    held.state = BriefingState.APPROVED
    held.approved_by, held.approved_at = by, timezone.now()
    held.paper = ready.paper
    held.save(update_fields=["state", "approved_by", "approved_at", "paper"])
    held.releases.set(ready.releases)
    record(
        "briefings.approve",
        of=held,
        by=by,
        hash=ready.paper["hash"],
        releases=[release.pk for release in ready.releases],
    )
    return held


@transaction.atomic
def take_approval_back(briefing: Briefing, *, by: User) -> Briefing:
    """Make an approved briefing a draft again; raises BriefingIsIssued once it is out."""
    held = Briefing.objects.select_for_update(of=("self",)).get(pk=briefing.pk)
    if held.is_issued:
        raise BriefingIsIssued
    if held.is_approved:
        held.state = BriefingState.DRAFT
        held.approved_by = held.approved_at = held.paper = None
        held.save(update_fields=["state", "approved_by", "approved_at", "paper"])
        held.releases.clear()
        record("briefings.take_approval_back", of=held, by=by)
    return held


@transaction.atomic
def issue_briefing(briefing: Briefing, *, by: User) -> Briefing:
    """Put what was approved before the board, for good.

    Raises NotApproved, BriefingIsIssued the second time, and CannotIssue when a release was
    recalled since, or the paper is not what was approved.
    """
    held = Briefing.objects.select_for_update(of=("self",)).get(pk=briefing.pk)
    if held.is_issued:
        raise BriefingIsIssued
    if not held.is_approved or held.paper is None:
        raise NotApproved
    if not is_whole(held.paper):
        raise CannotIssue(_("This is not what was approved. Take the approval back."))
    if held.releases.filter(recall__isnull=False).exists():
        raise CannotIssue(
            _("A release it stands on was recalled since. Take the approval back.")
        )
    held.state = BriefingState.ISSUED
    held.issued_by, held.issued_at = by, timezone.now()
    held.save(update_fields=["state", "issued_by", "issued_at"])
    record("briefings.issue", of=held, by=by, hash=held.paper["hash"])
    return held


@transaction.atomic
def note_opening(briefing: Briefing, *, by: User) -> BriefingOpening:
    """Remember when a reader opened an issued briefing first."""
    opening, is_new = BriefingOpening.objects.get_or_create(briefing=briefing, by=by)
    if is_new:
        record("briefings.open", of=briefing, by=by)
    return opening
