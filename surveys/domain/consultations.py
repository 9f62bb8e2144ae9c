"""Writes consultations and their words in other languages."""

from django.db import transaction

from surveys.models import Consultation, ConsultationWording
from voice.accounts.models import User
from voice.audit.domain.record import record


@transaction.atomic
def keep_consultation(consultation: Consultation, *, by: User) -> Consultation:
    """Save a new or changed consultation; raises ValidationError when facts are missing.

    When it closes later than those who have answered were told, what they were told
    stays known, and the audit tells by how many days they are kept for longer. When
    the reply would come later than young people were told, the day first told stays.
    """
    is_new = consultation.pk is None
    consultation.full_clean()
    told = None if is_new else consultation.told_before
    if told is not None:
        consultation.told_closing = told
    moved = {} if is_new else _reply_moved(consultation)
    consultation.save()
    verb = "surveys.create_consultation" if is_new else "surveys.change_consultation"
    longer = (
        {"kept_longer_by_days": (consultation.closes_on - told).days} if told else {}
    )
    record(verb, of=consultation, by=by, **longer, **moved)
    return consultation


def _reply_moved(consultation: Consultation) -> dict[str, str]:
    """Return from which day to which the reply date moves, as the audit tells it."""
    saved = Consultation.objects.filter(pk=consultation.pk)
    was = saved.values_list("reply_due_on", flat=True).get()
    if was == consultation.reply_due_on:
        return {}
    return {
        "reply_was_due": was.isoformat(),
        "reply_due": consultation.reply_due_on.isoformat(),
    }


@transaction.atomic
def keep_consultation_wording(
    wording: ConsultationWording, *, by: User
) -> ConsultationWording:
    """Save a consultation's words in another language; raises ValidationError."""
    wording.full_clean()
    wording.save()
    record(
        "surveys.word_consultation",
        of=wording.consultation,
        by=by,
        language=wording.language,
    )
    return wording


@transaction.atomic
def remove_consultation(consultation: Consultation, *, by: User) -> None:
    """Delete a consultation nothing was asked in; raises ProtectedError otherwise."""
    record("surveys.remove_consultation", of=consultation, by=by)
    consultation.delete()


@transaction.atomic
def remove_consultation_wording(wording: ConsultationWording, *, by: User) -> None:
    """Delete a consultation's words in one language."""
    record(
        "surveys.unword_consultation",
        of=wording.consultation,
        by=by,
        language=wording.language,
    )
    wording.delete()
