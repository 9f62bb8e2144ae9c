"""Which surveys are opened to whom by break-glass, and everything of the sort."""

from django.contrib.auth.models import AnonymousUser
from django.db.models import QuerySet
from django.utils import timezone

from voice.accounts.enums import Role
from voice.accounts.models import BreakGlass, User

Visitor = User | AnonymousUser


def open_now(user: Visitor) -> QuerySet[BreakGlass]:
    """Return what is open to `user` now; nothing once they are no administrator."""
    if not isinstance(user, User) or not user.has_role(Role.ADMINISTRATOR):
        return BreakGlass.objects.none()
    return BreakGlass.objects.filter(
        asked_by=user, closed_at=None, closes_at__gt=timezone.now()
    )


def open_surveys(user: Visitor) -> list[int]:
    """Return the ids of the surveys opened to `user` now."""
    return list(open_now(user).values_list("survey_id", flat=True))


def has_open(user: Visitor, survey_id: int) -> bool:
    """Say whether a survey is opened to `user` now; for reading, never for deciding."""
    return open_now(user).filter(survey_id=survey_id).exists()


def every_break_glass() -> QuerySet[BreakGlass]:
    """Return all that was ever asked, newest first."""
    return BreakGlass.objects.select_related("asked_by", "answered_by")


def officers() -> QuerySet[User]:
    """Return the data protection officers who may sign in."""
    return _who_are(Role.DATA_PROTECTION_OFFICER)


def leads() -> QuerySet[User]:
    """Return the safeguarding leads who may sign in."""
    return _who_are(Role.SAFEGUARDING_LEAD)


def _who_are(role: Role) -> QuerySet[User]:
    """Return the people of a role who may sign in."""
    return User.objects.filter(is_active=True, groups__name=role.value)


def second_people(asked_by: User) -> QuerySet[User]:
    """Return who may be the second person: other administrators, and the officers."""
    roles = [Role.ADMINISTRATOR.value, Role.DATA_PROTECTION_OFFICER.value]
    found = User.objects.filter(is_active=True, groups__name__in=roles)
    return found.exclude(pk=asked_by.pk).distinct()
