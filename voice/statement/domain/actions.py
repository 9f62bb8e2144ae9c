"""What the council does: actions, how they stand, and how we will know they worked."""

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from voice.audit.domain.record import record
from voice.statement.domain.numbering import refuse_taken_action
from voice.statement.enums import ActionStatus, Stance
from voice.statement.models import (
    Action,
    ActionNote,
    Area,
    Evidence,
    Measure,
    MeasureReading,
)
from voice.statement.queries.numbers import next_action_number

if TYPE_CHECKING:
    from voice.accounts.models import User

EDITED = [
    "area",
    "number",
    "title",
    "owner_title",
    "owner",
    "starts_on",
    "due_on",
]


class ActionRefused(Exception):
    """An update that cannot stand; the message is for people."""


class NoEvidenceFromChildren(ActionRefused):
    """Only children's own words can say that an action makes a difference."""


class DueBeforeItStarts(ActionRefused):
    """An action cannot be due before it starts."""


class ReasonNeeded(ActionRefused):
    """Red and amber say why."""


@transaction.atomic
def add_action(
    area: Area,
    *,
    title: str,
    owner_title: str,
    by: "User",
    owner: "User | None" = None,
    due_on: date | None = None,
    starts_on: date | None = None,
    number: str = "",
) -> Action:
    """Return a new action, not started; `due_on` is None when it is ongoing.

    It is next in number unless given; raises NumberTaken, and DueBeforeItStarts.
    """
    action = Action(
        area=area,
        number=number or next_action_number(area),
        title=title,
        owner=owner,
        owner_title=owner_title,
        starts_on=starts_on,
        due_on=due_on,
    )
    _refuse_what_cannot_be(action)
    action.save()
    record("statement.add_action", of=action, by=by, area=area.pk)
    return action


@transaction.atomic
def edit_action(
    action: Action,
    *,
    title: str,
    owner_title: str,
    by: "User",
    owner: "User | None" = None,
    due_on: date | None = None,
    starts_on: date | None = None,
    number: str = "",
    area: Area | None = None,
) -> Action:
    """Change what an action is, whose and by when, and return it; not how it stands.

    Without `number` it keeps its own; with `area` it moves there. Raises NumberTaken,
    and DueBeforeItStarts.
    """
    due_before = Action.objects.values_list("due_on", flat=True).get(pk=action.pk)
    action.title, action.owner_title = title, owner_title
    action.owner, action.due_on, action.starts_on = owner, due_on, starts_on
    action.number, action.area = number or action.number, area or action.area
    _refuse_what_cannot_be(action)
    action.save(update_fields=EDITED)
    record(
        "statement.edit_action",
        of=action,
        by=by,
        due_before=str(due_before or ""),
        due_on=str(due_on or ""),
    )
    return action


def _refuse_what_cannot_be(action: Action) -> None:
    """Raise NumberTaken or DueBeforeItStarts for an action that could not be saved."""
    refuse_taken_action(action)
    starts, due = action.starts_on, action.due_on
    if starts is not None and due is not None and due < starts:
        raise DueBeforeItStarts(_("It is due before it starts. Look at both dates."))


@transaction.atomic
def update_action(
    action: Action,
    *,
    status: ActionStatus | str,
    note: str,
    by: "User",
    reason: str = "",
    readings: Iterable[tuple[Measure, str]] = (),
) -> ActionNote:
    """Say how an action stands, with what its measures read today; return the note.

    Raises ActionRefused for one that was withdrawn, ReasonNeeded for red or amber
    without a reason, and NoEvidenceFromChildren for “making a difference” that no child supports.
    """
    status, reason = ActionStatus(status), reason.strip()
    locked = Action.objects.select_for_update().get(pk=action.pk)
    if locked.is_withdrawn:
        raise ActionRefused(_("It was withdrawn. Take it up again first."))
    if status in ActionStatus.behind() and not reason:
        raise ReasonNeeded(
            _("Say in a few words why it is %(status)s.")
            % {"status": status.label.lower()}
        )
    if status == ActionStatus.MAKING_A_DIFFERENCE and not shows_a_difference(locked):
        raise NoEvidenceFromChildren(
            _(
                "Only children can say that this makes a difference. Ask for "
                "evidence from them to be added to this action first; until then "
                "“Complete” says that the work is done."
            )
        )
    before = locked.status
    action.status, action.reason = status, reason
    action.save(update_fields=["status", "reason"])
    written = ActionNote.objects.create(
        action=action, status=status, reason=reason, text=note.strip(), by=by
    )
    record(
        "statement.update_action", of=action, by=by, before=before, after=status.value
    )
    for measure, value in readings:
        read_measure(measure, value=value, on=timezone.localdate(), by=by)
    return written


def shows_a_difference(action: Action) -> bool:
    """Say whether children's evidence on this action supports it or shows change.

    What was recalled or set aside says nothing, and a file was signed by nobody.
    """
    standing = Evidence.objects.standing().filter(action=action)
    return standing.filter(stance__in=Stance.shows_a_difference()).exists()


@transaction.atomic
def add_measure(
    action: Action, *, title: str, baseline: str, target: str, by: "User"
) -> Measure:
    """Return a new measure: what is measured, from what, to what."""
    measure = Measure.objects.create(
        action=action, title=title, baseline=baseline, target=target
    )
    record("statement.add_measure", of=measure, by=by, action=action.pk)
    return measure


@transaction.atomic
def edit_measure(
    measure: Measure, *, title: str, baseline: str, target: str, by: "User"
) -> Measure:
    """Change what a measure is, and return it; its readings stay."""
    measure.title, measure.baseline, measure.target = title, baseline, target
    measure.save(update_fields=["title", "baseline", "target"])
    record("statement.edit_measure", of=measure, by=by)
    return measure


@transaction.atomic
def read_measure(
    measure: Measure, *, value: str, on: date, by: "User"
) -> MeasureReading:
    """Return what a measure read on a day; earlier readings stay."""
    reading = MeasureReading.objects.create(measure=measure, value=value, on=on, by=by)
    record("statement.read_measure", of=reading, by=by, measure=measure.pk)
    return reading
