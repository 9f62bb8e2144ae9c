"""Plans a session, moves it, cancels it; whatever was told once stays told."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date, datetime, time
from typing import TYPE_CHECKING
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.functional import Promise as Lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from surveys.models import PlannedSession, SessionMove, Survey, SurveyMember
from surveys.planning import ToldTo
from voice.audit.domain.record import record

if TYPE_CHECKING:
    from voice.accounts.models import User

# What people would stand before a shut door for, had nobody told them.
WHEN_AND_WHERE = ("held_on", "starts_at", "ends_at", "place")


class CannotPlan(Exception):
    """A session cannot be planned so; nothing was changed.

    `troubles` says why, by the part of the plan it is about; "" for all of it.
    """

    def __init__(self, troubles: Mapping[str, str]) -> None:
        """Keep what stands against it."""
        super().__init__(*troubles.values())
        self.troubles = dict(troubles)


class AgainstAllOfIt(CannotPlan):
    """One sentence stands against the whole plan."""

    sentence: Lazy

    def __init__(self) -> None:
        """Say so of the whole plan."""
        super().__init__({"": str(self.sentence)})


class PlanChanged(AgainstAllOfIt):
    """Somebody else saved it since this page was opened."""

    sentence = gettext_lazy(
        "Somebody changed this session since you opened it. What you typed is still on "
        "this page. Look at theirs before you save yours."
    )


class PlanIsOver(AgainstAllOfIt):
    """It was cancelled, or has been: it is not planned any more."""

    sentence = gettext_lazy(
        "This session is over or was cancelled, so it stays as it is. Plan another."
    )


class NotesAreWritten(AgainstAllOfIt):
    """Notes of it stand, so it took place."""

    sentence = gettext_lazy("There are notes of this session, so it took place.")


@dataclass(frozen=True, slots=True)
class SessionPlan:
    """What is planned, as PlannedSession holds it; never anybody's name."""

    title: str
    held_on: date
    starts_at: time
    ends_at: time
    place: str
    how_to_come: str
    told_to: str
    held_by: "User"
    age_bands: list[str]
    there_is: list[str]
    for_whom: str = ""

    def parts(self) -> dict[str, object]:
        """Return each part by its name."""
        return {one.name: getattr(self, one.name) for one in fields(self)}


@transaction.atomic
def plan_session(
    survey: Survey,
    *,
    once: UUID,
    plan: SessionPlan,
    by: "User",
    at: datetime | None = None,
) -> PlannedSession:
    """Return a session planned so; `once` names it, so that twice is once.

    It is planned at the moment `at`, now unless told. Raises CannotPlan with what
    stands against it.
    """
    at = at or timezone.now()
    _refuse(survey, plan, on=timezone.localdate(at))
    known = {"survey": survey, "planned_by": by, "planned_at": at}
    session, is_new = PlannedSession.objects.get_or_create(
        pk=once, defaults=known | plan.parts()
    )
    if session.survey_id != survey.pk:
        raise PlanIsOver
    if is_new:
        record(
            "surveys.plan_session",
            of=session,
            by=by,
            survey=survey.pk,
            **_when(session),
        )
    return session


@transaction.atomic
def change_session(
    session: PlannedSession, *, plan: SessionPlan, version: int, by: "User"
) -> PlannedSession:
    """Change a session that is still to come; another time or place is a move.

    Where it was to be stays known. `version` is the one the page was opened with.
    Raises CannotPlan of several kinds.
    """
    row = _held(session)
    if row.is_cancelled or row.is_over(at=timezone.now()):
        raise PlanIsOver
    if row.version != version:
        raise PlanChanged
    _refuse(row.survey, plan, on=timezone.localdate(), before=row)
    was = {name: getattr(row, name) for name in WHEN_AND_WHERE}
    for name, value in plan.parts().items():
        setattr(row, name, value)
    row.version += 1
    row.save()
    if was != {name: getattr(row, name) for name in WHEN_AND_WHERE}:
        SessionMove.objects.create(session=row, moved_by=by, **was)
        record("surveys.move_session", of=row, by=by, **_when(row))
    else:
        record("surveys.change_session", of=row, by=by, version=row.version)
    return row


@transaction.atomic
def cancel_session(
    session: PlannedSession, *, reason: str, by: "User"
) -> PlannedSession:
    """Cancel a session, or say that it did not take place; twice is once.

    Raises CannotPlan without a reason, and where notes say that it took place.
    """
    row = _held(session)
    if row.is_cancelled:
        return row
    if not reason.strip():
        raise CannotPlan({"reason": _("Say why. Who wanted to come reads it.")})
    if row.standing_notes().exists():
        raise NotesAreWritten
    row.cancelled_why, row.cancelled_by = reason.strip(), by
    row.cancelled_at = timezone.now()
    row.save(update_fields=("cancelled_why", "cancelled_by", "cancelled_at"))
    record("surveys.cancel_session", of=row, by=by, survey=row.survey_id)
    return row


def _held(session: PlannedSession) -> PlannedSession:
    """Return the session as it is now, held until the change is made."""
    rows = PlannedSession.objects.select_for_update(of=("self",))
    return rows.select_related("survey__consultation").get(pk=session.pk)


def _when(session: PlannedSession) -> dict[str, object]:
    """Return the day and hours, as the audit keeps them."""
    return {
        "held_on": session.held_on,
        "starts_at": session.starts_at,
        "ends_at": session.ends_at,
    }


def _refuse(
    survey: Survey,
    plan: SessionPlan,
    *,
    on: date,
    before: PlannedSession | None = None,
) -> None:
    """Raise CannotPlan with all that stands against a plan, each beside its part."""
    troubles = _when_it_is(survey, plan, before, on)
    if before and before.is_public and plan.told_to != ToldTo.EVERYBODY:
        troubles["told_to"] = _(
            "It was told to everybody already, so it stays on the page. You can cancel "
            "it, and plan another for those you invite."
        )
    if not SurveyMember.objects.filter(survey=survey, user=plan.held_by).exists():
        troubles["held_by"] = _("Choose somebody who runs this survey.")
    if not set(plan.age_bands) <= set(survey.age_bands):
        troubles["age_bands"] = _("Choose among the ages that this survey asks.")
    if troubles:
        raise CannotPlan(troubles)


def _when_it_is(
    survey: Survey, plan: SessionPlan, before: PlannedSession | None, on: date
) -> dict[str, str]:
    """Return what stands against the day and the hours."""
    asked, troubles = survey.consultation, {}
    if plan.ends_at <= plan.starts_at:
        troubles["ends_at"] = _("It must end after it starts, on the same day.")
    is_moved = before is None or before.held_on != plan.held_on
    if plan.held_on < on:
        troubles["held_on"] = _(
            "This day has been. If you met, write up what was said."
        )
    elif is_moved and not asked.opens_on <= plan.held_on <= asked.closes_on:
        troubles["held_on"] = _(
            "We ask from %(first)s to %(last)s. Choose one of those days, or give it "
            "more time first."
        ) % {
            "first": date_format(asked.opens_on, "j F Y"),
            "last": date_format(asked.closes_on, "j F Y"),
        }
    return troubles
