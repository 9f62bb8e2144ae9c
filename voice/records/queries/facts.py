"""What the machine itself can say about how data is held."""

from dataclasses import dataclass

from django.conf import settings
from django.db import connection

from surveys.models import Consultation, Erasure
from voice.accounts.enums import Role
from voice.accounts.models import User
from voice.council.models import DataKey, HelpLine, KeyRotation
from voice.council.queries.settings import council_settings
from voice.records.models import DataProtection


@dataclass(frozen=True, slots=True)
class Facts:
    """What is true of this house now, for the record and the assessment."""

    words: DataProtection
    officers: list[str]
    leads: int
    readers: int
    consultations: list[Consultation]
    second_factor: bool
    database: str
    masters: list[str]
    keys: int
    keys_destroyed: int
    last_rotation: KeyRotation | None
    erasures: int
    threshold: int
    comment_days: int
    help_lines: int


def own_words() -> DataProtection:
    """Return the council's own words; the usual ones in a new house."""
    return DataProtection.objects.select_related("reviewed_by").first() or (
        DataProtection(pk=1)
    )


def facts() -> Facts:
    """Return what is true now."""
    keys = DataKey.objects.exclude(wrapped=None)
    return Facts(
        words=own_words(),
        officers=[str(user) for user in _holding(Role.DATA_PROTECTION_OFFICER)],
        leads=len(_holding(Role.SAFEGUARDING_LEAD)),
        readers=len(_holding(Role.PARTICIPATION_WORKER)),
        consultations=list(Consultation.objects.all()),
        second_factor=settings.SECOND_FACTOR_REQUIRED,
        database=connection.vendor,
        masters=sorted(keys.values_list("master", flat=True).distinct()),
        keys=keys.count(),
        keys_destroyed=DataKey.objects.filter(wrapped=None).count(),
        last_rotation=KeyRotation.objects.exclude(finished_at=None).first(),
        erasures=Erasure.objects.count(),
        threshold=settings.DISCLOSURE_THRESHOLD,
        comment_days=council_settings().comment_days,
        help_lines=HelpLine.objects.count(),
    )


def _holding(role: Role) -> list[User]:
    """Return who holds a role and may sign in, by name."""
    people = User.objects.filter(is_active=True, groups__name=role.value)
    return list(people.order_by("name"))
