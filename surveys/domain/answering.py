"""Starts, saves, finishes and leaves a response: nothing lost, nothing doubled.

Answering is not audited: nobody is watched while they answer (DESIGN.md section 9).
"""

import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy

from surveys.domain.code_links import hold_code, let_go, use_up
from surveys.domain.receipts import new_receipt_hash
from surveys.domain.refused_answers import AnswerRefused
from surveys.domain.said_words import take_all_back
from surveys.domain.telling import Told, keep_told
from surveys.enums import (
    Agreement,
    AnswerState,
    Company,
    HelpedBy,
    HelpGiven,
    ResponseState,
)
from surveys.logic.answers import Refused
from surveys.logic.definition import QuestionDefinition
from surveys.logic.paths import is_asked, left_behind
from surveys.logic.took import took
from surveys.logic.weeks import monday
from surveys.models import Invitation, Response
from surveys.queries.opening import edition_to_answer, lets_in, survey_is_open
from surveys.queries.responses import capability_hash, response_held
from surveys.queries.steps import definition_of, steps_of
from surveys.time_taken import Took
from voice.council.domain.keys import KeyDestroyed
from voice.kept_queries import KeptUpdate

CAPABILITY_BYTES = 32
QUICK_SECONDS = 120
CLOSING = (
    "state",
    "answers",
    "capability_hash",
    "touched_at",
    "started_at",
    "quick_seconds",
    "took",
    "reached",
    "return_hash",
    "return_until",
    "receipt_hash",
)
_ANSWERED = KeptUpdate(Response, "answers", "touched_at", "is_checked")


class SurveyIsClosed(Exception):
    """Nobody can start: the survey is not open, or this way in was stopped."""

    sentence = gettext_lazy("These questions are not open now.")


class NotOffered(Exception):
    """The edition has no such language or age band."""

    sentence = gettext_lazy("Choose one of the languages and ages on the page.")


class ResponseIsClosed(Exception):
    """The response was finished or left; nothing in it changes any more."""

    sentence = gettext_lazy("These answers are already closed. Nothing was changed.")


class NoSuchQuestion(Exception):
    """The response's path has no such question to answer."""

    sentence = gettext_lazy("That question is not asked here. Nothing was changed.")


@dataclass(frozen=True, slots=True)
class StartedResponse:
    """A response just started, and the secret that lets its device go on."""

    response: Response
    capability: str


@transaction.atomic
def start_response(
    invitation: Invitation,
    *,
    language: str,
    age_band: str,
    company: Company = Company.NOT_SAID,
    helped_by: HelpedBy = HelpedBy.NOT_SAID,
    help_given: Iterable[HelpGiven] = (),
    agreement: Agreement = Agreement.NOT_ASKED,
    at: datetime | None = None,
) -> StartedResponse:
    """Start a response to the newest edition; only the capability's hash is kept.

    `company`, `helped_by` (a role, never a name) and `help_given` say who is beside
    the young person and what they do; `agreement`, how they said yes to taking part.
    `at` is now unless told. Raises SurveyIsClosed or NotOffered.
    """
    at = at or timezone.now()
    edition = edition_to_answer(invitation.survey)
    if (
        not lets_in(invitation, at=at)
        or edition is None
        or not survey_is_open(invitation.survey, on=timezone.localdate(at))
    ):
        raise SurveyIsClosed
    definition = definition_of(edition)
    if (
        language not in definition["languages"]
        or age_band not in definition["age_bands"]
    ):
        raise NotOffered
    capability = secrets.token_urlsafe(CAPABILITY_BYTES)
    response = Response.objects.create(
        edition=edition,
        invitation=invitation,
        language=language,
        age_band=age_band,
        company=company,
        helped_by=helped_by,
        help_given=sorted(one.value for one in set(help_given)),
        agreement=agreement,
        week=monday_of(at),
        capability_hash=capability_hash(capability),
        touched_at=at,
        started_at=at,
    )
    return StartedResponse(response, capability)


@transaction.atomic
def save_answer(
    response: Response,
    *,
    key: str,
    value: object = None,
    words: str = "",
    state: AnswerState = AnswerState.ANSWERED,
    recording: bytes | None = None,
    may_quote: bool = False,
    at: datetime | None = None,
) -> None:
    """Keep the answer to the question `key`: the same page saved again is one answer.

    `value` is an option's key, a list of them, a number, a date or words; None means
    skipped, and takes back what was said before. `words` are those of an option that
    asks for them. `state` says "not sure" or "prefers not to say" where that is
    offered; no value counts then. `recording` is what was spoken or drawn; without
    it and without words, what was recorded before stays. All of these are sealed in a
    Comment, never in the response. Raises ResponseIsClosed, NoSuchQuestion,
    AnswerRefused.
    """
    at = at or timezone.now()
    row = _locked(response)
    question = _asked(row, key)
    if value is None and state == AnswerState.ANSWERED:
        state = AnswerState.SKIPPED
    try:
        row.answers[key] = keep_told(
            row,
            question,
            Told(value, words, state, recording, may_quote, monday_of(at)),
        )
    except Refused as refused:
        raise AnswerRefused(refused.why, question) from None
    except KeyDestroyed:
        raise ResponseIsClosed from None
    # What somebody typed is looked through anew after each change.
    row.touched_at, row.is_checked = at, False
    _ANSWERED.of(row)
    response.answers, response.touched_at = row.answers, row.touched_at


@transaction.atomic
def finish_response(
    response: Response, *, capability: str = "", at: datetime | None = None
) -> None:
    """Finish, for good; finishing again changes nothing.

    A device that finishes by its own `capability` gets a receipt
    (surveys.domain.receipts.seed_of_receipt); nobody else does.

    An answer to a question that later answers took off the path is dropped; words
    said to it are marked as taken back. How long it took is kept in coarse classes, and
    in seconds only when that was under two minutes.
    The code it was started with is used then, and forgets it.
    Raises ResponseIsClosed when it was left, set aside or withdrawn.
    """
    code = hold_code(response)
    row = (
        Response.objects.select_for_update(of=("self",))
        .select_related("edition")
        .defer("edition__definition", "edition__blocks")
        .get(pk=response.pk)
    )
    if row.state != ResponseState.FINISHED:
        _refuse_closed(row)
        _drop_left_behind(row)
        row.state = ResponseState.FINISHED
        _keep_time_taken(row, at or timezone.now())
        row.capability_hash = row.touched_at = row.started_at = row.reached = None
        row.return_hash = row.return_until = None
        row.receipt_hash = new_receipt_hash(row.pk, capability)
        row.save(update_fields=CLOSING)
        use_up(code)
    response.state, response.answers = ResponseState(row.state), row.answers
    response.receipt_hash = row.receipt_hash
    response.capability_hash = response.touched_at = None


@transaction.atomic
def leave_response(response: Response) -> None:
    """Let no device go on with a response under way; what was sent stays to be read.

    The code it was started with forgets it, unless it was saved to be gone on with.
    """
    let_go(response)
    Response.objects.filter(pk=response.pk, state=ResponseState.UNDER_WAY).update(
        capability_hash=None, touched_at=None, started_at=None
    )
    response.capability_hash = response.touched_at = None


def monday_of(at: datetime) -> date:
    """Return the Monday, by local time, of the week of `at`."""
    return monday(timezone.localdate(at))


def _keep_time_taken(row: Response, at: datetime) -> None:
    """Put down how long it took: coarsely, and in seconds when suspiciously short."""
    row.quick_seconds, row.took = None, Took.NOT_KNOWN
    if row.started_at is None:
        return
    seconds = max(0, int((at - row.started_at).total_seconds()))
    row.took = took(seconds)
    if seconds < QUICK_SECONDS:
        row.quick_seconds = seconds


def _locked(response: Response) -> Response:
    """Return the row as it is now, held until the transaction ends."""
    row = response_held(response.pk)
    _refuse_closed(row)
    return row


def _refuse_closed(row: Response) -> None:
    """Raise ResponseIsClosed unless a device may still go on."""
    if row.state != ResponseState.UNDER_WAY or row.capability_hash is None:
        raise ResponseIsClosed


def _asked(row: Response, key: str) -> QuestionDefinition:
    """Return the question `key` of the row's path, or raise NoSuchQuestion."""
    for question in steps_of(row):
        if question["key"] == key and is_asked(question):
            return question
    raise NoSuchQuestion


def _drop_left_behind(row: Response) -> None:
    """Drop the answers that the path no longer asks for; take back words said there."""
    gone = sorted(left_behind(row.answers, steps_of(row)))
    if gone:
        row.answers = {k: v for k, v in row.answers.items() if k not in gone}
        take_all_back(row, keys=gone)
