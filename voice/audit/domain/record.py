"""Writes down who did or read what."""

import json
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db.models import Model

from voice.audit.domain.witness import witness
from voice.audit.logic.macs import keyed_hash, moment
from voice.audit.models import Entry
from voice.audit.place import current_place

if TYPE_CHECKING:
    from voice.accounts.models import User

MACHINE = "the machine"
PLACE_LENGTH = 200


def audit_key() -> bytes:
    """Return the key of the audit."""
    return bytes.fromhex(settings.AUDIT_KEY)


def entry_mac(entry: Entry) -> str:
    """Return the keyed hash of everything an entry says, as hexadecimal."""
    return keyed_hash(
        audit_key(),
        [
            str(entry.id),
            moment(entry.at),
            entry.actor_key,
            entry.actor_name,
            entry.verb,
            entry.object_type,
            entry.object_id,
            entry.place,
            entry.details,
        ],
    )


def record(
    verb: str, of: Model | type[Model], *, by: "User | None", **details: object
) -> Entry:
    """Write one entry, inside the caller's transaction, and return it.

    `verb` is dotted, app first (“moderation.approve”); `of` is an object, or a model
    when no single object is meant; `by` is None when the machine acts; `details`
    hold ids and states, never a child's words.
    """
    entry = Entry(
        actor=by,
        actor_key=str(by.pk) if by else "",
        actor_name=str(by) if by else MACHINE,
        verb=verb,
        object_type=of._meta.label,  # noqa: SLF001 - Django's public interface
        object_id=str(of.pk) if isinstance(of, Model) else "",
        place=current_place()[:PLACE_LENGTH],
        details=_as_kept(details),
    )
    entry.mac = entry_mac(entry)
    entry.save()
    witness(entry)
    return entry


def _as_kept(details: dict[str, object]) -> Any:
    """Return `details` as the database will give them back (ids and dates as text)."""
    return json.loads(json.dumps(details, cls=DjangoJSONEncoder))
