"""Starts, saves, finishes and leaves a response: nothing lost, nothing doubled.

Answering is not audited: nobody is watched while they answer (DESIGN.md section 9).
"""

import secrets
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from surveys.after_save import comment_saved
from surveys.enums import AnswerState, QuestionKind, ResponseState
from surveys.logic.answers import LONGEST_TEXT, Refusal, Refused, kept_value
from surveys.logic.definition import QuestionDefinition
from surveys.logic.paths import is_asked, path
from surveys.models import Comment, Invitation, Response
from surveys.queries.opening import edition_to_answer, survey_is_open
from surveys.queries.responses import capability_hash
from surveys.queries.steps import definition_of, question_ids
from voice.council.domain.keys import KeyDestroyed

CAPABILITY_BYTES = 32
QUICK_SECONDS = 120
CLOSING = (
    "state",
    "capability_hash",
    "touched_at",
    "started_at",
    "quick_seconds",
)


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


class AnswerRefused(Exception):
    """The answer does not fit its question; nothing was changed."""

    def __init__(self, why: Refusal) -> None:
        """Remember `why`, and say it in the language in use."""
        self.why = why
        self.sentence = _sentence(why)
        super().__init__(why.value)


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
    at: datetime | None = None,
) -> StartedResponse:
    """Start a response to the newest edition; only the capability's hash is kept.

    `at` is now unless told. Raises SurveyIsClosed or NotOffered.
    """
    at = at or timezone.now()
    edition = edition_to_answer(invitation.survey)
    if (
        invitation.stopped_at
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
    may_quote: bool = False,
    at: datetime | None = None,
) -> None:
    """Keep the answer to the question `key`: the same page saved again is one answer.

    `value` is an option's key, a list of them, a number, or words; None means
    skipped, and takes back what was said before. Words are sealed in a Comment,
    never in the response. Raises ResponseIsClosed, NoSuchQuestion, AnswerRefused.
    """
    at = at or timezone.now()
    row = _locked(response)
    question = _asked(row, key)
    if value is None:
        answer: dict[str, object] = {"state": AnswerState.SKIPPED.value}
        if question["kind"] == QuestionKind.LONG_TEXT:
            _take_back(row, key=key)
    else:
        answer = {"state": AnswerState.ANSWERED.value}
        try:
            kept = kept_value(question, value)
        except Refused as refused:
            raise AnswerRefused(refused.why) from None
        if question["kind"] == QuestionKind.LONG_TEXT:
            try:
                _keep_words(row, key=key, words=str(kept), may_quote=may_quote, at=at)
            except KeyDestroyed:
                raise ResponseIsClosed from None
        else:
            answer["value"] = kept
    row.answers[key] = answer
    row.touched_at = at
    row.save(update_fields=("answers", "touched_at"))
    response.answers, response.touched_at = row.answers, row.touched_at


@transaction.atomic
def finish_response(response: Response, *, at: datetime | None = None) -> None:
    """Finish, for good; finishing again changes nothing.

    How long it took is kept only when that was under two minutes.
    Raises ResponseIsClosed when it was left, set aside or withdrawn.
    """
    row = Response.objects.select_for_update().get(pk=response.pk)
    if row.state != ResponseState.FINISHED:
        _refuse_closed(row)
        row.state = ResponseState.FINISHED
        row.quick_seconds = _quick_seconds(row, at or timezone.now())
        row.capability_hash = row.touched_at = row.started_at = None
        row.save(update_fields=CLOSING)
    response.state = ResponseState(row.state)
    response.capability_hash = response.touched_at = None


@transaction.atomic
def leave_response(response: Response) -> None:
    """Let no device go on with a response under way; what was sent stays to be read."""
    Response.objects.filter(pk=response.pk, state=ResponseState.UNDER_WAY).update(
        capability_hash=None, touched_at=None, started_at=None
    )
    response.capability_hash = response.touched_at = None


def monday_of(at: datetime) -> date:
    """Return the Monday, by local time, of the week of `at`."""
    day = timezone.localdate(at)
    return day - timedelta(days=day.weekday())


def _quick_seconds(row: Response, at: datetime) -> int | None:
    """Return how long it took, in seconds, when that was suspiciously short."""
    if row.started_at is None:
        return None
    seconds = max(0, int((at - row.started_at).total_seconds()))
    return seconds if seconds < QUICK_SECONDS else None


def _locked(response: Response) -> Response:
    """Return the row as it is now, held until the transaction ends."""
    row = (
        Response.objects.select_for_update(of=("self",))
        .select_related("edition")
        .only(
            "state",
            "language",
            "age_band",
            "answers",
            "capability_hash",
            "edition__content_hash",
            "edition__survey",
        )
        .get(pk=response.pk)
    )
    _refuse_closed(row)
    return row


def _refuse_closed(row: Response) -> None:
    """Raise ResponseIsClosed unless a device may still go on."""
    if row.state != ResponseState.UNDER_WAY or row.capability_hash is None:
        raise ResponseIsClosed


def _asked(row: Response, key: str) -> QuestionDefinition:
    """Return the question `key` of the row's path, or raise NoSuchQuestion."""
    steps = path(definition_of(row.edition), age_band=row.age_band, answers=row.answers)
    for question in steps:
        if question["key"] == key and is_asked(question):
            return question
    raise NoSuchQuestion


def _keep_words(
    row: Response, *, key: str, words: str, may_quote: bool, at: datetime
) -> None:
    """Seal `words` in the one comment of this question; the same words change nothing."""
    question_id = question_ids(row.edition)[key]
    comment = Comment.objects.filter(question_id=question_id, response=row).first()
    if comment is None:
        comment = Comment(
            survey_id=row.edition.survey_id,
            question_id=question_id,
            response=row,
            language=row.language,
            age_band=row.age_band,
            may_quote=may_quote,
            week=monday_of(at),
        )
        comment.write(words)
        comment.save(force_insert=True)
    else:
        before = (comment.may_quote, comment.taken_back)
        comment.may_quote, comment.taken_back = may_quote, False
        if not comment.rewrite(words) and before == (may_quote, False):
            return
        comment.save(update_fields=("sealed_words", "may_quote", "taken_back"))
    comment_saved(comment)


def _take_back(row: Response, *, key: str) -> None:
    """Mark the words of this question as taken back: read for safety, nothing else."""
    comment = Comment.objects.filter(
        question__key=key, response=row, taken_back=False
    ).first()
    if comment:
        comment.taken_back = True
        comment.may_quote = False
        comment.save(update_fields=("taken_back", "may_quote"))
        comment_saved(comment)


def _sentence(why: Refusal) -> str:
    """Return what to tell the child, in the language in use."""
    match why:
        case Refusal.NOTHING_CHOSEN | Refusal.NOT_AN_OPTION:
            return _("Choose an answer, or press Skip.")
        case Refusal.NOTHING_WRITTEN:
            return _("Write something, or press Skip.")
        case Refusal.TOO_LONG:
            return _(
                "That is more than we can keep: up to %(limit)s letters fit here. "
                "Nothing you wrote is lost. Please make it a little shorter."
            ) % {"limit": f"{LONGEST_TEXT:,}"}
        case Refusal.UNKEEPABLE_CHARACTER:
            return _(
                "There is a hidden sign in your words that we cannot keep. "
                "We took it out. Please press Next again."
            )
