"""Writing the statement: its own words, its key themes and its areas."""

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from django.db import transaction

from voice.audit.domain.record import record
from voice.statement.domain.numbering import (
    NumberTaken,
    refuse_taken_area,
    refuse_taken_key_theme,
    renumber_under,
)
from voice.statement.logic.sources import OURS, AreaSource
from voice.statement.models import Area, KeyTheme, Statement
from voice.statement.queries.numbers import next_area_number, next_key_theme_number

if TYPE_CHECKING:
    from voice.accounts.models import User


__all__ = [
    "NumberTaken",
    "add_area",
    "add_key_theme",
    "create_statement",
    "edit_area",
    "edit_key_theme",
    "edit_statement",
    "move_key_theme_up",
]
UPDATE_WEEKS = 4


@transaction.atomic
def create_statement(
    title: str,
    *,
    answers: str,
    starts_on: date,
    ends_on: date,
    by: "User",
    key_themes: Iterable[str] = (),
    update_weeks: int = UPDATE_WEEKS,
) -> Statement:
    """Return a new statement for the period from `starts_on` to `ends_on`.

    It begins with `key_themes`, by their titles, numbered from 1. Its owners say every
    `update_weeks` weeks how their actions stand.
    """
    statement = Statement.objects.create(
        title=title,
        answers=answers,
        starts_on=starts_on,
        ends_on=ends_on,
        update_weeks=update_weeks,
    )
    record("statement.create_statement", of=statement, by=by)
    for number, words in enumerate(key_themes, 1):
        add_key_theme(statement, title=words, number=number, by=by)
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
    update_weeks: int | None = None,
) -> Statement:
    """Change the statement's own words and period, and return it.

    Without `update_weeks` it keeps its own.
    """
    statement.title, statement.answers = title, answers
    statement.starts_on, statement.ends_on = starts_on, ends_on
    statement.update_weeks = update_weeks or statement.update_weeks
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
    refuse_taken_key_theme(key_theme)
    key_theme.save()
    record("statement.add_key_theme", of=key_theme, by=by, statement=statement.pk)
    return key_theme


@transaction.atomic
def edit_key_theme(
    key_theme: KeyTheme, *, title: str, number: int, by: "User"
) -> KeyTheme:
    """Change a key theme's title and number, and return it; raises NumberTaken.

    Areas and actions numbered after it follow.
    """
    before = KeyTheme.objects.values_list("number", flat=True).get(pk=key_theme.pk)
    key_theme.title, key_theme.number = title, number
    refuse_taken_key_theme(key_theme)
    key_theme.save(update_fields=["title", "number"])
    renumber_under(key_theme, before=before)
    record("statement.edit_key_theme", of=key_theme, by=by)
    return key_theme


@transaction.atomic
def move_key_theme_up(key_theme: KeyTheme, *, by: "User") -> KeyTheme:
    """Let a key theme change places with the one before it; the first stays.

    Areas and actions numbered after either follow.
    """
    others = KeyTheme.objects.select_for_update().filter(
        statement_id=key_theme.statement_id
    )
    before = others.filter(number__lt=key_theme.number).order_by("-number").first()
    if before is None:
        return key_theme
    upper, lower = before.number, key_theme.number
    # Two rows never hold one number, not even for a moment.
    others.filter(pk=before.pk).update(number=next_key_theme_number(before.statement))
    key_theme.number, before.number = upper, lower
    key_theme.save(update_fields=["number"])
    before.save(update_fields=["number"])
    renumber_under(key_theme, before=lower)
    renumber_under(before, before=upper)
    record("statement.move_key_theme", of=key_theme, by=by, number=upper)
    return key_theme


@transaction.atomic
def add_area(
    key_theme: KeyTheme,
    *,
    title: str,
    by: "User",
    source: AreaSource = OURS,
    number: str = "",
) -> Area:
    """Return a new area for improvement, next in number unless given; NumberTaken."""
    area = Area(
        key_theme=key_theme,
        number=number or next_area_number(key_theme),
        title=title,
    )
    _come_from(area, source)
    refuse_taken_area(area)
    area.save()
    record("statement.add_area", of=area, by=by, key_theme=key_theme.pk)
    return area


@transaction.atomic
def edit_area(
    area: Area,
    *,
    title: str,
    source: AreaSource,
    number: str,
    by: "User",
    key_theme: KeyTheme | None = None,
) -> Area:
    """Change an area's words, number and source, and return it; raises NumberTaken.

    With `key_theme` it moves there, with its actions.
    """
    area.title, area.number = title, number
    area.key_theme = key_theme or area.key_theme
    _come_from(area, source)
    refuse_taken_area(area)
    area.save()
    record("statement.edit_area", of=area, by=by)
    return area


def _come_from(area: Area, source: AreaSource) -> None:
    """Write where an area comes from into its row."""
    area.source_kind = source.kind
    area.inspection, area.recommendation = source.inspection, source.recommendation
    area.inspected_on = source.on
