"""What stands around the queue's pages: the list, its choices, what was just decided."""

from collections import Counter
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.core.paginator import Page, Paginator
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _

from surveys.models import Question, Survey
from voice.accounts.gate import signed_in
from voice.accounts.models import User
from voice.moderation.domain.assigning import SCREENFUL
from voice.moderation.domain.undoing import UNDO_FOR
from voice.moderation.enums import ReadingState
from voice.moderation.logic.wanted import EVERY_LANGUAGE, Routes, Wanted
from voice.moderation.models import Opening, Reading
from voice.moderation.queries.queue import (
    cells,
    decided_since,
    in_the_list,
    wanted_readings,
)
from voice.moderation.queries.readers import routes_for, surveys_to_moderate
from voice.moderation.views.choices import Counted, all_choices
from voice.moderation.views.names import language_name
from voice.moderation.views.wanting import query_of, wanted_now

ON_A_PAGE = 25


@dataclass(frozen=True, slots=True)
class Row:
    """One comment in the list, told without its words.

    `unread` names the languages, answered in or guessed, that no reader here reads.
    """

    reading: Reading
    language: str
    guess: str
    unread: list[str]
    is_opened: bool
    is_elsewhere: bool


@dataclass(frozen=True, slots=True)
class Unread:
    """A language that no reader of a survey reads: how many wait, and where to look."""

    language: str
    count: int
    is_guess: bool
    query: str


@dataclass(frozen=True, slots=True)
class JustDecided:
    """What this reader decided within the last ten seconds, and how long they have."""

    readings: list[Reading]
    seconds: int

    @property
    def state(self) -> str:
        """Return what was decided, in words."""
        return self.readings[0].get_state_display()

    @property
    def is_passed_on(self) -> bool:
        """Say whether it is with the safeguarding leads, where no undo reaches."""
        return self.readings[0].state == ReadingState.PASSED_ON


def queue_beside(request: HttpRequest, survey: Survey | None = None) -> dict[str, Any]:
    """Return what the list at the start side shows: one page of what is chosen."""
    user, now = signed_in(request), timezone.now()
    routes = routes_for(user)
    wanted = wanted_now(request, routes=routes)
    return beside(request, wanted, routes=routes, now=now) | {"survey": survey}


def beside(
    request: HttpRequest, wanted: Wanted, *, routes: Routes, now: datetime
) -> dict[str, Any]:
    """Return one page of what is wanted, and how to ask for it again."""
    user = signed_in(request)
    found = in_the_list(wanted_readings(wanted, routes=routes, by=user, now=now))
    page: Page[Reading] = Paginator(found, ON_A_PAGE).get_page(request.GET.get("page"))
    return {
        "wanted": wanted,
        "page": page,
        "rows": rows_of(list(page.object_list), routes=routes, by=user, now=now),
        "here": query_of(wanted),
        "query": f"{query_of(wanted)}&",
    }


def rows_of(
    readings: list[Reading], *, routes: Routes, by: User, now: datetime
) -> list[Row]:
    """Return what a list tells of each reading; one query."""
    opened = set(
        Opening.objects.filter(
            by=by, reading__in=[one.pk for one in readings]
        ).values_list("reading", "version")
    )
    return [
        Row(
            reading=one,
            language=language_name(one.comment.language),
            guess=guess_name(one),
            unread=_nobody_reads(one, routes=routes),
            is_opened=(one.pk, one.version) in opened,
            is_elsewhere=one.is_in_hand_of_another(by, now=now),
        )
        for one in readings
    ]


def _nobody_reads(reading: Reading, *, routes: Routes) -> list[str]:
    """Return by name the languages of a waiting comment that no reader here reads."""
    if reading.state != ReadingState.WAITING:
        return []
    comment = reading.comment
    codes = routes.nobody_reads(
        (comment.language, reading.guessed_language), survey=comment.survey_id
    )
    return [
        language_name(code)
        if code == comment.language
        else _("perhaps %(language)s") % {"language": language_name(code)}
        for code in codes
    ]


def guess_name(reading: Reading) -> str:
    """Return the language that is guessed, when it is not the one answered in."""
    if reading.guessed_language in {"", reading.comment.language}:
        return ""
    return language_name(reading.guessed_language)


def around(
    wanted: Wanted, *, routes: Routes, by: User, now: datetime
) -> dict[str, Any]:
    """Return the choices with their counts, and what should be said loudly."""
    found = cells(routes=routes, by=by, now=now)
    counted = Counted(found, wanted, routes)
    titles = dict(surveys_to_moderate(by).order_by("title").values_list("pk", "title"))
    questions: dict[int, str] = {}
    if wanted.survey:
        questions = dict(
            Question.objects.filter(survey=wanted.survey)
            .order_by("position")
            .values_list("pk", "prompt")
        )
    waiting = counted.among(state=ReadingState.WAITING.value, mine=False)
    everywhere = Counted(found, Wanted(language=EVERY_LANGUAGE), routes)
    return {
        "all_choices": all_choices(counted, surveys=titles, questions=questions),
        "state_name": ReadingState(wanted.state).label,
        "survey_title": titles.get(wanted.survey, ""),
        "waiting": sum(cell.count for cell in waiting),
        "worries": sum(cell.count for cell in waiting if cell.worry),
        "oldest": min((cell.oldest for cell in waiting if cell.oldest), default=None),
        "in_my_hand": everywhere.count(mine=True),
        "waiting_anywhere": everywhere.count(),
        "unread": _unread(everywhere),
        "others": everywhere.count() - everywhere.count(language=""),
        "others_query": query_of(Wanted(language=EVERY_LANGUAGE)),
        "is_narrowed": wanted != Wanted(),
        "screenful": SCREENFUL,
    }


def _unread(everywhere: Counted) -> list[Unread]:
    """Return the languages in which something waits that nobody there reads."""
    counts: Counter[tuple[str, bool]] = Counter()
    for cell in everywhere.among():
        for code in everywhere.routes.unread(cell):
            counts[code, code != cell.language] += cell.count
    return [
        Unread(language_name(code), count, is_guess, query_of(Wanted(language=code)))
        for (code, is_guess), count in sorted(counts.items())
    ]


def just_decided(
    request: HttpRequest, survey: Survey | None = None
) -> JustDecided | None:
    """Return what was decided on the page before, while it can be undone."""
    named = [_uuid(text) for text in request.GET.getlist("after")[:SCREENFUL]]
    if not any(named):
        return None
    now = timezone.now()
    readings = list(
        decided_since(now - UNDO_FOR, by=signed_in(request)).filter(
            comment_id__in=[one for one in named if one]
        )
    )
    if not readings:
        return None
    first = min(reading.decided_at for reading in readings if reading.decided_at)
    left = first + UNDO_FOR - now
    return JustDecided(readings, max(1, round(left / timedelta(seconds=1))))


def _uuid(text: str) -> UUID | None:
    """Return an id that was sent; None when it is none."""
    try:
        return UUID(text)
    except ValueError:
        return None
