"""What the accessibility tests measured last, as they wrote it down themselves."""

import json
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

WRITTEN = Path(__file__).with_name("measured.json")


@dataclass(frozen=True, slots=True)
class Measured:
    """A run of `python -m tests.accessibility --write`.

    `pages` are addresses below a language, `modes` the ways each was looked at,
    `looks` how many looks that were, `found` what broke a rule.
    """

    on: date
    tool: str
    pages: tuple[str, ...]
    modes: tuple[str, ...]
    looks: int
    found: tuple[str, ...]


@cache
def measured() -> Measured | None:
    """Return what was written down last; None before the first run."""
    if not WRITTEN.exists():
        return None
    said: dict[str, Any] = json.loads(WRITTEN.read_text())
    return Measured(
        on=date.fromisoformat(said["on"]),
        tool=said["tool"],
        pages=tuple(said["pages"]),
        modes=tuple(said["modes"]),
        looks=said["looks"],
        found=tuple(said["found"]),
    )
