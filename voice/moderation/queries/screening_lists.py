"""Reads of the lists that screening looks for, as they are now and as they were."""

from collections.abc import Iterator
from datetime import datetime
from functools import lru_cache
from typing import NamedTuple

from django.db.models import Max, QuerySet

from voice.moderation.enums import ListKind
from voice.moderation.logic.lists import LANGUAGES, lines_of
from voice.moderation.logic.screening import Lists, lists
from voice.moderation.models import ScreeningList


class ListName(NamedTuple):
    """Which list: its kind, and its language if it is of worries."""

    kind: str
    language: str = ""

    def __str__(self) -> str:
        """Return the name as reasons and the audit have it: worries/en."""
        return f"{self.kind}/{self.language}" if self.language else self.kind

    @property
    def key(self) -> str:
        """Return the name as addresses have it: worries-en."""
        return str(self).replace("/", "-")


class Version(NamedTuple):
    """A list, the number of its version and its time; 0 is as it came with Voice."""

    name: ListName
    number: int
    made_at: datetime | None = None


def list_names() -> Iterator[ListName]:
    """Yield every list there is."""
    for language in LANGUAGES:
        yield ListName(ListKind.WORRIES.value, language)
    yield ListName(ListKind.EXAMPLES.value)
    yield ListName(ListKind.SCHOOLS.value)


def lines_that_came(name: ListName) -> tuple[str, ...]:
    """Return a list as it came with Voice; of schools there are none."""
    if name.kind == ListKind.SCHOOLS:
        return ()
    return lines_of("_".join(filter(None, name)))


def versions_now() -> tuple[Version, ...]:
    """Return the newest version of every list; one query."""
    newest = {
        ListName(kind, language): (number, made_at)
        for kind, language, number, made_at in ScreeningList.objects.order_by()
        .values_list("kind", "language")
        .annotate(Max("number"), Max("made_at"))
    }
    return tuple(Version(name, *newest.get(name, (0, None))) for name in list_names())


def version_now(name: ListName) -> Version:
    """Return the newest version of one list."""
    return next(one for one in versions_now() if one.name == name)


def versions_of(name: ListName) -> QuerySet[ScreeningList]:
    """Return the versions people made of a list, newest first."""
    return ScreeningList.objects.filter(
        kind=name.kind, language=name.language
    ).select_related("made_by")


def lines_at(version: Version) -> tuple[str, ...]:
    """Return the lines of one version of a list. Raises ScreeningList.DoesNotExist."""
    if version.number == 0:
        return lines_that_came(version.name)
    row = versions_of(version.name).get(number=version.number)
    return tuple(row.lines)


def lists_now() -> Lists:
    """Return the lists as they are now, ready to be looked for.

    Making them ready takes a second, so each process remembers the last ones.
    """
    return _ready(
        tuple(one for one in versions_now() if one.name.kind != ListKind.EXAMPLES)
    )


@lru_cache(maxsize=2)
def _ready(versions: tuple[Version, ...]) -> Lists:
    """Return these versions ready to be looked for; a version never changes."""
    phrases = {
        f"{version.name}/{version.number}": lines_at(version)
        for version in versions
        if version.name.kind == ListKind.WORRIES
    }
    schools = [
        name
        for version in versions
        if version.name.kind == ListKind.SCHOOLS
        for name in lines_at(version)
    ]
    return lists(phrases=phrases, schools_here=schools)
