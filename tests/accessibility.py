"""Measures how accessible the public pages are: python -m tests.accessibility --write.

Runs the journey that looks at every kind of public page with axe, and writes what it
measured to cms/measured.json, which the accessibility statement shows.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from django.utils import timezone

HOUSE = Path(__file__).resolve().parents[1]
WRITTEN = HOUSE / "cms" / "measured.json"
JOURNEY = "tests/journeys/test_every_public_page.py"
# Where the journey leaves what each mode found, one file a mode.
LEFT_IN = "VOICE_MEASURED_IN"

# Addresses below a language; those of a consultation and of an update stand for all.
PAGES = (
    "",
    "consultations/",
    "consultations/where-i-live/",
    "what-changed/",
    "plan/",
    "plan/easy-read/",
    "news/",
    "news/a-bag-for-every-move/",
    "board/",
    "for-groups/",
    "for-groups/session-plan/",
    "about/",
    "help/",
    "privacy/",
    "accessibility/",
)
# The language of each mode, and Playwright's options for its browser.
MODES: dict[str, tuple[str, dict[str, object]]] = {
    "phone": ("en", {"is_mobile": True, "has_touch": True}),
    "laptop": ("en", {"viewport": {"width": 1280, "height": 800}}),
    "dark": ("en", {"color_scheme": "dark"}),
    "urdu": ("ur", {"is_mobile": True, "has_touch": True, "locale": "ur"}),
}


def leave(mode: str, *, tool: str, found: list[str]) -> None:
    """Leave what one mode found where the command asked for it, if it did."""
    if there := os.environ.get(LEFT_IN):
        said = json.dumps({"tool": tool, "found": found})
        (Path(there) / f"{mode}.json").write_text(said)


def measure() -> dict[str, object]:
    """Run the journey and return what it measured; leaves with 1 when it did not run."""
    with tempfile.TemporaryDirectory() as there:
        subprocess.run(
            [sys.executable, "-m", "pytest", "-q", "-n0", JOURNEY],
            cwd=HOUSE,
            env=os.environ | {LEFT_IN: there},
            check=False,
        )
        left = {mode: Path(there) / f"{mode}.json" for mode in MODES}
        if not all(path.exists() for path in left.values()):
            sys.exit("The journey did not look at every page; nothing is written.")
        said = {mode: json.loads(path.read_text()) for mode, path in left.items()}
    return {
        "on": timezone.localdate().isoformat(),
        "tool": said["phone"]["tool"],
        "pages": list(PAGES),
        "modes": list(MODES),
        "looks": len(PAGES) * len(MODES),
        "found": sorted({one for mode in said.values() for one in mode["found"]}),
    }


def main() -> None:
    """Measure, and write it down when asked to."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "voice.settings.test")
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--write", action="store_true", help="write cms/measured.json")
    write = asked.parse_args().write
    said = json.dumps(measure(), indent=2, ensure_ascii=False)
    print(said)
    if write:
        WRITTEN.write_text(f"{said}\n")


if __name__ == "__main__":
    main()
