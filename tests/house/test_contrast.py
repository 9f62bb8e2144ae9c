"""The tokens' own promise: text 4.5 to 1, borders and shapes 3 to 1, in both schemes."""

import re
from pathlib import Path

import pytest
from django.conf import settings

CSS = Path(settings.HOUSE) / "static" / "css"
INKS = ("ink", "muted", "teal", "plum", "indigo", "rust", "moss")
GROUNDS = ("paper", "raised", "sunk")


def tokens(*sheets):
    """Return the colours of the sheets; a later sheet wins."""
    css = "".join((CSS / sheet).read_text(encoding="utf-8") for sheet in sheets)
    before_print = css.replace("@media print", "\0").split("\0")
    first = before_print[0] + "".join(
        part.split("}", 2)[2] for part in before_print[1:]
    )
    return dict(re.findall(r"--([\w-]+):\s*(#[0-9a-f]{6})", first))


def brightness(colour):
    """Return the relative luminance of a colour (WCAG 2.2)."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    """Return the contrast of two colours (WCAG 2.2)."""
    darker, lighter = sorted((brightness(one), brightness(other)))
    return (lighter + 0.05) / (darker + 0.05)


SCHEMES = {
    "light": tokens("tokens.css"),
    "dark": tokens("tokens.css", "tokens_dark.css"),
    "calm": tokens("tokens.css", "tokens_calm.css"),
}


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("ink", INKS)
def test_text_can_be_read(scheme, ground, ink):
    colours = SCHEMES[scheme]
    assert contrast(colours[ink], colours[ground]) >= 4.5


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("hue", ["teal", "plum", "indigo", "rust", "moss"])
def test_a_colour_can_be_read_on_its_tint_and_written_on(scheme, hue):
    colours = SCHEMES[scheme]
    assert contrast(colours[hue], colours[f"{hue}-tint"]) >= 4.5
    assert contrast(colours["ink"], colours[f"{hue}-tint"]) >= 4.5
    assert contrast(colours["muted"], colours[f"{hue}-tint"]) >= 4.5
    assert contrast(colours["on-colour"], colours[hue]) >= 4.5


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("ground", GROUNDS)
def test_edges_of_controls_can_be_seen(scheme, ground):
    colours = SCHEMES[scheme]
    assert contrast(colours["edge"], colours[ground]) >= 3


@pytest.mark.parametrize("scheme", SCHEMES)
def test_the_chosen_card_can_be_read(scheme):
    colours = SCHEMES[scheme]
    assert contrast(colours["on-sun"], colours["sun"]) >= 4.5
    assert contrast(colours["ink"], colours["sun-tint"]) >= 4.5
