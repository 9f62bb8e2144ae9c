"""What the council does, and what its measures read."""

from django.utils.translation import gettext as _

from voice.briefings.logic.paper import Block, Item
from voice.briefings.models import BriefingSection
from voice.briefings.queries.composing import Composing, day
from voice.briefings.queries.standing import actions_of
from voice.council.enums import BASE_LANGUAGE
from voice.statement.models import Action, KeyTheme, Measure
from voice.statement.queries import key_themes_in_full


def measures_blocks(section: BriefingSection, _composing: Composing) -> list[Block]:
    """Return the actions of a key theme, or of every one, each with its measures."""
    blocks: list[Block] = []
    for key_theme in _key_themes(section):
        actions = actions_of(key_theme)
        if actions and section.key_theme is None:
            blocks.append({"kind": "heading", "level": 3, "text": str(key_theme)})
        if actions:
            blocks.append(actions_list(actions))
    if not blocks:
        blocks.append({"kind": "text", "text": _("No actions yet.")})
    return blocks


def _key_themes(section: BriefingSection) -> list[KeyTheme]:
    """Return the section's key theme, or all of the statement's, in full."""
    statement = section.briefing.statement
    if statement is None:
        return []
    every = key_themes_in_full(statement)
    if section.key_theme_id is None:
        return every
    return [one for one in every if one.pk == section.key_theme_id]


def actions_list(actions: list[Action]) -> Block:
    """Return actions as a list: what, how it stands and why, owner, date, measures."""
    return {
        "kind": "list",
        "ordered": False,
        "items": [_item(action) for action in actions],
    }


def _item(action: Action) -> Item:
    """Return one action."""
    due = _("due %(day)s") % {"day": day(action.due_on)} if action.due_on else ""
    parts = [action.owner_title, due, action.reason]
    parts += [measure_words(measure) for measure in action.measures.all()]
    return {
        "text": action.title,
        "status": str(action.get_status_display()),
        "detail": " · ".join(part for part in parts if part),
        "language": BASE_LANGUAGE,
    }


def measure_words(measure: Measure) -> str:
    """Return what a measure reads, from what, to what."""
    newest = next(iter(measure.readings.all()), None)
    said = {"title": measure.title, "start": measure.baseline, "goal": measure.target}
    if newest is None:
        return _("%(title)s: not measured yet (start %(start)s, goal %(goal)s)") % said
    said |= {"value": newest.value, "day": day(newest.on)}
    return _("%(title)s: %(value)s on %(day)s (start %(start)s, goal %(goal)s)") % said
