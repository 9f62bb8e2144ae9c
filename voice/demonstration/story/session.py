"""What an invented group said about leaving care, and the flipchart they wrote on."""

from io import BytesIO

from PIL import Image, ImageDraw, ImageFont

HELD_ON = -3
# The session as it was planned, and one that is to come: day, title, hours, place.
PLANNED = (HELD_ON, "Care leavers' forum", 17, 19, "The Foundry, Mill Road, room 2")
COMING = (6, "Pizza and talk about leaving care", 16, 18, "The Foundry, Mill Road")
HOW_TO_COME = "Just come, or ring the participation team first: 01632 960 120."
FOR_WHOM = "Everybody who has left care, or will soon."
PRESENT = 12
LABEL = "Care leavers' forum, in the north"
# What was said, and whether whoever said it agreed to be quoted, with their age.
SAID = (
    ("Nobody tells you how rent works until you owe it.", True),
    ("We want one person to ring, not five.", True),
    ("Let us see a flat before we have to say yes to it.", False),
    ("Setting up home money comes after you have moved. That is too late.", True),
)
PAPER, INK, TEAL = "#FBF6EA", "#1D2433", "#0A6A63"
ON_THE_SHEET = (
    "Leaving care:",
    "- show us the flat first",
    "- 1 person to ring",
    "- £ BEFORE we move",
)


def flipchart() -> bytes:
    """Return a photograph (JPEG) of one sheet of a flipchart."""
    picture = Image.new("RGB", (900, 1200), "#C9C2B4")
    pen = ImageDraw.Draw(picture)
    pen.polygon([(70, 60), (840, 84), (820, 1140), (88, 1120)], fill=PAPER)
    for place, line in enumerate(ON_THE_SHEET):
        pen.text(
            (130, 150 + 150 * place),
            line,
            fill=TEAL if place == 0 else INK,
            font=ImageFont.load_default(size=56),
        )
    kept = BytesIO()
    picture.save(kept, format="JPEG", quality=80)
    return kept.getvalue()
