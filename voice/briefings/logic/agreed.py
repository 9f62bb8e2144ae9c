"""Reads a sentence “in our words” as a careful colleague would; pure.

A headline is no figure: it holds no number, and nothing that speaks for everybody or
nobody (DESIGN.md section 6: no “all” or “none”).
"""

import re

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
    """Return the passages that a headline cannot hold, in the order they are read."""
    found = [
        (match.start(), match.group())
        for pattern in (NUMBERS, EVERYBODY)
        for match in pattern.finditer(sentence)
    ]
    return [passage for _at, passage in sorted(found)]
