"""Keeps the register of breaches, and the council's own words."""

from django.db import transaction
from django.utils import timezone

from voice.accounts.models import User
from voice.audit.domain.record import record
from voice.records.enums import Reporting
from voice.records.models import Breach, DataProtection


@transaction.atomic
def keep_breach(breach: Breach, *, by: User) -> Breach:
    """Save a breach or near miss; its decision gets its time."""
    is_new = breach._state.adding  # noqa: SLF001 - Django's public interface
    if is_new:
        breach.entered_by = by
    if breach.reporting == Reporting.UNDECIDED:
        breach.decided_at = None
    elif breach.decided_at is None:
        breach.decided_at = timezone.now()
    breach.save()
    verb = "records.enter_breach" if is_new else "records.change_breach"
    record(verb, of=breach, by=by, kind=breach.kind, reporting=breach.reporting)
    return breach


@transaction.atomic
def keep_words(words: DataProtection, *, by: User) -> DataProtection:
    """Save the council's own words; today is the day they were reviewed."""
    words.pk = 1
    words.reviewed_on, words.reviewed_by = timezone.localdate(), by
    words.save()
    record("records.change_words", of=words, by=by)
    return words
