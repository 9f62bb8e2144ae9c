"""Sessions in the calendar of consultations: planned, held, waiting for their notes."""

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from surveys.enums import NoteState
from surveys.models import GroupSession, PlannedSession, SessionNote
from surveys.queries.planned_sessions import NOTES_AFTER, without_notes
from surveys.queries.session_notes import session_named
from surveys.queries.told_sessions import everybody_is_told
from voice.replies.enums import Happening
from voice.replies.logic.calendar import Entry
from voice.replies.models import Promise

# A page by the name of its address, and what the address is made with.
Page = tuple[str, dict[str, object]]
Address = Callable[[Page], str]


@dataclass(frozen=True)
class Reader:
    """For whom the calendar is read.

    `surveys` are the ids of those they run, and `address` gives where a page is.
    `opens_promise` says of which promises they may see the page.
    """

    surveys: Collection[int]
    address: Address
    opens_promise: Callable[[Promise], bool]


def sessions(
    first: date, last: date, wanted: Collection[int], reader: Reader, on: date
) -> Iterator[Entry]:
    """Yield sessions on the days from `first` to `last`, of consultations `wanted`.

    Of the reader's own surveys all of them, and which wait for notes on the day `on`;
    of others what is public anyway. Five queries.
    """
    yield from _planned(first, last, wanted, reader)
    yield from _notes_due(wanted, reader, on)
    mine = {
        "survey__in": list(reader.surveys),
        "survey__consultation__in": list(wanted),
    }
    notes = SessionNote.objects.filter(**mine, held_on__range=(first, last))
    for note in notes.select_related("survey"):
        page = ("surveys:session_note", {"slug": note.survey.slug, "pk": note.pk})
        yield Entry(
            note.held_on,
            Happening.SESSION,
            f"{note.survey.title}: {session_named(note)}",
            f"session-{note.pk}",
            reader.address(page),
        )
    rooms = GroupSession.objects.filter(
        **{f"invitation__{path}": value for path, value in mine.items()},
        opened_at__date__range=(first, last),
    )
    for room in rooms.select_related("invitation__survey"):
        survey = room.invitation.survey
        yield Entry(
            timezone.localdate(room.opened_at),
            Happening.SESSION,
            survey.title,
            f"room-{room.pk}",
            reader.address(("surveys:group_sessions", {"slug": survey.slug})),
        )


def _planned(
    first: date, last: date, wanted: Collection[int], reader: Reader
) -> Iterator[Entry]:
    """Yield planned sessions: all of the reader's own, of others the public ones.

    One that was written up stands there as its notes do. One query.
    """
    mine = Q(survey__in=list(reader.surveys))
    rows = PlannedSession.objects.filter(
        mine | everybody_is_told(),
        survey__consultation__in=list(wanted),
        held_on__range=(first, last),
    ).exclude(mine, pk__in=_written_up())
    for one in rows.select_related("survey"):
        title = f"{one.survey.title}: {one.title}"
        if one.is_cancelled:
            title = _("Cancelled: %(title)s") % {"title": title}
        yield Entry(
            one.held_on,
            Happening.SESSION,
            title,
            f"planned-{one.pk}",
            _page(one, reader) if one.survey_id in reader.surveys else "",
            starts=one.begins,
            ends=one.ends,
            place=one.place,
            is_cancelled=one.is_cancelled,
        )


def _written_up() -> QuerySet[SessionNote, UUID | None]:
    """Return the ids of the planned sessions whose notes stand."""
    notes = SessionNote.objects.exclude(state=NoteState.TAKEN_BACK)
    return notes.filter(planned__isnull=False).values_list("planned", flat=True)


def _notes_due(wanted: Collection[int], reader: Reader, on: date) -> Iterator[Entry]:
    """Yield the day by which notes of a held session should be there; one query."""
    rows = without_notes(reader.surveys, on=on)
    rows = rows.filter(survey__consultation__in=list(wanted))
    for one in rows.select_related("survey"):
        due = one.held_on + NOTES_AFTER
        yield Entry(
            due,
            Happening.NOTES_DUE,
            f"{one.survey.title}: {one.title}",
            f"notes-{one.pk}",
            _page(one, reader),
            is_late=due <= on,
        )


def _page(one: PlannedSession, reader: Reader) -> str:
    """Return where a planned session is."""
    return reader.address(
        ("surveys:planned_session", {"slug": one.survey.slug, "pk": one.pk})
    )
