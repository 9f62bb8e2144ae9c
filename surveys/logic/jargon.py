"""Finds a worker's words in a child's wording; pure.

A list is lines of "term: what to say instead"; a line without a colon is a term alone.
"""

import re
from collections.abc import Iterable
from functools import lru_cache

ALL_CAPITALS_FROM = 2
Finder = tuple[re.Pattern[str], dict[str, str]]


def terms_in(lines: str) -> dict[str, str]:
    """Return the terms of a list, each with what to say instead (perhaps nothing)."""
    terms = {}
    for line in lines.splitlines():
        term, _colon, instead = (part.strip() for part in line.partition(":"))
        if term:
            terms[term] = instead
    return terms


def jargon_in(text: str, terms: Iterable[str]) -> list[str]:
    """Return the terms that `text` uses, as whole words, with an s at their end or not.

    Capitals make no difference, but to a term that is all capitals: LAC is not "lac".
    Of two terms at one place the longer is meant.
    """
    shouted, said = _finders(tuple(terms))
    found: dict[str, None] = {}
    for finder, terms_by_form in (shouted, said):
        for match in finder.finditer(text):
            form = " ".join(match["term"].split())
            found[terms_by_form[form if finder is shouted[0] else form.lower()]] = None
    return list(found)


@lru_cache(maxsize=64)
def _finders(terms: tuple[str, ...]) -> tuple[Finder, Finder]:
    """Return what finds the terms in capitals, and the others, longer ones first."""
    loud = {" ".join(term.split()): term for term in terms if _is_shouted(term)}
    quiet = {
        " ".join(term.lower().split()): term for term in terms if not _is_shouted(term)
    }
    return (_finder(loud, 0), loud), (_finder(quiet, re.IGNORECASE), quiet)


def _finder(forms: Iterable[str], flags: int) -> re.Pattern[str]:
    """Return what finds any of these as whole words; of none, nothing."""
    longest_first = sorted(forms, key=len, reverse=True)
    either = "|".join(
        r"\s+".join(map(re.escape, form.split())) for form in longest_first
    )
    return re.compile(rf"(?<!\w)(?P<term>{either or '(?!)'})s?(?!\w)", flags)


def _is_shouted(term: str) -> bool:
    """Say whether a term is all capitals, of two letters or more."""
    return term.isupper() and len(term) >= ALL_CAPITALS_FROM
