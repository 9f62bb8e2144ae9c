"""Reads a sentence “in our words” as a careful colleague would; pure.

A headline is no figure: it holds no number, and nothing that speaks for everybody or
nobody (DESIGN.md section 6: no “all” or “none”).
"""

import re

from voice.briefings.logic import linting
from voice.briefings.logic.numbers import worded_numbers

NUMBERS = re.compile(
    r"\d+[%٪]?"
    r"|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|twenty"
    r"|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundreds?|thousands?|millions?"
    r"|per ?cent|majority|minority|thirds?|quarters?)\b"
    r"|\b(?:دو|تین|چار|پانچ|چھ|سات|آٹھ|نو|دس|سو|ہزار|لاکھ|فیصد|اکثریت)\b",
    re.IGNORECASE,
)
EVERYBODY = re.compile(
    r"\b(?:everyone|everybody|every one|nobody|no one|none)\b"
    r"|\ball (?:of (?:us|them|you)|(?:the )?(?:children|young people|kids|care leavers))\b"
    r"|\b(?:only|just) one\b"
    r"|\b(?:سب|ہر ایک|کوئی نہیں|کسی نے|صرف ایک)\b",
    re.IGNORECASE,
)


def cannot_be_said(sentence: str) -> list[str]:
    """Return the passages that a headline cannot hold, in the order they are read.

    Whatever a briefing's commentary may not say without a release, and more: a passage
    within another is told once.
    """
    patterns = (NUMBERS, EVERYBODY, linting.EVERYBODY, linting.SO_FEW)
    found = {
        match.span() for pattern in patterns for match in pattern.finditer(sentence)
    }
    found |= {(one.start, one.end) for one in worded_numbers(sentence)}
    whole = [one for one in found if not any(_within(one, other) for other in found)]
    return [sentence[start:end] for start, end in sorted(whole)]


def _within(one: tuple[int, int], other: tuple[int, int]) -> bool:
    """Say whether one passage is part of another."""
    return one != other and other[0] <= one[0] and one[1] <= other[1]
