"""Rolls new responses up into count sheets, takes others off them, and rebuilds them.

No counter is written while a young person finishes: a roll-up packs what came since
(`Response.packed`) and adds it, in one transaction. A packed response is on the sheets
of its edition; whoever withdraws, forgets or sets it aside takes it off first. Rows are
locked before sheets, everywhere, and a roll-up passes over rows that others hold.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from uuid import UUID

from django.db import connection, transaction
from django.db.models import Q, QuerySet
from django.utils import timezone

from surveys.enums import ResponseState
from surveys.logic.groups import breakdowns_of
from surveys.logic.packing import Field, Packer, layout_of
from surveys.logic.tallying import added
from surveys.logic.weeks import monday
from surveys.models import CountSheet, Edition, Response, Survey
from surveys.models.count_sheet import BY_INVITATION
from surveys.queries.packed_rows import (
    OF_A_ROW,
    TOGETHER,
    Row,
    cells_of,
    counted,
    on_sheets,
    tallied,
)
from surveys.queries.reach import TOLD_LIVE

AT_ONCE = 1_000
# A rebuild has time; more at once would only take memory.
OF_A_REBUILD = 5_000


def may_be_counted(on: date) -> Q:
    """Return which finished responses are on the sheets by `on`.

    What came by codes where names are not asked waits for Monday (decision 0021).
    """
    return Q(state=ResponseState.FINISHED) & (TOLD_LIVE | Q(week__lt=monday(on)))


def waiting(survey: Survey, *, on: date) -> QuerySet[Response]:
    """Return the responses of a survey that no roll-up has reached yet."""
    return Response.objects.filter(
        may_be_counted(on), edition__survey=survey, packed=None
    )


def roll_up(survey: Survey, *, at: datetime, most: int = AT_ONCE) -> int:
    """Add up to `most` responses that came since to the sheets; return how many."""
    on = timezone.localdate(at)
    editions = waiting(survey, on=on).order_by().values_list("edition", flat=True)
    done = 0
    for edition in Edition.objects.filter(pk__in=editions.distinct()).order_by("pk"):
        if done < most:
            done += _roll_up_edition(edition, on=on, at=at, most=most - done)
    return done


def roll_up_all(now: datetime) -> list[str]:
    """Roll up what came since in every survey; return what was done, for run_due."""
    done = 0
    ids = Response.objects.filter(may_be_counted(timezone.localdate(now)), packed=None)
    surveys = ids.order_by().values_list("edition__survey", flat=True).distinct()
    for survey in Survey.objects.filter(pk__in=surveys).order_by("pk"):
        while new := roll_up(survey, at=now, most=OF_A_REBUILD):
            done += new
    return [f"Counted: {done} responses."] if done else []


@transaction.atomic
def _roll_up_edition(edition: Edition, *, on: date, at: datetime, most: int) -> int:
    """Pack and add up to `most` responses of one edition."""
    layout = layout_of(edition.definition["questions"])
    packer = Packer(layout)
    skips = connection.features.has_select_for_update_skip_locked
    new = list(
        Response.objects.filter(may_be_counted(on), edition=edition, packed=None)
        .select_for_update(skip_locked=skips, of=("self",))
        .order_by("pk")
        .values_list("pk", "answers", *OF_A_ROW.values())[:most]
    )
    rows, packed = [], []
    for pk, answers, *groups in new:
        content = packer.pack(answers)
        rows.append(Row(content, tuple(groups)))
        packed.append((content, pk))
    _make_sheets(edition)
    _write_packed(packed)
    _change_sheets(edition, layout, rows, sign=1, at=at)
    return len(new)


def _write_packed(packed: Iterable[tuple[bytes, UUID]]) -> None:
    """Write the packed column of many rows, each by its key."""
    key, column = Response.id.field, Response.packed.field
    with connection.cursor() as cursor:
        cursor.executemany(
            "UPDATE surveys_response SET packed = %s WHERE id = %s",
            [
                (
                    column.get_db_prep_value(content, connection),
                    key.get_db_prep_value(pk, connection),
                )
                for content, pk in packed
            ],
        )


def _change_sheets(
    edition: Edition,
    layout: tuple[Field, ...],
    rows: list[Row],
    *,
    sign: int,
    at: datetime,
) -> None:
    """Add rows to every sheet of an edition, or take them off; inside a transaction."""
    if not rows:
        return
    for sheet in _sheets(edition):
        more = tallied(sheet.breakdown, layout, rows)
        sheet.cells = added(sheet.cells, more, sign=sign)
        sheet.at = at
        sheet.save(update_fields=("cells", "at"))


def _sheets(edition: Edition) -> list[CountSheet]:
    """Return the sheets of an edition, all there and locked, in one order."""
    rows = CountSheet.objects.select_for_update().filter(edition=edition)
    wanted = _wanted(edition)
    return list(rows.filter(breakdown__in=wanted).order_by("breakdown"))


def _wanted(edition: Edition) -> list[str]:
    """Return what an edition has sheets by."""
    return [TOGETHER, BY_INVITATION, *breakdowns_of(edition.definition)]


def _make_sheets(edition: Edition) -> None:
    """Make the sheets that an edition does not have yet, of what is packed by now.

    A later version of Voice may bring a breakdown that earlier ones did not count.
    Called before anything more is packed, and before anything is taken off.
    """
    here = set(edition.count_sheets.values_list("breakdown", flat=True))
    missing = [name for name in _wanted(edition) if name not in here]
    if not missing:
        return
    cells, _count = cells_of(edition, missing)
    CountSheet.objects.bulk_create(
        [
            CountSheet(edition=edition, breakdown=name, cells=cells[name])
            for name in missing
        ],
        ignore_conflicts=True,
    )


@transaction.atomic
def uncount(responses: QuerySet[Response]) -> None:
    """Take responses off the sheets; callers then withdraw, forget or set them aside."""
    held = responses.filter(packed__isnull=False).order_by("pk")
    found = held.select_for_update(of=("self",)).values_list(
        "edition", "pk", "packed", *OF_A_ROW.values()
    )
    by_edition: dict[int, list[tuple[UUID, Row]]] = {}
    for edition, pk, packed, *groups in found:
        row = Row(bytes(packed), tuple(groups))
        by_edition.setdefault(edition, []).append((pk, row))
    for edition in Edition.objects.filter(pk__in=by_edition).order_by("pk"):
        rows = by_edition[edition.pk]
        layout = layout_of(edition.definition["questions"])
        _make_sheets(edition)
        _change_sheets(
            edition, layout, [row for _pk, row in rows], sign=-1, at=timezone.now()
        )
        Response.objects.filter(pk__in=[pk for pk, _row in rows]).update(packed=None)


@transaction.atomic
def end_counts(survey: Survey) -> None:
    """Forget the sheets of a survey whose answers are kept no longer: its releases stay."""
    Response.objects.filter(edition__survey=survey).update(packed=None)
    CountSheet.objects.filter(edition__survey=survey).delete()


def rebuild(survey: Survey, *, at: datetime) -> int:
    """Make every sheet of a survey anew from its packed rows, and roll up the rest.

    Returns how many responses are on them.
    """
    total = 0
    for edition in survey.editions.order_by("pk"):
        with transaction.atomic():
            _make_sheets(edition)
            sheets = _sheets(edition)
            fresh, count = cells_of(edition, [sheet.breakdown for sheet in sheets])
            for sheet in sheets:
                sheet.cells, sheet.at = fresh[sheet.breakdown], at
                sheet.save(update_fields=("cells", "at"))
        total += count
    while new := roll_up(survey, at=at, most=OF_A_REBUILD):
        total += new
    return total


def differences(survey: Survey) -> list[str]:
    """Return what is wrong with the sheets, beside the answers themselves; no more.

    Each packed row is packed again from its answers, and all are counted anew.
    Responses no roll-up has reached are not on the sheets, and not wrong.
    """
    return [
        f"Edition {edition.number}: {wrong}"
        for edition in survey.editions.order_by("pk")
        for wrong in _wrong_of(edition)
    ]


def _wrong_of(edition: Edition) -> Iterator[str]:
    """Yield what is wrong with the rows of an edition, then with its sheets."""
    layout = layout_of(edition.definition["questions"])
    packer = Packer(layout)
    wrong = Counter[str]()

    def packed_again() -> Iterator[Row]:
        columns = ("state", "packed", "answers")
        for state, packed, answers, *groups in on_sheets(edition, *columns):
            content = packer.pack(answers)
            wrong["stray"] += state not in ResponseState.counted()
            wrong["stale"] += content != bytes(packed)
            yield Row(content, tuple(groups))

    sheets = list(CountSheet.objects.filter(edition=edition).order_by("breakdown"))
    names = [sheet.breakdown for sheet in sheets]
    cells, _count = counted(packed_again(), layout, names)
    if wrong["stray"]:
        yield f"{wrong['stray']} rows do not count."
    if wrong["stale"]:
        yield f"{wrong['stale']} rows are packed wrongly."
    for sheet in sheets:
        if sheet.cells != cells[sheet.breakdown]:
            yield f"{sheet.breakdown or 'all'} is counted wrongly."
