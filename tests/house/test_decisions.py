"""Decision records are numbered without gaps and say all four things."""

import re
from pathlib import Path

FOLDER = Path(__file__).resolve().parents[2] / "docs" / "decisions"
PARTS = ["## Status", "## Context", "## Decision", "## Consequences"]


def test_decision_records_are_numbered_without_gaps():
    numbers = [int(file.name[:4]) for file in sorted(FOLDER.glob("*.md"))]
    assert numbers == list(range(1, len(numbers) + 1))
    assert numbers


def test_decision_records_have_their_four_parts_in_order():
    for file in FOLDER.glob("*.md"):
        found = re.findall(r"^## .+$", file.read_text(encoding="utf-8"), re.M)
        assert found == PARTS, file.name
