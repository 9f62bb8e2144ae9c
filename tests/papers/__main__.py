"""Checks PDFs from the command line: python -m tests.papers paper.pdf."""

import sys
from pathlib import Path

from tests.papers import faults, read


def main(names: list[str]) -> int:
    """Say what is wrong with each file; return 0 when nothing is."""
    wrong = 0
    for name in names:
        inside = read(Path(name).read_bytes())
        found = faults(inside)
        wrong += len(found)
        said = "nothing is wrong" if not found else f"{len(found)} wrong"
        print(f"{name}: {len(inside.pages)} pages, {inside.language}: {said}")
        for fault in found:
            print(f"  {fault}")
    return 1 if wrong else 0


if __name__ == "__main__":
    if not sys.argv[1:]:
        sys.exit("Name at least one PDF: python -m tests.papers paper.pdf")
    sys.exit(main(sys.argv[1:]))
