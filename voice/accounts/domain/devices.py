"""Signs somebody out of one place, or of all others."""

from allauth.usersessions.models import UserSession
from django.db import transaction

from voice.accounts.models import User
from voice.audit.domain.record import record


@transaction.atomic
def end_session(session: UserSession, *, by: User) -> None:
    """Sign `by` out of one place where they are signed in."""
    session.end()
    record("accounts.end_session", by, by=by)


@transaction.atomic
def end_others(user: User, *, but: str) -> int:
    """Sign `user` out everywhere but in the session with the key `but`; return how many."""
    others = UserSession.objects.filter(user=user).exclude(session_key=but)
    number = 0
    for session in others:
        session.end()
        number += 1
    record("accounts.end_other_sessions", user, by=user, number=number)
    return number
