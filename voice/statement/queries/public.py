"""The plan as everybody may read it: what was adopted, and how far it has come today.

Public is what a body of the council adopted, by job titles; of today only the status of
each action, its day, and when somebody last said so. Reasons, notes, measures and their
readings, files, challenges and whatever nobody adopted stay inside.
"""

import logging
from dataclasses import dataclass, field
from datetime import date

from django.utils import timezone

from voice.statement.enums import ActionStatus, EvidenceKind, Stance
from voice.statement.logic.frozen import Frozen
from voice.statement.logic.plan import Plan, PlanAction, PlanSource, actions_of
from voice.statement.models import Action, Evidence, StatementVersion
from voice.statement.queries.plan import VersionAltered, verified_version
from voice.statement.queries.updates import with_last_update

SAID_UNDER_EACH = 3
log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class PublicAction:
    """An action that was adopted: what, whose by job title, by when, how it stands.

    `due_now` is another day than `due_on` where it was moved since; `stopped_on` is the
    day it was given up, `told_on` when somebody last said how it stands.
    """

    id: int
    number: str
    title: str
    owner: str
    due_on: date | None
    due_now: date | None
    status: ActionStatus
    stopped_on: date | None
    told_on: date | None

    @property
    def is_moved(self) -> bool:
        """Say whether its day is another than the one adopted."""
        return self.stopped_on is None and self.due_now != self.due_on

    def is_late(self, on: date) -> bool:
        """Say whether the day that was adopted has passed and it is not done."""
        if self.due_on is None or self.stopped_on:
            return False
        return self.due_on < on and self.status not in ActionStatus.done()


@dataclass(frozen=True, slots=True)
class PublicArea:
    """An area for improvement: where it comes from, and what is done."""

    number: str
    title: str
    source: PlanSource
    actions: list[PublicAction]


@dataclass(frozen=True, slots=True)
class PublicKeyTheme:
    """A key theme: its areas, and what young people said that bears on it."""

    id: int
    number: int
    title: str
    areas: list[PublicArea]
    said: list[Frozen] = field(default_factory=list)

    @property
    def actions(self) -> list[PublicAction]:
        """Return its actions, in their order."""
        return [action for area in self.areas for action in area.actions]


@dataclass(frozen=True, slots=True)
class PublicPlan:
    """The newest version that was adopted, with the progress of today."""

    version: StatementVersion
    plan: Plan
    key_themes: list[PublicKeyTheme]


def public_plan() -> PublicPlan | None:
    """Return the plan that was adopted last, as everybody may read it; three queries.

    None where nothing was adopted, or where it is not what was adopted any more, which
    is written to the log.
    """
    version = (
        StatementVersion.objects.select_related("statement")
        .order_by("-statement__starts_on", "-statement", "-number")
        .first()
    )
    if version is None:
        return None
    try:
        plan: Plan = verified_version(version).plan
    except VersionAltered:
        log.error(
            "Version %s is not what was adopted; nothing of it is shown.", version.pk
        )
        return None
    ids = [action["id"] for _area, action in actions_of(plan)]
    today = with_last_update(Action.objects.filter(pk__in=ids)).in_bulk()
    said = _said([one["id"] for one in plan["key_themes"]])
    return PublicPlan(
        version,
        plan,
        [
            PublicKeyTheme(
                id=one["id"],
                number=one["number"],
                title=one["title"],
                areas=[
                    PublicArea(
                        number=area["number"],
                        title=area["title"],
                        source=area["source"],
                        actions=[
                            _action(action, today.get(action["id"]))
                            for action in area["actions"]
                            if not action["withdrawn"]
                        ],
                    )
                    for area in one["areas"]
                    if not area["withdrawn"]
                ],
                said=said.get(one["id"], []),
            )
            for one in plan["key_themes"]
        ],
    )


def _action(adopted: PlanAction, now: Action | None) -> PublicAction:
    """Return an action as it was adopted, with how far it has come."""
    due = date.fromisoformat(adopted["due_on"]) if adopted["due_on"] else None
    said_at = now.said_at if now else None  # type: ignore[attr-defined]
    gone = now.withdrawn_at if now else None
    return PublicAction(
        id=adopted["id"],
        number=adopted["number"],
        title=adopted["title"],
        owner=adopted["owner"],
        due_on=due,
        due_now=now.due_on if now else due,
        status=ActionStatus(now.status if now else adopted["status"]),
        stopped_on=timezone.localdate(gone) if gone else None,
        told_on=timezone.localdate(said_at) if said_at else None,
    )


def _said(key_themes: list[int]) -> dict[int, list[Frozen]]:
    """Return a few things young people said that bear on each key theme; one query.

    Released words that stand: quotes first, then themes. No challenge, and no file.
    """
    pieces = (
        Evidence.objects.standing()
        .filter(
            key_theme__in=key_themes,
            kind__in=[EvidenceKind.QUOTE, EvidenceKind.THEME],
            stance=Stance.SUPPORTS,
        )
        .order_by("kind", "-added_at", "-pk")
        .values_list("key_theme", "frozen")
    )
    found: dict[int, list[Frozen]] = {}
    for key_theme, frozen in pieces:
        said = found.setdefault(key_theme, [])
        known = {one["words"] for one in said}
        if len(said) < SAID_UNDER_EACH and frozen["words"] not in known:
            said.append(frozen)
    return found
