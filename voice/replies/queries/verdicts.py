"""What young people say of promises, as it was released, beside what officers say."""

import logging
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from voice.releases.logic.tables import Reach
from voice.releases.models import Recall, Release
from voice.releases.presentation import CellTable, ChartRow
from voice.replies.enums import PromiseState
from voice.replies.logic.verdict import Frozen, Said, agree, hash_of, said_of
from voice.replies.models import Promise, Verdict
from voice.replies.verdict_words import (
    answered_then_words,
    answered_words,
    beside_officers,
    by_band,
    change_words,
    chart_rows,
    in_short,
    question_words,
)

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class QuestionTold:
    """One question of a verdict as components/chart.html draws it; `bars` may be []."""

    question: str
    bars: list[ChartRow]
    by_band: CellTable | None = None


@dataclass(frozen=True, slots=True)
class VerdictTold:
    """A verdict in the language of the page; every figure is the release's own.

    `words` is the whole of it in a sentence; `told` its questions. `rating` is what
    officers say today and `rated` what they said when it was made; `agrees` is None
    where nobody can say whether they say the same, and `sentence` says which of all
    that it is. `reach` is who answered, `then` who had answered before the promise;
    `then_told` and `now_told` are a question that was asked again, and `change` what
    may be said of it.
    """

    promise: int
    words: str
    told: list[QuestionTold]
    release: Release
    on: date
    said: Said
    rating: PromiseState
    rated: PromiseState
    agrees: bool | None
    sentence: str
    reach: Reach
    then: Reach | None
    then_on: date | None
    then_told: QuestionTold | None
    now_told: QuestionTold | None
    answered: str
    answered_then: str
    change: str

    @property
    def disagrees(self) -> bool:
        """Say whether officers and young people surely say different things."""
        return self.agrees is False

    @property
    def is_counted(self) -> bool:
        """Say whether it is told in numbers, not in words alone."""
        return self.reach["answered"]["code"] == "count"


def standing_verdicts(promises: Iterable[Promise]) -> QuerySet[Verdict]:
    """Return the verdicts whose release stands, the newest of a promise last."""
    return (
        Verdict.objects.filter(
            promise__in=[one.pk for one in promises], release__recall=None
        )
        .select_related("release__survey__consultation")
        .defer("release__tables", "release__codebook")
        .order_by("made_at", "pk")
    )


def verdicts_of(promises: Iterable[Promise]) -> dict[int, VerdictTold]:
    """Return the verdict of each promise that has one that stands; one query.

    In the language of the page, beside what each promise says of itself. A verdict
    that is not what was made is left out, and written to the log.
    """
    by_id = {one.pk: one for one in promises}
    return _told_of(standing_verdicts(by_id.values()), by_id)


def _told_of(
    verdicts: Iterable[Verdict], by_id: Mapping[int, Promise]
) -> dict[int, VerdictTold]:
    """Return the newest of `verdicts` of each promise that is what was made."""
    found: dict[int, VerdictTold] = {}
    for verdict in verdicts:
        if not is_as_made(verdict):
            log.error("Verdict %s is not what was made; it is not shown.", verdict.pk)
            continue
        found[verdict.promise_id] = tell(verdict, by_id[verdict.promise_id])
    return found


def verdicts_and_recalls_of(
    promises: Iterable[Promise],
) -> tuple[dict[int, VerdictTold], dict[int, Recall]]:
    """Return what verdicts_of and taken_back_of return; one query for both."""
    by_id = {one.pk: one for one in promises}
    every = list(_every_verdict(by_id))
    standing = [one for one in every if not one.release.is_recalled]
    return _told_of(standing, by_id), _recalls_in(every)


def disagreements(verdicts: Mapping[int, VerdictTold]) -> list[VerdictTold]:
    """Return the verdicts where officers and young people surely do not say the same."""
    return [told for told in verdicts.values() if told.disagrees]


def is_as_made(verdict: Verdict) -> bool:
    """Say whether a verdict, and the release it names, is what it was when made."""
    frozen: Frozen = verdict.frozen
    return (
        hash_of(frozen) == verdict.content_hash
        and frozen["release_hash"] == verdict.release.content_hash
    )


def taken_back_of(promises: Iterable[Promise]) -> dict[int, Recall]:
    """Return the recall that took the newest verdict of a promise back; one query.

    Without those that have a verdict since, or never had one.
    """
    return _recalls_in(_every_verdict(one.pk for one in promises))


def _every_verdict(promises: Iterable[int]) -> QuerySet[Verdict]:
    """Return every verdict of the promises with these ids, the newest last."""
    return (
        Verdict.objects.filter(promise__in=list(promises))
        .select_related("release__survey__consultation", "release__recall")
        .defer("release__tables", "release__codebook")
        .order_by("made_at", "pk")
    )


def _recalls_in(verdicts: Iterable[Verdict]) -> dict[int, Recall]:
    """Return the recall of the newest of `verdicts` of each promise, where there is."""
    newest = {one.promise_id: one.release for one in verdicts}
    return {pk: one.recall for pk, one in newest.items() if one.is_recalled}


def tell(verdict: Verdict, promise: Promise) -> VerdictTold:
    """Return a verdict in the language of the page, beside what officers say today."""
    frozen: Frozen = verdict.frozen
    rating, said = PromiseState(promise.state), said_of(frozen)
    questions = [frozen["kept"]]
    if "difference" in frozen:
        questions.append(frozen["difference"])
    then_on = frozen.get("then_on")
    return VerdictTold(
        promise=promise.pk,
        words=in_short(frozen),
        told=[
            QuestionTold(question_words(one), chart_rows(one), by_band(one))
            for one in questions
        ],
        release=verdict.release,
        on=date.fromisoformat(frozen["issued_on"]),
        said=said,
        rating=rating,
        rated=PromiseState(frozen["rated"]),
        agrees=agree(said, rating),
        sentence=beside_officers(frozen, rating),
        reach=frozen["reach"],
        then=frozen.get("then"),
        then_on=date.fromisoformat(then_on) if then_on else None,
        then_told=_again(frozen, "asked_then"),
        now_told=_again(frozen, "asked_now"),
        answered=answered_words(frozen["reach"]["answered"]),
        answered_then=answered_then_words(frozen),
        change=change_words(frozen),
    )


def _again(frozen: Frozen, when: str) -> QuestionTold | None:
    """Return the question that was asked again, as it was told then or now; or None."""
    question = (
        frozen.get("asked_then") if when == "asked_then" else frozen.get("asked_now")
    )
    if question is None:
        return None
    return QuestionTold(question_words(question), chart_rows(question))
