"""Pictures are opened by the one function that refuses what was cut short."""

import re
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageFile

from voice.pictures import open_picture

HOUSE = Path(__file__).resolve().parents[1]


def test_a_picture_cut_short_is_refused_whatever_was_loaded(monkeypatch):
    monkeypatch.setattr(ImageFile, "LOAD_TRUNCATED_IMAGES", True)
    whole = BytesIO()
    Image.effect_noise((200, 200), 60).save(whole, "PNG")
    cut = BytesIO(whole.getvalue()[: len(whole.getvalue()) // 2])
    with open_picture(cut, formats=("PNG",)) as picture, pytest.raises(OSError):
        picture.load()


def test_nothing_of_ours_opens_a_picture_otherwise():
    alone = re.compile(r"\bImage\.open\(")
    found = [
        str(path.relative_to(HOUSE))
        for folder in ("voice", "surveys", "cms")
        for path in (HOUSE / folder).rglob("*.py")
        if alone.search(path.read_text())
    ]
    assert found == ["voice/pictures.py"]
