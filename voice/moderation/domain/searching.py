"""Searches comments by opening them in memory; nothing of it is indexed or kept."""

from dataclasses import dataclass

from django.db import transaction
from django.db.models import QuerySet

from voice.accounts.models import User
from voice.audit.domain.record import record
from voice.moderation.logic.finding import Finding, folded_for_search, found_in
from voice.moderation.logic.wanted import Wanted
from voice.moderation.models import Reading
from voice.moderation.queries.opened import words_of_all
from voice.moderation.queries.queue import in_the_list, searchable
from voice.moderation.queries.readers import routes_for


@dataclass(frozen=True, slots=True)
class Found:
    """One comment in which the words stand, with a little of what is around them."""

    reading: Reading
    finding: Finding


@dataclass(frozen=True, slots=True)
class Search:
    """One page of what was found, and how much was looked through."""

    found: list[Found]
    matches: int
    looked_through: int
    pages: int
    page: int


@transaction.atomic
def search_comments(
    sought: str,
    wanted: Wanted,
    *,
    by: User,
    page: int = 1,
    size: int = 25,
) -> Search:
    """Return one page of the comments of `wanted` in which `sought` stands.

    Looks only through surveys `by` may read, and not at what was passed on. The
    audit holds which comments were shown, never what was looked for.
    """
    readings = searchable(wanted, routes=routes_for(by))
    key = folded_for_search(sought)
    looked, hits = _look(readings, key)
    pages = max(1, -(-len(hits) // size))
    page = min(page, pages)
    shown = list(hits)[(page - 1) * size : page * size]
    rows = in_the_list(Reading.objects.filter(pk__in=shown)).in_bulk()
    record(
        "moderation.search",
        of=Reading,
        by=by,
        looked_through=looked,
        matches=len(hits),
        readings=shown,
    )
    return Search(
        found=[Found(rows[pk], hits[pk]) for pk in shown],
        matches=len(hits),
        looked_through=looked,
        pages=pages,
        page=page,
    )


def _look(readings: QuerySet[Reading], key: str) -> tuple[int, dict[int, Finding]]:
    """Return how many were looked through, and where the words stand, in order."""
    looked = 0
    hits: dict[int, Finding] = {}
    for pk, words in words_of_all(readings):
        looked += 1
        if finding := found_in(words, key):
            hits[pk] = finding
    return looked, hits
