"""The board: when it met, what it agreed, and a sentence young editors agreed for it."""

from typing import NamedTuple

from voice.briefings.enums import DecisionState
from voice.statement.enums import ActionStatus

BOARD = "Improvement board"
MET_FIRST, MET_LAST, MEETS_NEXT = -126, -35, 21


class ToldDecision(NamedTuple):
    """What a meeting agreed; days are counted from the day of building.

    `ended` is how, when and what came of it; None while it is open. `told` is what young
    people read of it, in English and Urdu.
    """

    met: int
    what: str
    owner_title: str
    due: int
    key_theme: int | None = None
    ended: tuple[DecisionState, int, str] | None = None
    told: tuple[str, str] = ("", "")


class ToldHeadline(NamedTuple):
    """A sentence in English and Urdu, which group agreed it, when, and how."""

    key_theme: int
    words: tuple[str, str]
    agreed_by: str
    agreed: int
    how: str


DECISIONS = (
    ToldDecision(
        MET_FIRST,
        "Old and new worker visit together in every team",
        "Director of Children's Services",
        -60,
        2,
        (
            DecisionState.NOT_DONE,
            -50,
            "Two teams of five do it. The others cannot while nine posts are empty.",
        ),
    ),
    ToldDecision(
        MET_LAST,
        "What transport to family time costs comes to the next meeting",
        "Director of Finance",
        -10,
        1,
        told=(
            "They want to know what it costs to bring you to your family. Then they "
            "decide.",
            "وہ جاننا چاہتے ہیں کہ آپ کو خاندان تک پہنچانے پر کتنا خرچ آتا ہے۔ پھر فیصلہ "
            "کریں گے۔",
        ),
    ),
    ToldDecision(
        MET_LAST,
        "Each team says by when its empty posts are filled",
        "Director of Children's Services",
        14,
        2,
        told=(
            "Each team must say by when it has enough workers.",
            "ہر ٹیم کو بتانا ہے کہ اس کے پاس کافی کارکن کب تک ہوں گے۔",
        ),
    ),
    ToldDecision(
        MET_LAST,
        "The chair meets the Children in Care Council",
        "Chair of the board",
        10,
        None,
        (
            DecisionState.DONE,
            -12,
            "They met. Young people asked to be told who their next worker is.",
        ),
    ),
)
HEADLINES = (
    ToldHeadline(
        2,
        (
            "We want to know who is coming, and that they stay.",
            "ہم جاننا چاہتے ہیں کہ کون آ رہا ہے، اور یہ کہ وہ ٹھہرے۔",
        ),
        "Children in Care Council",
        -42,
        "With hands up at their meeting, before there was a code for them.",
    ),
)
# How actions stood when the board last met, where they stand otherwise today.
STOOD = {"handover": ActionStatus.AMBER, "private": ActionStatus.AMBER}
