"""Reads a reply as a careful colleague would; pure.

Source of the rules: no number outside the release, no “all” or “none”, no group
small enough to point at somebody (DESIGN.md section 6, issue 9).
"""

import re
from dataclasses import dataclass
from enum import StrEnum

MONTHS = (
    "january|february|march|april|may|june|july|august|september|october|november"
    "|december|jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec"
    "|جنوری|فروری|مارچ|اپریل|مئی|جون|جولائی|اگست|ستمبر|اکتوبر|نومبر|دسمبر"
)
DATE = re.compile(
    rf"\d{{1,2}}(?:st|nd|rd|th)?\s+(?:{MONTHS})\b(?:\s+\d{{4}})?"
    rf"|\b(?:{MONTHS})\s+\d{{4}}"
    r"|\b20[2-4]\d\b(?!\s+(?:of|young|people|children))",
    re.IGNORECASE,
)
HELP_NUMBER = re.compile(r"\b(?:999|0800 1111)\b")
NUMBER = re.compile(
    r"(?P<before>\b(?:fewer|less) than )?"
    r"(?P<digits>\d+(?:[,.٬٫]\d+)*)"
    r"(?P<share>\s*(?:%|٪|per ?cent\b|فیصد))?"
    r"(?P<after> سے کم)?",
    re.IGNORECASE,
)
EVERYBODY = re.compile(
    r"\b(?:all|every one|everyone|none|not one) of you\b|\bnone at all\b"
    r"|آپ سب|آپ میں سے کسی نے بھی",
    re.IGNORECASE,
)
A_FEW_PEOPLE = re.compile(
    r"\b(?:only|just) (?:one|two|three)\b"
    r"|\b(?:one|two|three|four|five|six|seven|eight|nine) of you\b"
    r"|صرف ایک|آپ میں سے ایک",
    re.IGNORECASE,
)


class Fault(StrEnum):
    """What is wrong with a passage."""

    NOT_RELEASED = "not_released"
    EVERYBODY_OR_NOBODY = "everybody_or_nobody"
    SO_FEW = "so_few"

    @classmethod
    def in_words(cls) -> frozenset["Fault"]:
        """Return the faults of passages that hold no digit."""
        return frozenset({cls.EVERYBODY_OR_NOBODY, cls.SO_FEW})


@dataclass(frozen=True)
class Finding:
    """A passage that cannot be said, and why not."""

    fault: Fault
    passage: str


def number_of(digits: str) -> str:
    """Return `digits`, in whatever script and grouping, as plain ASCII digits."""
    plain = digits.replace(",", "").replace("٬", "").replace("٫", ".")
    return ".".join(str(int(part)) for part in plain.split("."))


def as_released(match: re.Match[str]) -> str:
    """Return a number found in words as released_numbers writes it."""
    plain = number_of(match["digits"])
    if match["share"]:
        return f"{plain}%"
    return f"<{plain}" if match["before"] or match["after"] else plain


def lint(words: str, *, released: frozenset[str]) -> list[Finding]:
    """Return what in `words` cannot be said, in the order it is read.

    `released` are the release's numbers, as released_numbers gives them. Dates
    and the two help numbers are let through.
    """
    left = HELP_NUMBER.sub(" ", DATE.sub(" ", words))
    found = [
        (match.start(), Finding(Fault.NOT_RELEASED, match.group()))
        for match in NUMBER.finditer(left)
        if as_released(match) not in released
    ]
    for pattern, fault in (
        (EVERYBODY, Fault.EVERYBODY_OR_NOBODY),
        (A_FEW_PEOPLE, Fault.SO_FEW),
    ):
        found += [
            (match.start(), Finding(fault, match.group()))
            for match in pattern.finditer(left)
        ]
    return [finding for _, finding in sorted(found, key=lambda pair: pair[0])]


def number_signs(words: str) -> list[str]:
    """Return each number written in digits, whatever the release says; dates are none.

    For what was heard from few, which is told in words alone.
    """
    left = HELP_NUMBER.sub(" ", DATE.sub(" ", words))
    return [match.group().strip() for match in NUMBER.finditer(left)]
