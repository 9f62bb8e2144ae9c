"""Where nothing meets: what was heard without an answer, and what is done without a voice."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Max
from django.db.models.fields.json import KT

from voice.statement.enums import ActionStatus, Stance
from voice.statement.logic.gap import is_gap
from voice.statement.models import Action, Evidence, KeyTheme, Statement
from voice.statement.queries.evidence import evidence_in_full
from voice.statement.queries.theme_map import Line, theme_map


@dataclass(frozen=True, slots=True)
class Unheard:
    """A key theme without evidence from children in six months; since when."""

    key_theme: KeyTheme
    last_on: date | None


@dataclass(frozen=True, slots=True)
class Gaps:
    """The gaps of a statement, each kind by itself."""

    unheard: list[Unheard]
    without_action: list[Line]
    unproven: list[Action]
    unanswered: list[Evidence]

    @property
    def are_none(self) -> bool:
        """Say whether there is no gap at all."""
        return not (
            self.unheard or self.without_action or self.unproven or self.unanswered
        )


def gaps_of(statement: Statement, *, on: date) -> Gaps:
    """Return the gaps of a statement on the day `on`; raises ReleaseAltered.

    The same number of queries however much evidence there is.
    """
    seen = theme_map(statement)
    last = last_heard(statement)
    actions = [
        action
        for key_theme in seen.key_themes
        for area in key_theme.areas.all()
        for action in area.actions.all()
        if not action.is_withdrawn
    ]
    return Gaps(
        unheard=[
            Unheard(one, last.get(one.pk))
            for one in seen.key_themes
            if is_gap(last.get(one.pk), on)
        ],
        without_action=seen.without_action,
        unproven=[
            one
            for one in actions
            if one.status == ActionStatus.COMPLETE and not one.pieces  # type: ignore[attr-defined]
        ],
        unanswered=unanswered_challenges(statement),
    )


def last_heard(statement: Statement) -> dict[int, date]:
    """Return when each key theme's newest standing evidence was released; one query."""
    rows = (
        Evidence.objects.standing()
        .filter(key_theme__statement=statement)
        .order_by()
        .values("key_theme")
        .annotate(last=Max(KT("frozen__issued_on")))
    )
    return {row["key_theme"]: date.fromisoformat(row["last"]) for row in rows}


def unanswered_challenges(statement: Statement) -> list[Evidence]:
    """Return what challenges the statement and nobody has answered, the oldest first."""
    return list(
        evidence_in_full()
        .standing()
        .filter(key_theme__statement=statement, stance=Stance.CHALLENGES, answers=None)
        .order_by("added_at", "pk")
    )
