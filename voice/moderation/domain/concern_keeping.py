"""Deletes what a concern holds once its time is over; work that falls due."""

from collections.abc import Iterator
from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from django.db.models import Exists, OuterRef, QuerySet
from django.utils import timezone
from django.utils.translation import ngettext

from voice.audit.domain.record import record
from voice.moderation.models import Concern, ConcernRecording, ContactDetails, LegalHold


def forget_concerns(now: datetime) -> Iterator[str]:
    """Delete what is past its time and not held; yield what was done, in sentences.

    Undecided concerns have no day, and so are never reached.
    """
    today = timezone.localdate(now)
    contacts = sum(_forget_contact(row) for row in contact_overdue(today))
    words = sum(_forget_words(row, now) for row in words_overdue(today))
    if contacts:
        yield ngettext(
            "Contact details of %(count)d concern were deleted.",
            "Contact details of %(count)d concerns were deleted.",
            contacts,
        ) % {"count": contacts}
    if words:
        yield ngettext(
            "The words of %(count)d concern were deleted.",
            "The words of %(count)d concerns were deleted.",
            words,
        ) % {"count": words}


def contact_overdue(today: date) -> QuerySet[ContactDetails]:
    """Return the contact details whose last day is past and that nothing holds."""
    return ContactDetails.objects.filter(
        ~Exists(_holds(OuterRef("concern_id"))), keep_until__lt=today
    )


def words_overdue(today: date) -> QuerySet[Concern]:
    """Return the concerns whose words' last day is past and that nothing holds."""
    return Concern.objects.filter(
        ~Exists(_holds(OuterRef("pk"))), keep_until__lt=today, words_deleted_at=None
    )


@transaction.atomic
def _forget_contact(details: ContactDetails) -> bool:
    """Delete one young person's contact details, unless they were held just now."""
    concern = Concern.objects.select_for_update().get(pk=details.concern_id)
    if _holds(concern.pk).exists():
        return False
    details.delete()
    concern.attempts.update(sealed_note=None)
    record("moderation.forget_contact", of=concern, by=None)
    return True


@transaction.atomic
def _forget_words(concern: Concern, now: datetime) -> bool:
    """Delete words, recording and notes; who, when and the outcome stay."""
    row = Concern.objects.select_for_update().get(pk=concern.pk)
    if _holds(row.pk).exists():
        return False
    ContactDetails.objects.filter(concern=row).delete()
    row.attempts.update(sealed_note=None)
    row.notes.all().delete()
    ConcernRecording.objects.filter(concern=row).delete()
    row.sealed_words = row.sealed_note = None
    row.words_deleted_at = now
    row.save(update_fields=("sealed_words", "sealed_note", "words_deleted_at"))
    record("moderation.forget_concern", of=row, by=None)
    return True


def _holds(concern: UUID | OuterRef) -> QuerySet[LegalHold]:
    """Return the holds that stand on a concern."""
    return LegalHold.objects.filter(concern_id=concern, lifted_at=None)
