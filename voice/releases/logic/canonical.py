"""One spelling for the content of a release, so that a byte changed is a byte seen."""

import hashlib
import json
from collections.abc import Iterable, Mapping


def canonical(content: object) -> str:
    """Return `content` as JSON with sorted keys and no spaces."""
    return json.dumps(
        content, sort_keys=True, ensure_ascii=False, separators=(",", ":")
    )


def content_hash(
    tables: Mapping[str, object], quotes: Iterable[Mapping[str, object]]
) -> str:
    """Return the SHA-256 of tables and quotes, whatever order the quotes come in."""
    spelt = sorted(canonical(dict(quote)) for quote in quotes)
    return hashlib.sha256(
        canonical({"tables": dict(tables), "quotes": spelt}).encode()
    ).hexdigest()
