"""Reads of session notes: a survey's own, what they hold, how many were heard."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Count, Q, QuerySet, Sum
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from surveys.enums import CommentKind, NoteState
from surveys.models import Comment, SessionNote, Survey
from voice.council.queries.bands import ADULTS, bands_called

if TYPE_CHECKING:
    from voice.accounts.models import User

HEARD = sorted(state.value for state in NoteState.heard())


@dataclass(frozen=True, slots=True)
class Sessions:
    """How many sessions were written up and sent, and how many were there in all."""

    number: int
    young_people: int


def sessions_of(survey: Survey) -> Sessions:
    """Return what was heard in sessions, for those who run the survey.

    Whoever came to two sessions is in both figures: nobody is known by name.
    """
    found = SessionNote.objects.filter(survey=survey, state__in=HEARD).aggregate(
        number=Count("pk"), young_people=Sum("present")
    )
    return Sessions(found["number"], found["young_people"] or 0)


def notes_of(survey: Survey) -> QuerySet[SessionNote]:
    """Return a survey's notes, drafts first, then newest; statements counted."""
    stands = Q(statements__taken_back=False)
    seen = stands & Q(statements__kind=CommentKind.PHOTO)
    return (
        SessionNote.objects.filter(survey=survey)
        .select_related("written_by")
        .annotate(
            heard=Count("statements", filter=stands & ~Q(statements__kind="photo")),
            photographs=Count("statements", filter=seen),
        )
        .order_by("-held_on", "-begun_at")
    )


def statements_of(note: SessionNote) -> QuerySet[Comment]:
    """Return what stands in a note, in the order it was written; photographs too."""
    return (
        Comment.objects.filter(session_note=note, taken_back=False)
        .select_related("question")
        .order_by("line", "question__position", "pk")
    )


def heard_in(note: SessionNote) -> str:
    """Return of whom it was heard: “Heard in a session of 12, 11 to 15 years old”."""
    bands = bands_called(note.age_bands)
    if not bands:
        return _("Heard in a session of %(present)d") % {"present": note.present}
    who = _(" and ").join(bands[key] for key in note.age_bands)
    if set(note.age_bands) & set(ADULTS):
        return _("Heard in a session of %(present)d: %(who)s") % {
            "present": note.present,
            "who": who,
        }
    return _("Heard in a session of %(present)d, %(ages)s years old") % {
        "present": note.present,
        "ages": who,
    }


def written_up_by(comment: Comment, user: "User") -> bool:
    """Say whether `user` wrote up the session that `comment` was heard in."""
    note = comment.session_note
    return note is not None and note.written_by_id == user.pk


def session_named(note: SessionNote) -> str:
    """Return when and where a session was, as staff say it."""
    day = date_format(note.held_on, "j F Y")
    return f"{day}, {note.label}" if note.label else day
