"""The reply as workers take it to those who asked to be told through them."""

import csv
from collections.abc import Collection, Iterator
from io import StringIO

from django.db import transaction
from django.utils import timezone, translation
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from surveys.models import InvitationCode
from surveys.queries.told_through_workers import wishes_to_be_told
from voice.accounts.models import User
from voice.audit.domain.record import record
from voice.replies.enums import ReplyPart
from voice.replies.models import Reply
from voice.replies.queries import language_name
from voice.replies.queries.reading import corrections_of
from voice.replies.queries.told import PromiseTold, tell_reply
from voice.replies.queries.versions import ages_called
from voice.themes.logic.csv_cells import neutral

# A language and an age band.
Reader = tuple[str, str]


@transaction.atomic
def told_through_workers_csv(
    reply: Reply, *, surveys: Collection[int], pages: dict[str, str], by: User
) -> str:
    """Return a published reply for each who asked to be told of it, as CSV; audited.

    A line holds the way in and the number of a code, and the reply in the words, the
    language and for the age of whoever came with it: no name, no answer, and not
    whether they finished. `pages` are addresses of its page by language.
    """
    wishes = list(wishes_to_be_told(surveys))
    record("replies.take_out_told", of=reply, by=by, wishes=len(wishes))
    table = StringIO()
    writer = csv.writer(table, lineterminator="\r\n")
    writer.writerow(
        [
            _("Survey"),
            _("Way in"),
            _("Number"),
            _("Language"),
            _("Age"),
            _("Reply"),
            _("What we promised you"),
            _("Page"),
        ]
    )
    for row in _rows(reply, wishes, pages):
        writer.writerow([neutral(cell) for cell in row])
    return table.getvalue()


def _rows(
    reply: Reply, wishes: Collection[InvitationCode], pages: dict[str, str]
) -> Iterator[list[str]]:
    """Yield the cells of each wish; what those of one age read is worded once."""
    told: dict[Reader, list[str]] = {}
    for wish in wishes:
        reader = (wish.tell_in, wish.tell_as)
        if reader not in told:
            told[reader] = _told(reply, *reader)
        yield [
            wish.invitation.survey.title,
            str(wish.invitation),
            str(wish.number),
            language_name(wish.tell_in),
            ages_called([wish.tell_as]),
            *told[reader],
            pages.get(wish.tell_in, ""),
        ]


def _told(reply: Reply, language: str, band: str) -> list[str]:
    """Return the words of a reply, and its promises, as one reader is told them."""
    with translation.override(language):
        told = tell_reply(reply, language=language, on=timezone.localdate(), band=band)
        words = "\n\n".join([*_put_right(reply, language), *_parts(told.words)])
        return [words, "\n".join(_promised(one) for one in told.promises)]


def _put_right(reply: Reply, language: str) -> Iterator[str]:
    """Yield what was taken back or put right since, as it stands above the reply."""
    if reply.release is not None and reply.release.is_recalled:
        yield _("Some of what we say here about your answers may not be right.")
    for note in corrections_of(reply, language=language):
        yield note.text


def _parts(words: object) -> Iterator[str]:
    """Yield each part of a reply that says something, under its heading."""
    for part in ReplyPart:
        if said := getattr(words, part, ""):
            yield f"{part.label}\n{said}"
        why = getattr(words, "why_not", "")
        if part == ReplyPart.WE_WILL_NOT and why:
            yield why


def _promised(one: PromiseTold) -> str:
    """Return a promise: what, who keeps it, by when."""
    day = date_format(one.new_due_on or one.due_on, "DATE_FORMAT")
    said = _("%(who)s, by %(day)s") % {"who": one.owner_title, "day": day}
    return f"{one.text} ({said})"
