"""Writing the statement: its key themes, areas, actions and measures."""

from datetime import date
from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from voice.audit.domain.record import record
from voice.statement.models import Area, KeyTheme, Statement

if TYPE_CHECKING:
    from voice.accounts.models import User


class NumberTaken(Exception):
    """Another key theme or area has this number; the message is for people."""


@transaction.atomic
def create_statement(
    title: str, *, answers: str, starts_on: date, ends_on: date, by: "User"
) -> Statement:
    """Return a new statement for the period from `starts_on` to `ends_on`."""
    statement = Statement.objects.create(
        title=title, answers=answers, starts_on=starts_on, ends_on=ends_on
    )
    record("statement.create_statement", of=statement, by=by)
    return statement


@transaction.atomic
def edit_statement(
    statement: Statement,
    *,
    title: str,
    answers: str,
    starts_on: date,
    ends_on: date,
    by: "User",
) -> Statement:
    """Change the statement's own words and period, and return it."""
    statement.title, statement.answers = title, answers
    statement.starts_on, statement.ends_on = starts_on, ends_on
    statement.save()
    record("statement.edit_statement", of=statement, by=by)
    return statement


@transaction.atomic
def add_key_theme(
    statement: Statement, *, title: str, by: "User", number: int | None = None
) -> KeyTheme:
    """Return a new key theme, next in number unless given; raises NumberTaken."""
    if number is None:
        number = next_key_theme_number(statement)
    key_theme = KeyTheme(statement=statement, number=number, title=title)
    _refuse_taken_key_theme(key_theme)
    key_theme.save()
    record("statement.add_key_theme", of=key_theme, by=by, statement=statement.pk)
    return key_theme


@transaction.atomic
def edit_key_theme(
    key_theme: KeyTheme, *, title: str, number: int, by: "User"
) -> KeyTheme:
    """Change a key theme's title and number, and return it; raises NumberTaken."""
    key_theme.title, key_theme.number = title, number
    _refuse_taken_key_theme(key_theme)
    key_theme.save(update_fields=["title", "number"])
    record("statement.edit_key_theme", of=key_theme, by=by)
    return key_theme


@transaction.atomic
def add_area(
    key_theme: KeyTheme, *, title: str, source: str, by: "User", number: str = ""
) -> Area:
    """Return a new area for improvement, next in number unless given; NumberTaken."""
    area = Area(
        key_theme=key_theme,
        number=number or next_area_number(key_theme),
        title=title,
        source=source,
    )
    _refuse_taken_area(area)
    area.save()
    record("statement.add_area", of=area, by=by, key_theme=key_theme.pk)
    return area


@transaction.atomic
def edit_area(area: Area, *, title: str, source: str, number: str, by: "User") -> Area:
    """Change an area's words and number, and return it; raises NumberTaken."""
    area.title, area.source, area.number = title, source, number
    _refuse_taken_area(area)
    area.save()
    record("statement.edit_area", of=area, by=by)
    return area


def next_key_theme_number(statement: Statement) -> int:
    """Return the number after the statement's highest."""
    highest = statement.key_themes.aggregate(highest=Max("number"))["highest"]
    return (highest or 0) + 1


def next_area_number(key_theme: KeyTheme) -> str:
    """Return the first number of the shape “2.3” that the key theme has free."""
    taken = set(key_theme.areas.values_list("number", flat=True))
    place = len(taken) + 1
    while f"{key_theme.number}.{place}" in taken:
        place += 1
    return f"{key_theme.number}.{place}"


def _refuse_taken_key_theme(key_theme: KeyTheme) -> None:
    """Raise NumberTaken when another key theme of the statement has the number."""
    same = KeyTheme.objects.filter(
        statement_id=key_theme.statement_id, number=key_theme.number
    )
    if same.exclude(pk=key_theme.pk).exists():
        raise NumberTaken(
            _("Key theme %(number)s is there already. Choose another number.")
            % {"number": key_theme.number}
        )


def _refuse_taken_area(area: Area) -> None:
    """Raise NumberTaken when another area of the key theme has the number."""
    same = Area.objects.filter(key_theme_id=area.key_theme_id, number=area.number)
    if same.exclude(pk=area.pk).exists():
        raise NumberTaken(
            _("Area %(number)s is there already. Choose another number.")
            % {"number": area.number}
        )
