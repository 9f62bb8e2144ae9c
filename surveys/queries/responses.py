"""Finds the response a device may go on answering."""

from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import Exists, F, OuterRef, QuerySet
from django.utils.crypto import salted_hmac

from surveys.enums import AnswerState, CodeKind, ResponseState
from surveys.models import Comment, Response, TextPause
from surveys.queries.steps import question_ids
from voice.kept_queries import Hole, KeptQuery

IDLE = timedelta(hours=1)
# What a page needs and no more: reading wide rows was a third of a page's time.
ON_EVERY_PAGE = (
    "state",
    "language",
    "age_band",
    "helped_by",
    "answers",
    "is_checked",
    "invitation__kind",
    "edition__content_hash",
    "edition__survey",
)
TO_ANSWER = (
    "state",
    "language",
    "age_band",
    "helped_by",
    "answers",
    "is_checked",
    "capability_hash",
    "edition__content_hash",
    "edition__survey",
)


def capability_hash(capability: str) -> str:
    """Return the keyed hash (HMAC-SHA256) of a device's capability, as hexadecimal."""
    return salted_hmac("surveys.capability", capability, algorithm="sha256").hexdigest()


def code_hash(kind: CodeKind, signs: str) -> str:
    """Return the keyed hash of a personal code's eight signs, as hexadecimal.

    The kind is part of it: a receipt opens no draft, and no code finds another.
    """
    return salted_hmac(
        f"surveys.code.{kind.value}", signs, algorithm="sha256"
    ).hexdigest()


def response_under_way(capability: str, *, at: datetime) -> Response | None:
    """Return the response that `capability` opens at the moment `at`, or None.

    None also when it was finished, left, or not touched for an hour.
    """
    found = _UNDER_WAY.rows(
        capability_hash=capability_hash(capability), touched_at=at - IDLE
    )
    return found[0] if found else None


def _under_way() -> QuerySet[Response]:
    """Return the response that a capability opens, if it was touched since."""
    return (
        Response.objects.select_related("edition", "invitation")
        .only(*ON_EVERY_PAGE)
        .annotate(
            # Read along, so that no page asks for them once more.
            colour=F("edition__survey__consultation__colour"),
            text_paused=Exists(
                TextPause.objects.filter(
                    survey=OuterRef("edition__survey"), ended_at=None
                )
            ),
        )
        .filter(
            capability_hash=Hole(Response, "capability_hash"),
            state=ResponseState.UNDER_WAY,
            touched_at__gt=Hole(Response, "touched_at"),
        )
    )


def response_held(pk: UUID) -> Response:
    """Return the response as it is now, held until the transaction ends.

    Raises Response.DoesNotExist.
    """
    for row in _HELD.rows(id=pk):
        return row
    raise Response.DoesNotExist


def _held() -> QuerySet[Response]:
    """Return what saving an answer needs of one response."""
    return (
        Response.objects.select_for_update(of=("self",))
        .select_related("edition")
        .only(*TO_ANSWER)
        .filter(pk=Hole(Response, "id"))
    )


_UNDER_WAY, _HELD = KeptQuery(_under_way), KeptQuery(_held)


def finished_response(named: str) -> Response | None:
    """Return the finished response whose random id is `named`, or None."""
    try:
        wanted = UUID(named)
    except ValueError:
        return None
    return Response.objects.filter(pk=wanted, state=ResponseState.FINISHED).first()


def comment_told(response: Response, key: str) -> Comment | None:
    """Return what was told to the question `key`, taken back or not."""
    question = question_ids(response.edition).get(key)
    rows = _TOLD.rows(question=question, response=response.pk) if question else []
    return rows[0] if rows else None


def _told() -> QuerySet[Comment]:
    """Return the one comment of a question and a response."""
    return Comment.objects.filter(
        question=Hole(Comment, "question"), response=Hole(Comment, "response")
    )


_TOLD = KeptQuery(_told)


def said_before(response: Response, key: str) -> tuple[str, bool, bool]:
    """Return the words told to the question `key`, whether they may be quoted, and
    whether it was spoken or drawn instead.

    Empty when nothing was told, or when it was taken back.
    """
    if response.answers.get(key, {}).get("state") != AnswerState.ANSWERED:
        return "", False, False
    comment = comment_told(response, key)
    if comment is None or comment.taken_back:
        return "", False, False
    words = "" if comment.is_recorded else comment.read()
    return words, comment.may_quote, comment.is_recorded
