"""The README's pictures are there, small, and no others are kept."""

import re
from pathlib import Path

from PIL import Image

from tests.pictures import STEPS, TOUR

HOUSE = Path(__file__).resolve().parents[2]
SHOWN = re.compile(r"!\[[^\]]+\]\((docs/pictures/[^)]+)\)")
HEAVIEST = 200_000


def pictures():
    """Return the files that the README shows."""
    return [HOUSE / name for name in SHOWN.findall((HOUSE / "README.md").read_text())]


def test_every_picture_shown_is_there_and_light():
    for file in pictures():
        assert file.stat().st_size < HEAVIEST, file.name
        with Image.open(file) as picture:
            picture.verify()


def test_every_picture_kept_is_shown():
    kept = set((HOUSE / "docs" / "pictures").rglob("*.png"))
    assert kept == set(pictures())


def test_each_step_of_the_tour_has_its_picture():
    made = {f"{name}.png" for name, *_rest in STEPS} | {"2-question.png"}
    assert {file.name for file in TOUR.glob("*.png")} == made
