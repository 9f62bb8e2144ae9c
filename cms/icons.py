"""Draws the icons and the cards of shared links, from one mark: words, and two who talk.

The mark is that of static/img/favicon.svg, on a grid of 32.
"""

from io import BytesIO

from PIL import Image, ImageDraw

from voice.council.logic.colours import HOUSES, PAPER, mixed

SUN = "#ffc93c"
INK = "#1d2433"
# Drawn so many times larger and made small again, for smooth edges.
FINE = 4
BUBBLE = ((4, 5), (28, 5), (28, 22), (16, 22), (9, 29), (9, 22), (4, 22))
DOTS = ((12, 13), (20, 13))
CARD = (1200, 630)
Point = tuple[float, float]


def draw_all() -> dict[str, bytes]:
    """Return every picture by its path under static/img."""
    teal = HOUSES["teal"].house
    drawn = {
        "icons/apple-touch.png": _png(_tile(180, teal)),
        "icons/192.png": _png(_mark(192, teal)),
        "icons/512.png": _png(_mark(512, teal)),
        "icons/512-whole.png": _png(_tile(512, teal)),
        "icons/favicon.ico": _ico(_mark(64, teal)),
    }
    for name, shades in HOUSES.items():
        drawn[f"cards/{name}.png"] = _png(_card(shades.house))
    return drawn


def _mark(size: int, colour: str) -> Image.Image:
    """Return the mark on nothing."""
    whole = size * FINE
    picture = Image.new("RGBA", (whole, whole), (0, 0, 0, 0))
    _bubble(ImageDraw.Draw(picture), (0, 0), whole / 32, colour, SUN)
    return picture.resize((size, size), Image.Resampling.LANCZOS)


def _tile(size: int, colour: str) -> Image.Image:
    """Return the mark on the colour, with room round it for phones that cut corners."""
    whole = size * FINE
    picture = Image.new("RGB", (whole, whole), colour)
    unit = whole * 0.62 / 32
    start = whole * 0.19
    _bubble(ImageDraw.Draw(picture), (start, start), unit, PAPER, colour)
    return picture.resize((size, size), Image.Resampling.LANCZOS)


def _card(colour: str) -> Image.Image:
    """Return two bubbles, one answering the other, on the colour."""
    wide, high = (side * 2 for side in CARD)
    picture = Image.new("RGB", (wide, high), colour)
    draw = ImageDraw.Draw(picture)
    floor = mixed(colour, "#000000", 0.18)
    draw.rectangle((0, high - 110, wide, high), fill=floor)
    _bubble(draw, (330, 110), 30, PAPER, colour)
    _bubble(draw, (1290, 350), 22, SUN, INK, turned=True)
    return picture.resize(CARD, Image.Resampling.LANCZOS)


def _bubble(
    draw: ImageDraw.ImageDraw,
    start: Point,
    unit: float,
    fill: str,
    dots: str,
    *,
    turned: bool = False,
) -> None:
    """Draw a bubble with its top left at `start`; `turned` points it the other way."""

    def at(point: Point) -> Point:
        across = 32 - point[0] if turned else point[0]
        return start[0] + across * unit, start[1] + point[1] * unit

    corners = [at(point) for point in BUBBLE]
    draw.polygon(corners, fill=fill)
    # Round joints, as the house's pen has them.
    draw.line([*corners, corners[0]], fill=fill, width=round(unit * 2), joint="curve")
    for corner in corners:
        _dot(draw, corner, unit, fill)
    for dot in DOTS:
        _dot(draw, at(dot), unit * 2, dots)


def _dot(draw: ImageDraw.ImageDraw, at: Point, radius: float, fill: str) -> None:
    across, down = at
    box = (across - radius, down - radius, across + radius, down + radius)
    draw.ellipse(box, fill=fill)


def _png(picture: Image.Image) -> bytes:
    """Return `picture` as a small PNG: flat colours need no more than a palette."""
    kind = picture if picture.mode == "RGBA" else picture.quantize(32)
    drawn = BytesIO()
    kind.save(drawn, format="PNG", optimize=True)
    return drawn.getvalue()


def _ico(picture: Image.Image) -> bytes:
    """Return `picture` as browsers of long ago want it, in two sizes."""
    drawn = BytesIO()
    picture.save(drawn, format="ICO", sizes=[(16, 16), (32, 32)])
    return drawn.getvalue()
