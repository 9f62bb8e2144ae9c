"""Finds the response a device may go on answering."""

from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import Exists, F, OuterRef
from django.utils.crypto import salted_hmac

from surveys.enums import AnswerState, CodeKind, ResponseState
from surveys.models import Response, TextPause

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
            capability_hash=capability_hash(capability),
            state=ResponseState.UNDER_WAY,
            touched_at__gt=at - IDLE,
        )
        .first()
    )


def finished_response(named: str) -> Response | None:
    """Return the finished response whose random id is `named`, or None."""
    try:
        wanted = UUID(named)
    except ValueError:
        return None
    return Response.objects.filter(pk=wanted, state=ResponseState.FINISHED).first()


def said_before(response: Response, key: str) -> tuple[str, bool, bool]:
    """Return the words told to the question `key`, whether they may be quoted, and
    whether it was spoken or drawn instead.

    Empty when nothing was told, or when it was taken back.
    """
    if response.answers.get(key, {}).get("state") != AnswerState.ANSWERED:
        return "", False, False
    comment = response.comments.filter(question__key=key, taken_back=False).first()
    if comment is None:
        return "", False, False
    words = "" if comment.is_recorded else comment.read()
    return words, comment.may_quote, comment.is_recorded
