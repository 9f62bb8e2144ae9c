"""The codebook: twelve themes, and one heard from few."""

from typing import NamedTuple

from voice.council.enums import Colour


class ToldTheme(NamedTuple):
    """A theme of the story; `number` is how the comments name it.

    `key_theme` is the number of the Statement's key theme it belongs to; 0 for none.
    """

    number: int
    name: str
    sentence: str
    colour: Colour
    include: str = ""
    exclude: str = ""
    example: str = ""
    heard_from_few: bool = False
    key_theme: int = 0


CODEBOOK = "What children tell us"
FEW = 13
SOMETHING_ELSE = 98
NO_REASON = 99

THEMES = (
    ToldTheme(
        1,
        "Workers keep changing",
        "Young people say their worker changes and they must tell their story again.",
        Colour.PLUM,
        "A change of worker, having to start again, not being told it was coming.",
        "A worker who is there but does not answer (Turning up and texting back).",
        "every time i have to tell my life story again its long",
        key_theme=3,
    ),
    ToldTheme(
        2,
        "Turning up and texting back",
        "Young people say workers do not come when they said, or do not answer messages.",
        Colour.RUST,
        "Late, cancelled or forgotten visits; messages and calls not answered.",
        "Not knowing who the worker is (Who is my worker?).",
        "come wen u say",
        key_theme=2,
    ),
    ToldTheme(
        3,
        "Who is my worker?",
        "Children say they do not know who their worker is or how to reach them.",
        Colour.INDIGO,
        "No name, no number, no face.",
        "A worker who changed (Workers keep changing).",
        "I dont no who she is",
        key_theme=2,
    ),
    ToldTheme(
        4,
        "Private means private",
        "Young people say things told in private were passed on without asking.",
        Colour.MOSS,
        "Being told on, meetings full of people, files read by others.",
        "",
        "stop telling everyone my stuff",
        key_theme=2,
    ),
    ToldTheme(
        5,
        "Someone who listens",
        "Young people say a worker or carer listens, remembers and does what they said.",
        Colour.TEAL,
        "Praise for somebody who listens, remembers, keeps their word.",
        "A wish for it that is not yet true.",
        "she lisens to me",
        key_theme=5,
    ),
    ToldTheme(
        6,
        "Brothers, sisters, family",
        "Young people want more, easier and more ordinary time with family.",
        Colour.PLUM,
        "Missing somebody, contact that is short, cancelled or watched.",
        "",
        "i want to see my sister more",
        key_theme=1,
    ),
    ToldTheme(
        7,
        "Moves",
        "Young people say moves are sudden, nobody asks, and things go in bin bags.",
        Colour.RUST,
        "Packing, notice, being told why, where things went.",
        "Being far from school (School gets in the way), missing a brother or sister.",
        "moved 3 times since summer. black bags again.",
        key_theme=6,
    ),
    ToldTheme(
        8,
        "Ordinary life",
        "Young people want to do what their friends do without special permission.",
        Colour.INDIGO,
        "Sleepovers, trips, phones, haircuts, being the odd one out.",
        "",
        "my mates cant stop over",
        key_theme=1,
    ),
    ToldTheme(
        9,
        "Feeling at home",
        "Young people say what makes a place theirs: a room, company, a pet, someone at tea.",
        Colour.MOSS,
        "A room, food, pets, company, rules that make it a home or not.",
        "",
        "no one sits with me at tea",
        key_theme=1,
    ),
    ToldTheme(
        10,
        "School gets in the way, or is put in the way",
        "Meetings, moves and long journeys cost school time and mark them out.",
        Colour.TEAL,
        "Missed lessons, changed schools, long journeys.",
        "",
        "why do i have to miss PE",
        key_theme=5,
    ),
    ToldTheme(
        11,
        "Ready for my own place",
        "Young people want help with money, setting up home and company before and after moving out.",
        Colour.TEAL,
        "Grants, bills, furniture, first nights.",
        "",
        "a flat with no cooker",
    ),
    ToldTheme(
        12,
        "Nothing comes back",
        "Young people say they gave their views before and heard nothing.",
        Colour.INDIGO,
        "Asked before, no answer, what is the point.",
        "A message not answered by a worker (Turning up and texting back).",
        "filled one of these in last yr and heard nothing back",
        key_theme=1,
    ),
    ToldTheme(
        FEW,
        "Faith and food where I live",
        "Young people say they cannot eat or pray where they live as they do at home.",
        Colour.MOSS,
        "Halal, kosher, vegetarian food; prayer; festivals.",
        "",
        "",
        heard_from_few=True,
    ),
)
