import pytest
from hypothesis import given
from hypothesis import strategies as some

from tests.house.test_contrast import SCHEMES as TOKENS
from voice.council.logic.colours import (
    FOR_WORDS,
    HOUSES,
    SCHEMES,
    can_be_read,
    contrast,
    is_hex,
    shades_of,
)

colours = some.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")


def test_contrast_is_that_of_the_standard():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)
    assert contrast("#ffffff", "#777777") == contrast("#777777", "#ffffff")


@pytest.mark.parametrize("scheme", SCHEMES)
def test_grounds_are_those_of_the_tokens(scheme):
    ground, tokens = SCHEMES[scheme], TOKENS[scheme]
    assert (ground.paper, ground.raised, ground.muted) == (
        tokens["paper"],
        tokens["raised"],
        tokens["muted"],
    )


@pytest.mark.parametrize("name", HOUSES)
def test_houses_own_colours_are_those_of_the_tokens(name):
    assert HOUSES[name] == (
        TOKENS["light"][name],
        TOKENS["dark"][f"{name}-tint"],
    )


@pytest.mark.parametrize("scheme", SCHEMES)
@given(colour=colours)
def test_every_shade_can_be_read_where_it_stands(scheme, colour):
    ground, shades = SCHEMES[scheme], shades_of(colour, scheme)
    for other in (ground.paper, ground.raised, shades.tint):
        assert contrast(shades.house, other) >= FOR_WORDS
    assert contrast(TOKENS[scheme]["ink"], shades.tint) >= FOR_WORDS
    assert contrast(ground.muted, shades.tint) >= FOR_WORDS
    on_colour = TOKENS[scheme]["on-colour"]
    assert contrast(on_colour, shades.house) >= FOR_WORDS


@given(colour=colours)
def test_a_colour_that_can_be_read_is_left_as_it_is(colour):
    if can_be_read(colour):
        assert shades_of(colour, "light").house == colour


@pytest.mark.parametrize(
    "wrong", ["", "0a6a63", "#0A6A63", "#0a6a6", "#0a6a63\n", "red"]
)
def test_only_a_hash_and_six_small_digits_are_a_colour(wrong):
    assert not is_hex(wrong)
