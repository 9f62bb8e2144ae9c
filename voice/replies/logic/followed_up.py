"""Followed-up: is each thing we undertake a promise with a date? Pure.

Lundy's fourth F. Finds sentences that undertake something, in English and Urdu; what
we will not do is no undertaking.
"""

import re

from surveys.logic.readability import sentences

UNDERTAKES = {
    "en": re.compile(
        r"\bwe(?:['’]ll| will| shall| are going to|['’]re going to| promise)\b(?!\s+not\b)"
        r"|\bwill be (?:able|given|told|asked)\b",
        re.IGNORECASE,
    ),
    "ur": re.compile(r"(?<!\w)(?:گے|گا|گی)(?!\w)"),
}
REFUSES = {
    "en": re.compile(
        r"\b(?:will|shall) not\b|\bwon['’]t\b|\bcannot\b|\bcan['’]t\b", re.IGNORECASE
    ),
    "ur": re.compile(r"(?<!\w)(?:نہیں|نہ)(?!\w)"),
}


def undertakings(text: str, *, language: str) -> list[str]:
    """Return the sentences of `text` in which we undertake something.

    None in a language whose words for it are not known here.
    """
    undertakes = UNDERTAKES.get(language)
    if undertakes is None:
        return []
    return [
        sentence
        for sentence in sentences(text)
        if undertakes.search(sentence) and not REFUSES[language].search(sentence)
    ]
