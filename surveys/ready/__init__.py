"""Surveys ready to begin from, and instrument packs: TOML in our own words.

The shape of a file is that of surveys.logic.ready.
"""

import tomllib
from functools import cache
from pathlib import Path

from surveys.logic.ready import Ready, read_ready

FILES = Path(__file__).parent


@cache
def ready_surveys() -> list[Ready]:
    """Return the surveys one may begin from, in their order."""
    return [ready for ready in _all() if ready.pack is None]


@cache
def packs() -> list[Ready]:
    """Return the instrument packs, in their order."""
    return [ready for ready in _all() if ready.pack is not None]


def ready_survey(name: str) -> Ready | None:
    """Return the survey of that name to begin from, or None."""
    return next((ready for ready in ready_surveys() if ready.name == name), None)


def pack_named(name: str) -> Ready | None:
    """Return the pack of that name and version ("ons4/1"), or None."""
    return next((r for r in packs() if r.pack and r.pack.name == name), None)


@cache
def _all() -> list[Ready]:
    """Return what every file says, in their order."""
    found = [
        read_ready(path.stem, tomllib.loads(path.read_text(encoding="utf-8")))
        for path in FILES.glob("*.toml")
    ]
    return sorted(found, key=lambda ready: (ready.order, ready.name))
