"""Reads the keys of one owner, in all their versions."""

from voice.council.enums import KeyPurpose
from voice.council.models import DataKey
from voice.kept_queries import Hole, KeptQuery

_VERSIONS = KeptQuery(
    lambda: DataKey.objects.filter(
        owner=Hole(DataKey, "owner"), purpose=Hole(DataKey, "purpose")
    )
)


def versions_of(owner: str, purpose: KeyPurpose) -> dict[int, DataKey]:
    """Return every version of one key by its number, as the database has them now."""
    return {row.version: row for row in _VERSIONS.rows(owner=owner, purpose=purpose)}
