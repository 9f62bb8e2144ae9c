from pathlib import Path

import pytest
from django.conf import settings
from PIL import Image

from cms.icons import draw_all

IMAGES = Path(settings.HOUSE) / "static" / "img"


@pytest.mark.parametrize("name", sorted(draw_all()))
def test_picture_in_the_house_is_the_one_that_is_drawn(name, tmp_path):
    fresh = tmp_path / Path(name).name
    fresh.write_bytes(draw_all()[name])
    with Image.open(fresh) as drawn, Image.open(IMAGES / name) as kept:
        assert drawn.size == kept.size
        assert drawn.convert("RGBA").tobytes() == kept.convert("RGBA").tobytes()


def test_a_card_is_as_large_as_those_who_show_it_ask_and_light():
    for path in (IMAGES / "cards").glob("*.png"):
        with Image.open(path) as card:
            assert card.size == (1200, 630)
        assert path.stat().st_size < 20_000
