"""What was promised to young people, and how it stands on the day."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from voice.briefings.logic.paper import Block, Item
from voice.briefings.models import BriefingSection
from voice.briefings.queries.composing import Composing, day
from voice.briefings.queries.promises import (
    PromiseLine,
    promise_lines,
    promises_of,
    published_promises,
)


def promises_blocks(section: BriefingSection, composing: Composing) -> list[Block]:
    """Return the promises of a key theme, or all there are."""
    if section.key_theme is not None:
        promises = promises_of(section.key_theme)
    else:
        promises = published_promises()
    items = [_item(line) for line in promise_lines(promises, on=composing.on)]
    if not items:
        said = _("No promise has been made to young people yet.")
        return [{"kind": "text", "text": said}]
    return [{"kind": "list", "ordered": False, "items": items}]


def _item(line: PromiseLine) -> Item:
    """Return one promise: what, how it stands, whose it is and by when."""
    told = line.told
    parts = [told.owner_title, _("by %(day)s") % {"day": day(told.due_on)}]
    if told.new_due_on:
        parts.append(_("new date %(day)s") % {"day": day(told.new_due_on)})
    parts += [part for part in (told.reason, line.consultation) if part]
    return {
        "text": told.text,
        "status": _standing(line),
        "detail": " · ".join(parts),
        "language": told.language,
    }


def _standing(line: PromiseLine) -> str:
    """Return how a promise stands; how late, when it is."""
    late = line.days_late
    if late:
        return ngettext("%(days)s day late", "%(days)s days late", late) % {
            "days": late
        }
    return str(line.told.standing.label)
