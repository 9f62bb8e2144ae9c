"""How entries of the calendar look."""

from django import template

from voice.replies.enums import Happening
from voice.replies.logic.calendar import Entry

register = template.Library()
KINDS = {
    Happening.OPENS: "good",
    Happening.CLOSES: "done",
    Happening.REPLY_DUE: "under_way",
    Happening.PROMISE_DUE: "proud",
    Happening.SESSION: "waiting",
    Happening.NOTES_DUE: "waiting",
}


@register.filter
def entry_kind(entry: Entry) -> str:
    """Return the kind of the tag of an entry; what is late looks so."""
    return "bad" if entry.is_late else KINDS[entry.kind]
