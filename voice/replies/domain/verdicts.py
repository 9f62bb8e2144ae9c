"""Makes verdicts of releases; nobody else can make one, and nobody can change it."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from voice.accounts.models import User
from voice.audit.domain.record import record
from voice.releases.logic.tables import QuestionTable, Tables
from voice.releases.models import Release
from voice.releases.queries.releases import ReleaseAltered, verified
from voice.replies.logic.asking_back import DIFFERENCE, DIFFERENCE_OPTIONS
from voice.replies.logic.verdict import (
    FORMAT,
    Frozen,
    hash_of,
    kept_told,
    question_told,
)
from voice.replies.models import Promise, PromiseSurvey, Verdict


@transaction.atomic
def make_verdict(release: Release, by: User) -> Verdict | None:
    """Make the verdict that an issued release is; None unless it is of a promise.

    Called when the second person signs, in that transaction. A survey whose question
    was not asked as the template asks it makes none.
    """
    asked = (
        PromiseSurvey.objects.select_related("promise__reply__release__recall")
        .filter(survey=release.survey_id)
        .first()
    )
    kept = kept_told(release.tables) if asked else None
    if asked is None or kept is None or release.issued_at is None:
        return None
    frozen = _frozen(asked.promise, release, kept, issued_at=release.issued_at)
    verdict = Verdict.objects.create(
        promise=asked.promise,
        release=release,
        frozen=frozen,
        content_hash=hash_of(frozen),
    )
    record(
        "replies.verdict",
        of=verdict,
        by=by,
        promise=asked.promise.pk,
        release=release.pk,
        content_hash=verdict.content_hash,
    )
    return verdict


def _frozen(
    promise: Promise, release: Release, kept: QuestionTable, *, issued_at: datetime
) -> Frozen:
    """Return what a verdict keeps: its release's protected figures, then and now."""
    tables: Tables = release.tables
    frozen: Frozen = {
        "format": FORMAT,
        "promise": promise.text,
        "rated": promise.state,
        "rule": tables["rule"],
        "kept": kept,
        "reach": tables["reach"],
        "release_kind": release.kind,
        "release_number": release.number,
        "release_hash": release.content_hash,
        "issued_on": timezone.localdate(issued_at).isoformat(),
    }
    difference = question_told(tables, DIFFERENCE)
    if difference and _is_ours(difference):
        frozen["difference"] = difference
    return _with_then(frozen, promise, tables)


def _is_ours(difference: QuestionTable) -> bool:
    """Say whether the second question has the template's answers."""
    keys = tuple(option["key"] for option in difference["options"])
    return keys == DIFFERENCE_OPTIONS


def _with_then(frozen: Frozen, promise: Promise, tables: Tables) -> Frozen:
    """Return `frozen` with what the release behind the reply told, while it stands.

    A question of then that was asked again, with the same answers, is told twice.
    """
    before = promise.reply.release
    if before is None or before.issued_at is None or before.is_recalled:
        return frozen
    try:
        told: Tables = verified(before).tables
    except ReleaseAltered:
        return frozen
    frozen["then"] = told["reach"]
    frozen["then_on"] = timezone.localdate(before.issued_at).isoformat()
    for now in tables["questions"]:
        then = question_told(told, now["key"])
        if then is not None and _alike(then, now):
            frozen["asked_then"], frozen["asked_now"] = then, now
    return frozen


def _alike(then: QuestionTable, now: QuestionTable) -> bool:
    """Say whether a question was asked again: same words, same kind, same answers."""
    return (then["kind"], then["prompt"]) == (now["kind"], now["prompt"]) and [
        option["key"] for option in then["options"]
    ] == [option["key"] for option in now["options"]]
