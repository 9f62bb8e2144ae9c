"""The keyed hashes that make the audit tamper-evident; pure."""

import hashlib
import hmac
import json
from collections.abc import Sequence
from datetime import UTC, datetime

FIRST = "0" * 64


def keyed_hash(key: bytes, said: Sequence[object]) -> str:
    """Return the HMAC-SHA256 (RFC 2104) of `said`, as 64 hexadecimal digits.

    `said` is anything JSON can hold; keys are sorted, so that a database may give
    an object back in another order.
    """
    text = json.dumps(said, sort_keys=True)
    return hmac.new(key, text.encode(), hashlib.sha256).hexdigest()


def moment(at: datetime) -> str:
    """Return `at` in UTC to the microsecond, whatever zone a database gave it in."""
    return at.astimezone(UTC).isoformat(timespec="microseconds")
