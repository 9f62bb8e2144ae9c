"""Adds the bank holidays of a year to the council's holidays."""

from django.db import transaction

from voice.accounts.models import User
from voice.audit.domain.record import record
from voice.council.logic.bank_holidays import bank_holidays
from voice.council.models import Holiday


@transaction.atomic
def add_bank_holidays(year: int, *, by: User | None) -> list[Holiday]:
    """Add the bank holidays of England and Wales; return those that were not there yet.

    Days the council has written down already keep their own names.
    """
    added = []
    for day, name in bank_holidays(year).items():
        holiday, is_new = Holiday.objects.get_or_create(
            day=day, defaults={"name": name.value}
        )
        if is_new:
            added.append(holiday)
    record("council.add_bank_holidays", of=Holiday, by=by, year=year, added=len(added))
    return added
