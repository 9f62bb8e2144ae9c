"""One spelling for the content of a release, so that a byte changed is a byte seen."""

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence


def canonical(content: object) -> str:
    """Return `content` as JSON with sorted keys and no spaces."""
    return json.dumps(
        content, sort_keys=True, ensure_ascii=False, separators=(",", ":")
    )


def content_hash(
    *,
    survey: str,
    number: int,
    tables: Mapping[str, object],
    quotes: Iterable[Mapping[str, object]],
    codebook: Sequence[object] = (),
) -> str:
    """Return the SHA-256 of a release, whatever order its quotes come in.

    A release from before codebooks were kept has none, and keeps its hash.
    """
    spelt = sorted(canonical(dict(quote)) for quote in quotes)
    content: dict[str, object] = {
        "survey": survey,
        "number": number,
        "tables": dict(tables),
        "quotes": spelt,
    }
    if codebook:
        content["codebook"] = list(codebook)
    return hashlib.sha256(canonical(content).encode()).hexdigest()
