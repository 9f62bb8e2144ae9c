"""Which responses of a survey a rule means, and what rules there are."""

from collections import defaultdict
from hashlib import sha256
from uuid import UUID

from django.db.models import Count, QuerySet

from surveys.enums import QuestionKind, ResponseState, SetAsideKind
from surveys.logic.definition import Definition
from surveys.logic.setting_aside import (
    Came,
    burst,
    places_chosen,
    same_words,
    too_quick,
)
from surveys.models import Comment, Response, SetAsideRule, Survey
from surveys.queries.steps import definition_of
from voice.council.domain.keys import open_texts_left, survey_owner
from voice.council.enums import KeyPurpose

ONE_CHOICE = QuestionKind.one_of() | {QuestionKind.SCALE}
# Those set aside already are looked at again, so that a group stays whole.
LOOKED_AT = sorted({ResponseState.FINISHED.value, ResponseState.SET_ASIDE.value})


def meant_by(rule: SetAsideRule) -> set[UUID]:
    """Return the ids of every finished response that a rule means; nothing is changed.

    `rule` need not be saved: so it is previewed.
    """
    match rule.kind:
        case SetAsideKind.SAME_WORDS:
            came = _came(rule.survey, with_words=True)
            return same_words(came, least=rule.least or 2)
        case SetAsideKind.TOO_QUICK:
            return too_quick(_came(rule.survey), seconds=rule.seconds or 1)
        case _:
            return burst(_came(rule.survey), least=rule.least or 2)


def all_finished(survey: Survey) -> str:
    """Return the SHA-256, in hexadecimal, of the ids of the responses rules look at.

    The same again means that a rule would find what it found: a finished response
    never changes, it only goes.
    """
    rows = Response.objects.filter(edition__survey=survey, state__in=LOOKED_AT)
    ids = rows.order_by("pk").values_list("pk", flat=True)
    digest = sha256()
    for pk in ids.iterator(chunk_size=2000):
        digest.update(pk.bytes)
    return digest.hexdigest()


def rules_of(survey: Survey) -> QuerySet[SetAsideRule]:
    """Return every rule of a survey, newest first, with how many it sets aside now."""
    return (
        SetAsideRule.objects.filter(survey=survey)
        .select_related("declared_by", "taken_back_by")
        .prefetch_related("runs__by")
        .annotate(now=Count("set_asides"))
        .order_by("-version")
    )


def how_many_set_aside(survey: Survey) -> int | None:
    """Return how many responses of a survey are set aside; None when no rule ever was."""
    if not SetAsideRule.objects.filter(survey=survey).exists():
        return None
    return Response.objects.filter(
        edition__survey=survey, state=ResponseState.SET_ASIDE
    ).count()


def _came(survey: Survey, *, with_words: bool = False) -> list[Came]:
    """Return every finished response of a survey as rules see it."""
    words = _words(survey) if with_words else {}
    options = {
        edition.pk: _options(definition_of(edition))
        for edition in survey.editions.order_by("pk")
    }
    rows = Response.objects.filter(edition__survey=survey, state__in=LOOKED_AT)
    return [
        Came(
            id=row.pk,
            invitation=row.invitation_id,
            week=row.week.isoformat(),
            quick_seconds=row.quick_seconds,
            answers=row.answers,
            places=places_chosen(row.answers, options[row.edition_id]),
            words=words.get(row.pk, ()),
        )
        for row in rows.order_by("pk").iterator(chunk_size=1000)
    ]


def _words(survey: Survey) -> dict[UUID, list[str]]:
    """Return what each response says in words, those kept no longer left out."""
    rows = Comment.objects.filter(survey=survey, response__state__in=LOOKED_AT)
    comments = list(rows.order_by("pk"))
    texts = open_texts_left(
        [(comment.sealed_words, comment.place()) for comment in comments],
        owner=survey_owner(survey.pk),
        purpose=KeyPurpose.RAW,
    )
    found: dict[UUID, list[str]] = defaultdict(list)
    for comment, text in zip(comments, texts, strict=True):
        if text and comment.response_id:
            found[comment.response_id].append(text)
    return found


def _options(definition: Definition) -> dict[str, list[str]]:
    """Return the options of each question with one choice, by its key."""
    return {
        question["key"]: question["options"]
        for question in definition["questions"]
        if question["kind"] in ONE_CHOICE
    }
