"""Numbers written as words, in English and Urdu; pure."""

import re
from collections.abc import Iterator
from typing import NamedTuple

SMALL_WORDS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen"
    " fourteen fifteen sixteen seventeen eighteen nineteen"
)
TENS_WORDS = "twenty thirty forty fifty sixty seventy eighty ninety"
ONES = {word: number for number, word in enumerate(SMALL_WORDS.split())}
TENS = {word: ten * 10 for ten, word in enumerate(TENS_WORDS.split(), start=2)}
GREAT = {"hundred": 100, "thousand": 1000}
OTHERS = {"dozen": 12, "nought": 0, "couple": 2, "fourty": 40}
PARTS = {
    "half": 50,
    "halves": 50,
    "quarter": 25,
    "quarters": 25,
    "thirds": 33,
    "fifths": 20,
    "tenths": 10,
}
URDU = {
    "ایک": 1,
    "دو": 2,
    "تین": 3,
    "چار": 4,
    "پانچ": 5,
    "چھ": 6,
    "چھے": 6,
    "سات": 7,
    "آٹھ": 8,
    "نو": 9,
    "دس": 10,
    "گیارہ": 11,
    "بارہ": 12,
    "پندرہ": 15,
    "بیس": 20,
    "پچیس": 25,
    "تیس": 30,
    "چالیس": 40,
    "پچاس": 50,
    "ساٹھ": 60,
    "ستر": 70,
    "اسی": 80,
    "نوے": 90,
    "سو": 100,
    "ہزار": 1000,
    "درجن": 12,
    "آدھے": 50,
    "آدھا": 50,
    "آدھی": 50,
    "نصف": 50,
    "تہائی": 33,
    "چوتھائی": 25,
}
# Words that are everyday words too: a number only before whom it would count.
COUNTED = (
    r"(?:of|out|young|child|children|people|person|boys?|girls?|teenagers?|in\s+\w+)"
)
URDU_COUNTED = (
    r"(?:بچے|بچوں|بچہ|بچی|بچیوں|نوجوان|نوجوانوں|لوگ|لوگوں|فیصد|میں\s+سے|لڑکے|لڑکیاں)"
)
SHY = {"one", "couple"}
URDU_SHY = {"ایک", "دو", "نو", "سو", "اسی", "ستر", "چھ", "سات", "چار"}
ENGLISH_WORD = "|".join([*ONES, *TENS, *GREAT, *OTHERS])
RUN = re.compile(
    rf"(?<![\w-])(?:{ENGLISH_WORD})(?:(?:\s+|-|\s+and\s+)(?:{ENGLISH_WORD}))*(?![\w-])",
    re.IGNORECASE,
)
FRACTION = re.compile(
    rf"(?<![\w-])(?:about\s+)?(?:(?:a|one|two|three|four)[\s-]+)?(?:{'|'.join(PARTS)}|third)"
    r"(?=\s+of\b|\s+the\b|\s+(?:said|told|want|feel|answer))",
    re.IGNORECASE,
)
URDU_RUN = re.compile(rf"(?<!\w)(?:{'|'.join(URDU)})(?:\s+(?:{'|'.join(URDU)}))*(?!\w)")
AFTER_COUNTED = re.compile(rf"\s+{COUNTED}\b", re.IGNORECASE)
AFTER_URDU = re.compile(rf"\s+{URDU_COUNTED}(?!\w)")


class Worded(NamedTuple):
    """A number in words: where it stands, and its value (None for a fraction)."""

    start: int
    end: int
    value: int | None


def worded_numbers(words: str) -> Iterator[Worded]:
    """Yield the numbers in `words` that are written as words, English then Urdu."""
    for match in FRACTION.finditer(words):
        yield Worded(*match.span(), None)
    for match in RUN.finditer(words):
        said = re.split(r"[\s-]+", match.group().lower())
        counts = AFTER_COUNTED.match(words, match.end())
        if set(said) - SHY or counts:
            yield Worded(*match.span(), value_of(said))
    for match in URDU_RUN.finditer(words):
        said = match.group().split()
        if set(said) - URDU_SHY or AFTER_URDU.match(words, match.end()):
            yield Worded(*match.span(), urdu_value(said))


def value_of(said: list[str]) -> int:
    """Return the number that English words say: “forty”, “five” are 45."""
    total = now = 0
    for word in said:
        if word in GREAT:
            now = max(now, 1) * GREAT[word]
            if GREAT[word] == GREAT["thousand"]:
                total, now = total + now, 0
        elif word != "and":
            now += (ONES | TENS | OTHERS)[word]
    return total + now


def urdu_value(said: list[str]) -> int:
    """Return the number that Urdu words say: “ایک”, “سو” are 100."""
    now = 0
    for word in said:
        value = URDU[word]
        now = max(now, 1) * value if value >= GREAT["hundred"] else now + value
    return now
