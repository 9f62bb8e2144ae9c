"""Setting a piece of evidence aside, and taking it up again; it stays as it was."""

from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.translation import gettext as _

from voice.audit.domain.record import record
from voice.statement.models import Evidence, EvidenceSetAside, KeyTheme

if TYPE_CHECKING:
    from voice.accounts.models import User


class CannotSetAside(Exception):
    """This cannot be set aside or taken up again; the message is for people."""


@transaction.atomic
def set_evidence_aside(
    evidence: Evidence, *, reason: str, by: "User"
) -> EvidenceSetAside:
    """Count a piece of evidence no more, and say why; raises CannotSetAside.

    A page of the board that opened with it opens with its newest quote again.
    """
    reason = reason.strip()
    if not reason:
        raise CannotSetAside(_("Say why it is set aside: everybody reads that."))
    KeyTheme.objects.select_for_update().get(pk=evidence.key_theme_id)
    if EvidenceSetAside.objects.filter(evidence=evidence).exists():
        raise CannotSetAside(_("It is set aside already."))
    made = EvidenceSetAside.objects.create(evidence=evidence, reason=reason, by=by)
    KeyTheme.objects.filter(headline=evidence).update(headline=None)
    record("statement.set_evidence_aside", of=evidence, by=by)
    return made


@transaction.atomic
def take_evidence_up_again(evidence: Evidence, *, by: "User") -> None:
    """Count a piece of evidence that was set aside once more; raises CannotSetAside."""
    gone, _models = EvidenceSetAside.objects.filter(evidence=evidence).delete()
    if not gone:
        raise CannotSetAside(_("It is not set aside."))
    record("statement.take_evidence_up_again", of=evidence, by=by)
