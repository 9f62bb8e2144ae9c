"""Counts the codes that open nothing; says nothing of which, or of who typed them."""

from datetime import datetime, timedelta

from django.db.models import F

from surveys.enums import CodeSpace
from surveys.models import CodeTries
from surveys.queries.code_tries import minute_of

KEPT_FOR = timedelta(hours=1)


def count_wrong_code(space: CodeSpace, *, at: datetime) -> None:
    """Count one more wrong code of `space` in this minute; any number may at once."""
    minute = minute_of(at)
    row = CodeTries.objects.filter(space=space, minute=minute)
    if not row.update(wrong=F("wrong") + 1):
        CodeTries.objects.bulk_create(
            [CodeTries(space=space, minute=minute)], ignore_conflicts=True
        )
        row.update(wrong=F("wrong") + 1)


def forget_tries(now: datetime) -> list[str]:
    """Delete the counts of more than an hour ago; for manage.py run_due."""
    CodeTries.objects.filter(minute__lt=now - KEPT_FOR).delete()
    return []
