"""Opens a room in which young people answer one after another, and closes it."""

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone

from surveys.domain.answering import SurveyIsClosed
from surveys.enums import InvitationKind
from surveys.logic.room_codes import new_code
from surveys.models import GroupSession, Invitation, Survey
from surveys.queries.opening import survey_is_open
from voice.audit.domain.record import record

if TYPE_CHECKING:
    from voice.accounts.models import User

HOURS = range(1, 5)


@transaction.atomic
def open_session(
    survey: Survey,
    *,
    by: "User",
    hours: int,
    label: str = "",
    helper: str = "",
    present: int | None = None,
    at: datetime | None = None,
) -> GroupSession:
    """Return a session that lets young people in for so many `hours`, one to four.

    `helper` is a job title, never a name; `present` is how many are in the room; `at`
    is now unless told. Raises SurveyIsClosed when nobody can answer the survey, and
    ValueError for hours that are not offered.
    """
    if hours not in HOURS:
        raise ValueError(f"A session lasts one to four hours, not {hours}.")
    at = at or timezone.now()
    if not survey_is_open(survey, on=timezone.localdate(at)):
        raise SurveyIsClosed
    invitation = Invitation.objects.create(
        survey=survey,
        kind=InvitationKind.GROUP,
        label=label,
        helper=helper,
        made_by=by,
        made_at=at,
    )
    session = GroupSession.objects.create(
        invitation=invitation,
        code=_unused_code(),
        opened_at=at,
        closes_at=at + timedelta(hours=hours),
        present=present,
    )
    record("surveys.open_session", of=session, by=by, survey=survey.pk, hours=hours)
    return session


@transaction.atomic
def close_session(session: GroupSession, *, by: "User") -> None:
    """Let nobody in any more; closing twice, or after its time, changes nothing.

    Whoever has started may finish.
    """
    now = timezone.now()
    closed = GroupSession.objects.filter(
        pk=session.pk, closed_at=None, closes_at__gt=now
    ).update(closed_at=now)
    if closed:
        record("surveys.close_session", of=session, by=by)
    session.refresh_from_db(fields=("closed_at",))


def _unused_code() -> str:
    """Return a code that no session has ever had."""
    code = new_code()
    while GroupSession.objects.filter(code=code).exists():
        code = new_code()
    return code
