"""What the council does: actions, how they stand, and how we will know they worked."""

from collections.abc import Iterable
from datetime import date
from types import EllipsisType
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from voice.audit.domain.record import record
from voice.statement.domain.numbering import refuse_taken_action
from voice.statement.enums import (
    ActionPart,
    ActionStatus,
    Direction,
    Stance,
)
from voice.statement.models import (
    Action,
    ActionChange,
    ActionNote,
    Area,
    Evidence,
    Measure,
    MeasureReading,
    TaskGroup,
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
    "task_group",
]


class ActionRefused(Exception):
    """An update that cannot stand; the message is for people."""


class NoEvidenceFromChildren(ActionRefused):
    """Only children's own words can say that an action makes a difference."""


class DueBeforeItStarts(ActionRefused):
    """An action cannot be due before it starts."""


class ReasonNeeded(ActionRefused):
    """Red and amber say why."""


class UpdatedMeanwhile(ActionRefused):
    """Somebody else said how it stands since the page was opened."""


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
    task_group: TaskGroup | None = None,
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
        task_group=task_group,
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
    task_group: TaskGroup | EllipsisType | None = ...,
) -> Action:
    """Change what an action is, whose and by when, and return it; not how it stands.

    Without `number` it keeps its own, and without `task_group` its group; with `area`
    it moves there. What it said before is kept in its history. Raises NumberTaken, and
    DueBeforeItStarts.
    """
    before = Action.objects.select_related("area", "task_group").get(pk=action.pk)
    action.title, action.owner_title = title, owner_title
    action.owner, action.due_on, action.starts_on = owner, due_on, starts_on
    action.number, action.area = number or action.number, area or action.area
    if not isinstance(task_group, EllipsisType):
        action.task_group = task_group
    _refuse_what_cannot_be(action)
    action.save(update_fields=EDITED)
    keep_changes(before, action, by=by)
    record(
        "statement.edit_action",
        of=action,
        by=by,
        due_before=str(before.due_on or ""),
        due_on=str(due_on or ""),
    )
    return action


def _refuse_what_cannot_be(action: Action) -> None:
    """Raise NumberTaken or DueBeforeItStarts for an action that could not be saved."""
    refuse_taken_action(action)
    starts, due = action.starts_on, action.due_on
    if starts is not None and due is not None and due < starts:
        raise DueBeforeItStarts(_("It is due before it starts. Look at both dates."))


def keep_changes(before: Action, after: Action, *, by: "User") -> None:
    """Keep each part of an action that says something else than it did."""
    for part in ActionPart:
        said, says = (str(getattr(one, part, None) or "") for one in (before, after))
        if said != says:
            ActionChange.objects.create(
                action=after, part=part, before=said, after=says, by=by
            )


@transaction.atomic
def update_action(
    action: Action,
    *,
    status: ActionStatus | str,
    note: str,
    by: "User",
    reason: str = "",
    readings: Iterable[tuple[Measure, str]] = (),
    seen: int | None = None,
) -> ActionNote:
    """Say how an action stands, with what its measures read today; return the note.

    `seen` is the newest note its writer had read, 0 for none. Raises ActionRefused for
    one that was withdrawn, UpdatedMeanwhile when there is a newer note, ReasonNeeded
    for red or amber without a reason, and NoEvidenceFromChildren for “making a
    difference” that no child supports.
    """
    status, reason = ActionStatus(status), reason.strip()
    locked = Action.objects.select_for_update().get(pk=action.pk)
    if locked.is_withdrawn:
        raise ActionRefused(_("It was withdrawn. Take it up again first."))
    if seen is not None and newest_note(locked) != seen:
        raise UpdatedMeanwhile(
            _(
                "Somebody else said how this stands while you wrote. Read what they "
                "said above; what you wrote is still here. Save again to add yours."
            )
        )
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


def newest_note(action: Action) -> int:
    """Return the key of the newest note of an action; 0 when there is none."""
    return action.notes.values_list("pk", flat=True).first() or 0


def shows_a_difference(action: Action) -> bool:
    """Say whether children's evidence on this action supports it or shows change.

    What was recalled or set aside says nothing, and a file was signed by nobody.
    """
    standing = Evidence.objects.standing().filter(action=action)
    return standing.filter(stance__in=Stance.shows_a_difference()).exists()


def is_unproven(action: Action) -> bool:
    """Say whether it is said to make a difference while no child supports that any more."""
    says_so = action.status == ActionStatus.MAKING_A_DIFFERENCE
    return says_so and not shows_a_difference(action)


@transaction.atomic
def add_measure(
    action: Action,
    *,
    title: str,
    baseline: str,
    target: str,
    by: "User",
    unit: str = "",
    direction: Direction | str = Direction.MORE,
) -> Measure:
    """Return a new measure: what is measured, from what, to what, which way is better."""
    measure = Measure.objects.create(
        action=action,
        title=title,
        baseline=baseline,
        target=target,
        unit=unit,
        direction=Direction(direction),
    )
    record("statement.add_measure", of=measure, by=by, action=action.pk)
    return measure


@transaction.atomic
def edit_measure(
    measure: Measure,
    *,
    title: str,
    baseline: str,
    target: str,
    by: "User",
    unit: str | None = None,
    direction: Direction | str | None = None,
) -> Measure:
    """Change what a measure is, and return it; its readings stay.

    Without `unit` or `direction` it keeps its own.
    """
    measure.title, measure.baseline, measure.target = title, baseline, target
    measure.unit = measure.unit if unit is None else unit
    measure.direction = Direction(direction or measure.direction)
    measure.save(update_fields=["title", "baseline", "target", "unit", "direction"])
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
