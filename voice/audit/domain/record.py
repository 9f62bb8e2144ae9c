"""Writes down who did or read what."""

import hashlib
import hmac
import json
from typing import TYPE_CHECKING

from django.conf import settings
from django.db.models import Model

from voice.audit.models import Entry
from voice.audit.place import current_place

if TYPE_CHECKING:
    from voice.accounts.models import User

MACHINE = "the machine"


def entry_mac(entry: Entry) -> str:
    """Return the HMAC-SHA256 of everything an entry says, as hexadecimal."""
    said = json.dumps(
        [
            str(entry.id),
            entry.at.isoformat(),
            entry.actor_name,
            entry.verb,
            entry.object_type,
            entry.object_id,
            entry.place,
            entry.details,
        ],
        sort_keys=True,
    )
    return hmac.new(
        bytes.fromhex(settings.AUDIT_KEY), said.encode(), hashlib.sha256
    ).hexdigest()


def record(verb: str, of: Model, *, by: "User | None", **details: object) -> Entry:
    """Write one entry, inside the caller's transaction, and return it.

    `verb` is dotted, app first (“moderation.approve”); `by` is None when the
    machine acts; `details` hold ids and states, never a child's words.
    """
    entry = Entry(
        actor=by,
        actor_name=str(by) if by else MACHINE,
        verb=verb,
        object_type=of._meta.label,  # noqa: SLF001 - Django's public interface
        object_id=str(of.pk),
        place=current_place(),
        details=details,
    )
    entry.mac = entry_mac(entry)
    entry.save(force_insert=True)
    return entry
