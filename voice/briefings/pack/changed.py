"""What changed: each key theme's actions, how they stand, and what their measures read."""

from collections.abc import Iterable

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from voice.briefings.logic.paper import Block, Item
from voice.briefings.models import Decision
from voice.briefings.pack.meetings import decision_item
from voice.briefings.pack.scope import Scope
from voice.briefings.pack.section import (
    Section,
    days_late,
    heading,
    item,
    joined,
    listing,
)
from voice.briefings.queries.composing import day
from voice.briefings.queries.standing import actions_of
from voice.statement.models import Action, KeyTheme, Measure


def what_changed(scope: Scope, decisions: list[Decision]) -> Section:
    """Return the section; no queries."""
    section = Section(_("What changed"))
    if decisions:
        section.blocks = [
            heading(_("What the board agreed")),
            *listing(decision_item(scope, one) for one in decisions),
        ]
    for one in scope.key_themes:
        section.blocks += _changed(scope, one)
    if not scope.key_themes:
        section.missing.append(_("There is no Statement of Action."))
    elif not any(actions_of(one) for one in scope.key_themes):
        section.missing.append(_("Nobody has undertaken to do anything about it."))
    return section


def _changed(scope: Scope, key_theme: KeyTheme) -> Iterable[Block]:
    """Yield what is done about one key theme."""
    actions = [one for one in actions_of(key_theme) if not is_given_up(one)]
    if not actions:
        return
    yield heading(str(key_theme))
    yield from listing(
        one
        for action in actions
        for one in (_action(scope, action), *_measures(scope, action))
    )


def is_given_up(action: Action) -> bool:
    """Say whether an action, or the whole area it is in, was withdrawn."""
    return action.is_withdrawn or action.area.is_withdrawn


def _action(scope: Scope, action: Action) -> Item:
    """Return an action: who owns it, by when, how it stands and why."""
    return item(
        f"{action.number} {action.title}",
        status=action.get_status_display(),
        detail=joined(
            action.owner_title,
            due_words(scope, action),
            action.reason,
            _pieces(action),
        ),
    )


def due_words(scope: Scope, action: Action) -> str:
    """Return by when an action is due, and by how much it is late."""
    if action.due_on is None:
        return _("ongoing")
    due = _("due on %(day)s") % {"day": day(action.due_on)}
    late = action.days_late(scope.today)
    if not late:
        return due
    return f"{due}, {days_late(late)}"


def _pieces(action: Action) -> str:
    """Return how much evidence from children an action has."""
    pieces: int = action.pieces  # type: ignore[attr-defined]
    if not pieces:
        return ""
    return ngettext(
        "%(number)s piece of evidence from children",
        "%(number)s pieces of evidence from children",
        pieces,
    ) % {"number": pieces}


def _measures(scope: Scope, action: Action) -> Iterable[Item]:
    """Yield what each measure of an action started from, read in the period, and aims at."""
    for one in action.measures.all():
        yield item(
            _("Measure: %(measure)s") % {"measure": one.title},
            detail=joined(
                _("start %(value)s") % {"value": one.baseline},
                *_readings(scope, one),
                _("goal %(value)s") % {"value": one.target},
            ),
        )


def _readings(scope: Scope, measure: Measure) -> list[str]:
    """Return what a measure read in the period, the oldest first."""
    within = [one for one in measure.readings.all() if scope.holds(one.on)]
    return [
        _("%(value)s on %(day)s") % {"value": one.value, "day": day(one.on)}
        for one in reversed(within)
    ] or [_("not read in this period")]
