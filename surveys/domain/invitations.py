"""Makes and stops ways in."""

from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone

from surveys.domain.code_batches import take_batch_back
from surveys.enums import InvitationKind
from surveys.models import Invitation, Survey
from voice.audit.domain.record import record

if TYPE_CHECKING:
    from voice.accounts.models import User


@transaction.atomic
def open_link(survey: Survey, *, by: "User", label: str = "") -> Invitation:
    """Return a new open link to `survey`; `label` says where it hangs or went."""
    invitation = Invitation.objects.create(
        survey=survey, kind=InvitationKind.LINK, label=label, made_by=by
    )
    record("surveys.open_link", of=invitation, by=by, survey=survey.pk)
    return invitation


@transaction.atomic
def stop_invitation(invitation: Invitation, *, by: "User") -> None:
    """Let nobody start through `invitation` any more; stopping twice is stopping once.

    Whoever has started may finish. Codes of a batch are taken back with it.
    """
    stopped = Invitation.objects.filter(pk=invitation.pk, stopped_at=None).update(
        stopped_at=timezone.now()
    )
    if stopped:
        if invitation.kind == InvitationKind.CODES:
            take_batch_back(invitation)
        record("surveys.stop_invitation", of=invitation, by=by)
    invitation.refresh_from_db(fields=("stopped_at",))
