"""Draws the pictures of the site's pages: one pen, flat fills, nothing from elsewhere."""

from io import BytesIO

from django.core.files.base import ContentFile
from PIL import Image, ImageDraw
from wagtail.images import get_image_model
from wagtail.images.models import AbstractImage

WIDE, HIGH, FINER = 1200, 800, 2
PEN = 12
INK, PAPER, TEAL, SUN = "#1d2433", "#fffcf6", "#0a6a63", "#ffc93c"
TINT, SKY, ROSE = "#d8ece9", "#dfe6f8", "#f3dfea"
Points = list[tuple[float, float]]


class Sheet:
    """A sheet drawn on at twice its size and made smaller, so that its lines are soft."""

    def __init__(self, ground: str) -> None:
        """Begin with a plain ground."""
        self.image = Image.new("RGB", (WIDE * FINER, HIGH * FINER), ground)
        self.draw = ImageDraw.Draw(self.image)

    def line(self, points: Points, colour: str = INK, pen: int = PEN) -> None:
        """Draw a line through the points, its ends and corners round."""
        far = [(x * FINER, y * FINER) for x, y in points]
        self.draw.line(far, fill=colour, width=pen * FINER, joint="curve")
        for x, y in (far[0], far[-1]):
            half = pen * FINER / 2
            self.draw.ellipse((x - half, y - half, x + half, y + half), fill=colour)

    def box(
        self, left: float, top: float, right: float, foot: float, fill: str
    ) -> None:
        """Draw a box with round corners."""
        self.draw.rounded_rectangle(
            [side * FINER for side in (left, top, right, foot)],
            radius=28 * FINER,
            fill=fill,
            outline=INK,
            width=PEN * FINER,
        )

    def disc(self, x: float, y: float, size: float, fill: str) -> None:
        """Draw a disc round a point."""
        sides = (x - size, y - size, x + size, y + size)
        self.draw.ellipse(
            [side * FINER for side in sides],
            fill=fill,
            outline=INK,
            width=PEN * FINER,
        )

    def arc(self, box: tuple[float, ...], start: int, end: int) -> None:
        """Draw part of an ellipse."""
        self.draw.arc([side * FINER for side in box], start, end, INK, PEN * FINER)

    def content(self) -> bytes:
        """Return the picture as a PNG."""
        held = BytesIO()
        small = self.image.resize((WIDE, HIGH), Image.Resampling.LANCZOS)
        small.quantize(64).save(held, format="PNG", optimize=True)
        return held.getvalue()


def _person(sheet: Sheet, x: float, top: float, jumper: str) -> None:
    """Draw somebody from the waist up, smiling."""
    sheet.box(x - 130, top + 200, x + 130, top + 520, jumper)
    sheet.disc(x, top + 90, 100, PAPER)
    for eye in (x - 36, x + 36):
        sheet.line([(eye, top + 70), (eye, top + 80)], pen=16)
    sheet.arc((x - 50, top + 70, x + 50, top + 140), 20, 160)


def two_people() -> bytes:
    """Return two people at a table, a letter between them."""
    sheet = Sheet(TINT)
    _person(sheet, 340, 120, SUN)
    _person(sheet, 860, 120, ROSE)
    sheet.box(80, 560, 1120, 680, PAPER)
    sheet.line([(220, 690), (220, 800)])
    sheet.line([(980, 690), (980, 800)])
    _letter(sheet, 600, 470)
    return sheet.content()


def _letter(sheet: Sheet, x: float, y: float) -> None:
    """Draw an envelope."""
    sheet.box(x - 120, y - 80, x + 120, y + 80, PAPER)
    sheet.line([(x - 108, y - 62), (x, y + 16), (x + 108, y - 62)])


def telling() -> bytes:
    """Return somebody who says something."""
    sheet = Sheet(SKY)
    _person(sheet, 380, 240, TEAL)
    sheet.box(620, 110, 1080, 410, PAPER)
    sheet.line([(690, 410), (620, 500), (780, 410)])
    for row, length in ((200, 300), (260, 340), (320, 220)):
        sheet.line([(690, row), (690 + length, row)], TEAL)
    return sheet.content()


def reading() -> bytes:
    """Return somebody who reads a letter."""
    sheet = Sheet(TINT)
    _person(sheet, 600, 60, ROSE)
    for eye in (555, 645):
        sheet.arc((eye - 42, 95, eye + 42, 179), 0, 360)
    sheet.line([(597, 135), (603, 135)])
    sheet.box(400, 400, 800, 740, PAPER)
    for row, length in ((490, 280), (560, 240), (630, 270)):
        sheet.line([(460, row), (460 + length, row)], TEAL)
    return sheet.content()


def helping() -> bytes:
    """Return a telephone that somebody answers."""
    sheet = Sheet(ROSE)
    _person(sheet, 780, 180, SUN)
    sheet.box(220, 120, 470, 680, PAPER)
    sheet.box(262, 190, 428, 560, TINT)
    sheet.line([(325, 620), (365, 620)])
    for size in (60, 110, 160):
        sheet.arc((500 - size, 380 - size, 500 + size, 380 + size), -40, 40)
    return sheet.content()


def locked() -> bytes:
    """Return a box that is locked, a letter half in it."""
    sheet = Sheet(SKY)
    _letter(sheet, 600, 250)
    sheet.box(300, 330, 900, 700, SUN)
    sheet.disc(600, 490, 44, PAPER)
    sheet.line([(600, 520), (600, 590)], pen=20)
    return sheet.content()


def keep_picture(name: str, content: bytes) -> AbstractImage:
    """Return the picture as editors find it among theirs."""
    return get_image_model().objects.create(
        title=name, file=ContentFile(content, name="drawing.png")
    )
