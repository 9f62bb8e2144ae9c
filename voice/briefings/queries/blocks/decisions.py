"""What the board agreed last time, and what came of it."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from voice.briefings.logic.paper import Block, Item
from voice.briefings.models import BriefingSection, Decision
from voice.briefings.queries.composing import Composing, day
from voice.briefings.queries.decisions import decisions_back
from voice.briefings.queries.meetings import meetings_around
from voice.council.enums import BASE_LANGUAGE


def decisions_blocks(section: BriefingSection, composing: Composing) -> list[Block]:
    """Return what the last meeting agreed and what is still open, the latest first."""
    last = meetings_around(composing.on).last
    decisions = decisions_back(last, on=composing.on, of=section.key_theme)
    if not decisions:
        said = _("Nothing that was agreed at a meeting comes back this time.")
        return [{"kind": "text", "text": said}]
    items = [_item(one, composing) for one in decisions]
    return [{"kind": "list", "ordered": False, "items": items}]


def _item(decision: Decision, composing: Composing) -> Item:
    """Return one decision: what, how it stands, whose it is, by when, what came of it."""
    parts = [
        decision.owner_title,
        _("agreed on %(day)s") % {"day": day(decision.meeting.on)},
        _("by %(day)s") % {"day": day(decision.due_on)},
    ]
    if decision.done_on is not None:
        parts.append(_("ended on %(day)s") % {"day": day(decision.done_on)})
    if decision.came_of_it:
        parts.append(decision.came_of_it)
    return {
        "text": decision.what,
        "status": _standing(decision, composing),
        "detail": " · ".join(parts),
        "language": BASE_LANGUAGE,
    }


def _standing(decision: Decision, composing: Composing) -> str:
    """Return how a decision stands; how late, when it is."""
    late = decision.days_late(composing.on)
    if late:
        return ngettext("%(days)s day late", "%(days)s days late", late) % {
            "days": late
        }
    return str(decision.get_state_display())
