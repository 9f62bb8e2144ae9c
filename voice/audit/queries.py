"""Reads the audit."""

from collections.abc import Iterable
from datetime import date, datetime, time

from django.db.models import Q, QuerySet
from django.utils import timezone

from voice.audit.models import Entry, Seal


def how_much() -> tuple[int, int]:
    """Return how many entries and how many seals there are."""
    return Entry.objects.count(), Seal.objects.count()


def entries(
    *,
    who: str = "",
    verb: str = "",
    kind: str = "",
    object_id: str = "",
    since: date | None = None,
    until: date | None = None,
    hidden: Iterable[str] = (),
) -> QuerySet[Entry]:
    """Return the entries that match every filter given, newest first.

    `who` is part of a name; `verb` a verb or its beginning; `kind` a model's label;
    `since` and `until` are whole days in the current time zone, both included.
    `hidden` are ids of objects of which nothing is said.
    """
    found = Entry.objects.order_by("-at", "-id")
    if who:
        found = found.filter(actor_name__icontains=who)
    if verb:
        found = found.filter(verb__startswith=verb)
    if kind:
        found = found.filter(object_type=kind)
    if object_id:
        found = found.filter(object_id=object_id)
    if since:
        found = found.filter(at__gte=_moment(since, time.min))
    if until:
        found = found.filter(at__lte=_moment(until, time.max))
    for one in hidden:
        found = found.exclude(Q(object_id=one) | Q(place__contains=one))
    return found


def verbs() -> list[str]:
    """Return every verb that was ever recorded, in alphabetical order."""
    return list(
        Entry.objects.order_by("verb").values_list("verb", flat=True).distinct()
    )


def kinds() -> list[str]:
    """Return the label of every model that entries are about, in alphabetical order."""
    found = Entry.objects.order_by("object_type").values_list("object_type", flat=True)
    return list(found.distinct())


def _moment(day: date, clock: time) -> datetime:
    """Return this time of `day` in the current time zone."""
    return timezone.make_aware(datetime.combine(day, clock))
