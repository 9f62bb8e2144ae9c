"""What opens, closes, is due and was held: the calendar of all consultations.

What is published is public anyway. Of what others still write its days are told, never
its words (docs/decisions/0016).
"""

from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Q
from django.utils.translation import gettext as _

from surveys.audience import Audience
from surveys.enums import ConsultationState
from surveys.models import Survey
from voice.replies.enums import Happening, PromiseStanding
from voice.replies.logic.calendar import Entry
from voice.replies.models import Promise
from voice.replies.queries.calendar_sessions import Reader, sessions
from voice.replies.queries.consultations import Standing, standings


@dataclass
class _Asked:
    """The surveys of one consultation: whom they ask, and those the reader runs."""

    audiences: set[str] = field(default_factory=set)
    mine: list[tuple[int, str]] = field(default_factory=list)


def entries_between(
    first: date, last: date, *, reader: Reader, on: date, audience: str = ""
) -> list[Entry]:
    """Return everything on the days from `first` to `last`, both included.

    With an audience, of the consultations that ask it. A fixed number of queries.
    """
    asked = _asked(reader)
    every = standings(on)
    wanted = {
        one.consultation.pk: one
        for one in every
        if not audience or audience in _audiences(asked[one.consultation.pk])
    }
    found = [
        *(
            entry
            for one in wanted.values()
            for entry in _of(one, asked[one.consultation.pk], reader, on)
        ),
        *_promises(first, last, wanted, reader, on),
        *sessions(first, last, wanted, reader, on),
    ]
    return [entry for entry in found if first <= entry.on <= last]


def late_entries(*, reader: Reader, on: date, audience: str = "") -> list[Entry]:
    """Return what should be done by now, whenever it was due, the longest first."""
    every = entries_between(date.min, on, reader=reader, on=on, audience=audience)
    return sorted((one for one in every if one.is_late), key=lambda one: one.on)


def _asked(reader: Reader) -> defaultdict[int, _Asked]:
    """Return the surveys there are by their consultation; one query."""
    found: defaultdict[int, _Asked] = defaultdict(_Asked)
    rows = Survey.objects.order_by("pk").values_list(
        "consultation", "pk", "slug", "audience"
    )
    for consultation, pk, slug, audience in rows:
        found[consultation].audiences.add(audience)
        if pk in reader.surveys:
            found[consultation].mine.append((pk, slug))
    return found


def _audiences(asked: _Asked) -> set[str]:
    """Return whom a consultation asks; young people as long as it has no survey."""
    return asked.audiences or {Audience.YOUNG_PEOPLE}


def _of(one: Standing, asked: _Asked, reader: Reader, on: date) -> Iterator[Entry]:
    """Yield the opening, closing and reply of one consultation."""
    row, is_mine = one.consultation, bool(asked.mine)
    is_draft = one.state == ConsultationState.DRAFT
    if is_draft and row.closes_on < on:
        return
    title = row.title if is_mine or not is_draft else _("Still being written")
    hub = ""
    if is_mine:
        hub = reader.address(("surveys:survey", {"slug": asked.mine[0][1]}))
    write = reader.address(("replies:write", {"slug": row.slug})) if is_mine else ""
    yield Entry(row.opens_on, Happening.OPENS, title, f"opens-{row.pk}", hub)
    yield Entry(row.closes_on, Happening.CLOSES, title, f"closes-{row.pk}", hub)
    yield Entry(
        row.reply_due_on,
        Happening.REPLY_DUE,
        title,
        f"reply-{row.pk}",
        write,
        is_late=one.is_overdue,
    )


def _promises(
    first: date,
    last: date,
    wanted: Collection[int],
    reader: Reader,
    on: date,
) -> Iterator[Entry]:
    """Yield the promises of published replies by the day they are due; one query."""
    due = Q(new_due_on=None, due_on__range=(first, last)) | Q(
        new_due_on__range=(first, last)
    )
    found = Promise.objects.filter(
        due, reply__published_at__isnull=False, reply__consultation__in=list(wanted)
    )
    for one in found.select_related("reply__consultation", "action"):
        opens = reader.opens_promise(one)
        yield Entry(
            one.new_due_on or one.due_on,
            Happening.PROMISE_DUE,
            one.text,
            f"promise-{one.pk}",
            reader.address(("replies:promise", {"pk": one.pk})) if opens else "",
            is_late=one.standing(on=on) == PromiseStanding.LATE,
        )
