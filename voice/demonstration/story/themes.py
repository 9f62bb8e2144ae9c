"""The codebook: twelve themes, one heard from few; then what the newest answers brought."""

from typing import NamedTuple

from voice.council.enums import Colour
from voice.themes.enums import ThemeState


class ToldTheme(NamedTuple):
    """A theme of the story; `number` is how the comments name it.

    `key_theme` is the number of the Statement's key theme it belongs to, `part_of` that
    of the theme it is a part of; 0 for none. `memo` is what a worker noted beside it.
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
    part_of: int = 0
    state: ThemeState = ThemeState.AGREED
    memo: str = ""


CODEBOOK = "What children tell us"
OWN_PLACE = 11
FEW = 13
MONEY = 14
SETTING_UP = 15
NIGHTS = 16
PAPERS = 17
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
        OWN_PLACE,
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

BROUGHT_LATER = (
    ToldTheme(
        MONEY,
        "Money and bills",
        "Care leavers say money does not last and nobody showed them what living costs.",
        Colour.RUST,
        "Rent, bills, benefits, debts, wages, saving, being shown how.",
        "What a first home lacks (A first home with things in it).",
        "help with bills. i got three in one week",
        part_of=OWN_PLACE,
        memo="Split from “Ready for my own place”: half of the first hundred were about money.",
    ),
    ToldTheme(
        SETTING_UP,
        "A first home with things in it",
        "Care leavers say they moved into flats with no bed, cooker, curtains or light.",
        Colour.PLUM,
        "Furniture, white goods, keys, paint, repairs of the first weeks.",
        "What it costs (Money and bills).",
        "no curtains, everyone could see in",
        part_of=OWN_PLACE,
    ),
    ToldTheme(
        NIGHTS,
        "Nights alone",
        "Care leavers say evenings, nights and Sundays alone are what is hardest.",
        Colour.INDIGO,
        "Being lonely, quiet, nobody to ring or eat with, Christmas, birthdays.",
        "Missing one's family (Brothers, sisters, family).",
        "nights are the worst when its quiet",
        state=ThemeState.PROPOSED,
        memo="Proposed after reading: nobody asked about nights, and so many wrote of them.",
    ),
    ToldTheme(
        PAPERS,
        "Letters and forms",
        "Care leavers say letters and forms are long, hard to read and asked for again.",
        Colour.MOSS,
        "Forms, letters, identity papers, tenancies, words nobody explains.",
        "",
        "i dont understand the letters so i dont open them",
        state=ThemeState.PROPOSED,
        memo="Could be a part of “Ready for my own place”. To be decided together.",
    ),
)

# The sentences of themes for who reads Urdu, by their numbers.
IN_URDU = {
    1: "نوجوان کہتے ہیں کہ ان کا کارکن بدل جاتا ہے اور انہیں اپنی کہانی پھر سنانی پڑتی ہے۔",
    2: "نوجوان کہتے ہیں کہ کارکن کہے ہوئے وقت پر نہیں آتے، یا پیغاموں کا جواب نہیں دیتے۔",
    3: "بچے کہتے ہیں کہ وہ نہیں جانتے کہ ان کا کارکن کون ہے یا اس سے کیسے بات ہو۔",
    4: "نوجوان کہتے ہیں کہ راز میں کہی باتیں پوچھے بغیر آگے بتا دی گئیں۔",
    5: "نوجوان کہتے ہیں کہ کوئی کارکن یا دیکھ بھال کرنے والا سنتا ہے، یاد رکھتا ہے اور جو کہا وہ کرتا ہے۔",
    6: "نوجوان خاندان کے ساتھ زیادہ، آسان اور عام سا وقت چاہتے ہیں۔",
    7: "نوجوان کہتے ہیں کہ گھر اچانک بدلے جاتے ہیں، کوئی نہیں پوچھتا، اور چیزیں کوڑے کے تھیلوں میں جاتی ہیں۔",
    8: "نوجوان وہ کرنا چاہتے ہیں جو ان کے دوست کرتے ہیں، خاص اجازت کے بغیر۔",
    9: "نوجوان بتاتے ہیں کہ کوئی جگہ کیسے ان کی بنتی ہے: ایک کمرہ، ساتھ، کوئی پالتو جانور، کھانے پر کوئی۔",
    10: "میٹنگیں، گھر بدلنا اور لمبے سفر اسکول کا وقت لے لیتے ہیں اور انہیں دوسروں سے الگ دکھاتے ہیں۔",
    OWN_PLACE: "نوجوان گھر چھوڑنے سے پہلے اور بعد میں پیسوں، گھر بسانے اور ساتھ میں مدد چاہتے ہیں۔",
    12: "نوجوان کہتے ہیں کہ انہوں نے پہلے بھی اپنی رائے دی تھی اور کوئی جواب نہیں آیا۔",
    FEW: "نوجوان کہتے ہیں کہ جہاں وہ رہتے ہیں وہاں گھر کی طرح کھا یا نماز نہیں پڑھ سکتے۔",
    MONEY: "نگہداشت چھوڑنے والے کہتے ہیں کہ پیسے پورے نہیں پڑتے اور کسی نے نہیں بتایا کہ رہنے پر کتنا خرچ آتا ہے۔",
    SETTING_UP: "نگہداشت چھوڑنے والے کہتے ہیں کہ انہیں ایسے فلیٹ ملے جن میں نہ بستر تھا، نہ چولہا، نہ پردے، نہ روشنی۔",
    NIGHTS: "نگہداشت چھوڑنے والے کہتے ہیں کہ اکیلی شامیں، راتیں اور اتوار سب سے مشکل ہیں۔",
    PAPERS: "نگہداشت چھوڑنے والے کہتے ہیں کہ خط اور فارم لمبے، مشکل اور بار بار مانگے جاتے ہیں۔",
}

# What workers noted beside comments, by the words of the comment.
NOTED = {
    "first night. if one person had just stayed till i fell asleep": (
        "The same was said twice in the evening session. Ask the young people's group."
    ),
    "I had to prove I was in care to the people who put me in care.": (
        "For the board's page on papers, if it may be quoted."
    ),
    "Let my social worker stay until I have actually settled. She knew me six years and then it "
    "was a handover meeting of twenty minutes.": (
        "Says what would help, not only what was wrong. Look at it when we write the promise."
    ),
}
