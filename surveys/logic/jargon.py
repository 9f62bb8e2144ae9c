"""Finds a worker's words in a child's wording; pure.

A list is lines of "term: what to say instead"; a line without a colon is a term alone.
"""

import re
from collections.abc import Iterator, Mapping

ALL_CAPITALS_FROM = 2


def terms_in(lines: str) -> dict[str, str]:
    """Return the terms of a list, each with what to say instead (perhaps nothing)."""
    terms = {}
    for line in lines.splitlines():
        term, _colon, instead = (part.strip() for part in line.partition(":"))
        if term:
            terms[term] = instead
    return terms


def jargon_in(text: str, terms: Mapping[str, str]) -> Iterator[str]:
    """Give the terms that `text` uses, as whole words, with an s at their end or not.

    Capitals make no difference, but to a term that is all capitals: LAC is not "lac".
    """
    return (term for term in terms if _pattern(term).search(text))


def _pattern(term: str) -> re.Pattern[str]:
    """Return what finds a term as a whole word."""
    shouted = term.isupper() and len(term) >= ALL_CAPITALS_FROM
    spaced = r"\s+".join(re.escape(part) for part in term.split())
    return re.compile(rf"(?<!\w){spaced}s?(?!\w)", 0 if shouted else re.IGNORECASE)
