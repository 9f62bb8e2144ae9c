"""What a screen reader is told of a page, kept beside the journeys and held to.

Kept trees are written anew with WRITE_TREES=1, then read by eye before they are kept.
"""

import os
import re
from pathlib import Path

from playwright.sync_api import Page

TREES = Path(__file__).parent / "trees"
# What differs from day to day, or from one database to the next, is said as its kind.
A_DAY = re.compile(
    r"\b(\d{1,2} )?(January|February|March|April|May|June|July|August|September|"
    r"October|November|December) \d{4}\b"
)
A_TIME = re.compile(
    r"\b\d{1,2}(:[0-5]\d)?[ap]m\b|\bmidday\b|\bmidnight\b|\b\d+(\.\d+)? seconds\b"
)
AN_ADDRESS = re.compile(r"^ *- /url: .*\n", re.MULTILINE)
A_PIECE = re.compile(r"(?<=evidence )\d+\b")


def of_any_day(heard: str) -> str:
    """Return a tree without the day, the time, addresses and numbers of that day."""
    for pattern, kind in ((A_DAY, "DAY"), (A_TIME, "TIME"), (A_PIECE, "N")):
        heard = pattern.sub(kind, heard)
    return AN_ADDRESS.sub("", heard)


def heard(page: Page) -> str:
    """Return what a screen reader is told of what the page is about."""
    return page.locator("main").aria_snapshot() + "\n"


def kept(name: str, told: str) -> str:
    """Return the tree that is kept by this name; `told` itself while trees are written."""
    path = TREES / f"{name}.yaml"
    if "WRITE_TREES" in os.environ:
        path.parent.mkdir(exist_ok=True)
        path.write_text(told, encoding="utf-8")
    return path.read_text(encoding="utf-8")
