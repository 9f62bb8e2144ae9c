"""Who did what with one concern, and who read it, from the audit."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from voice.audit.queries import entries
from voice.moderation.models import Concern

DID: dict[str, Promise] = {
    "moderation.raise_concern": gettext_lazy("raised it"),
    "moderation.wants_contact": gettext_lazy("asked to be contacted"),
    "moderation.try_contact": gettext_lazy("tried to reach them"),
    "moderation.read_concern": gettext_lazy("read it"),
    "moderation.hear_concern": gettext_lazy("heard or saw the recording"),
    "moderation.act_on_concern": gettext_lazy("rang 999 or the front door"),
    "moderation.decide_concern": gettext_lazy("decided"),
    "moderation.reopen_concern": gettext_lazy("opened it again"),
    "moderation.add_to_concern": gettext_lazy("added to the record"),
    "moderation.escalate_concern": gettext_lazy("asked the duty manager to look"),
    "moderation.put_up_wall": gettext_lazy("kept somebody out"),
    "moderation.take_down_wall": gettext_lazy("let somebody in again"),
    "moderation.place_hold": gettext_lazy("placed a legal hold"),
    "moderation.lift_hold": gettext_lazy("lifted the legal hold"),
    "moderation.forget_contact": gettext_lazy("deleted the contact details"),
    "moderation.forget_concern": gettext_lazy("deleted the words"),
}
SHOWN = 100


@dataclass(frozen=True, slots=True)
class Done:
    """One line of a concern's history."""

    at: datetime
    who: str
    did: Promise | str


def history_of(concern: Concern) -> list[Done]:
    """Return what was done with a concern, newest first; the last hundred things."""
    found = entries(kind="moderation.Concern", object_id=str(concern.pk))[:SHOWN]
    return [
        Done(
            at=entry.at,
            who=_("The young person")
            if entry.verb == "moderation.wants_contact"
            else entry.actor_name,
            did=DID.get(entry.verb, entry.verb),
        )
        for entry in found
    ]
