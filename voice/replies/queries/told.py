"""What young people are told of a consultation, in one language."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.utils import timezone

from surveys.models import Consultation
from voice.council.enums import BASE_LANGUAGE
from voice.releases.models import Recall
from voice.releases.queries import correction_of
from voice.replies.enums import PromiseStanding
from voice.replies.logic.coverage import wording_for
from voice.replies.models import (
    Promise,
    PromiseNote,
    PromiseWording,
    Reply,
    ReplyWording,
)
from voice.replies.queries.verdicts import VerdictTold, verdicts_and_recalls_of


@dataclass(frozen=True)
class ConsultationTold:
    """A consultation's own words; `language` is the one they are really in."""

    language: str
    title: str
    asking: str
    why: str
    how_safe: str
    left_out: str
    how_to_say: str
    who_listens: str
    can_change: str
    cannot_change: str
    decision_maker: str
    who_reads: str
    asked_who: str
    missing: str


@dataclass(frozen=True, slots=True)
class Progress:
    """What was done for a promise on a day; `language` is the one it is really in.

    `shown_at` is the address of what shows it, or empty.
    """

    on: date
    words: str
    language: str
    shown_at: str = ""


@dataclass(frozen=True, slots=True)
class ForWhom:
    """Whom a promise was made to; `language` is the one it is really in."""

    words: str
    language: str


@dataclass(frozen=True)
class PromiseTold:
    """A promise and how it stands on a day; `language` is the one it is really in.

    `verdict` is what young people say of it, `taken_back` that this was recalled;
    `progress` is what was done since, as far as they are told, the newest first.
    """

    language: str
    text: str
    owner_title: str
    reason: str
    due_on: date
    new_due_on: date | None
    standing: PromiseStanding
    for_whom: ForWhom | None = None
    verdict: VerdictTold | None = None
    taken_back: Recall | None = None
    progress: tuple[Progress, ...] = ()


@dataclass(frozen=True)
class ReplyTold:
    """A reply's words, where it has any, and its promises."""

    words: ReplyWording | None
    promises: list[PromiseTold]


PARTS = [part for part in ConsultationTold.__dataclass_fields__ if part != "language"]


def _in_language(wordings: Iterable[Any], language: str) -> Any:
    """Return the wording in `language` among those already read, or None."""
    return next((said for said in wordings if said.language == language), None)


def tell_consultation(consultation: Consultation, *, language: str) -> ConsultationTold:
    """Return the consultation's words in `language`, or the base ones."""
    wording = _in_language(consultation.wordings.all(), language)
    source = wording or consultation
    return ConsultationTold(
        language=language if wording else BASE_LANGUAGE,
        **{part: getattr(source, part) for part in PARTS},
    )


def for_whom(consultation: Consultation, *, language: str) -> ForWhom:
    """Return whom a reply speaks to: those who were asked, in `language` or base."""
    wording = _in_language(consultation.wordings.all(), language)
    if wording and wording.asked_who:
        return ForWhom(wording.asked_who, language)
    return ForWhom(consultation.asked_who, BASE_LANGUAGE)


def tell_promise(
    promise: Promise,
    *,
    language: str,
    on: date,
    to: ForWhom | None = None,
    wordings: Iterable[PromiseWording] | None = None,
) -> PromiseTold:
    """Return the promise in `language`, or in the base one, as it stands on `on`.

    `to` is whom it was made to, where that is told; `wordings` are the promise's, where
    they were read another way.
    """
    known = promise.wordings.all() if wordings is None else wordings
    wording = _in_language(known, language)
    return PromiseTold(
        language=language if wording else BASE_LANGUAGE,
        text=wording.text if wording else promise.text,
        owner_title=(wording and wording.owner_title) or promise.owner_title,
        reason=(wording and wording.reason) or promise.reason,
        due_on=promise.due_on,
        new_due_on=promise.new_due_on,
        standing=promise.standing(on=on),
        for_whom=to,
    )


def tell_reply(
    reply: Reply,
    *,
    language: str,
    on: date,
    band: str = "",
    with_verdicts: bool = False,
) -> ReplyTold:
    """Return the reply as `band` reads it in `language`, or in the base one.

    Without a band, in the words that most bands read. With its promises and, if
    wanted, what was done since and what young people say of them: three queries more.
    """
    wordings = list(reply.wordings.all())
    words = wording_for(wordings, language=language, band=band) or wording_for(
        wordings, language=BASE_LANGUAGE, band=band
    )
    made = list(reply.promises.all())
    to = for_whom(reply.consultation, language=language) if made else None
    promises = [tell_promise(one, language=language, on=on, to=to) for one in made]
    if with_verdicts and made:
        verdicts, taken_back = verdicts_and_recalls_of(made)
        progress = _progress_of(made, language=language)
        promises = [
            replace(
                told,
                progress=progress.get(promise.pk, ()),
                verdict=verdicts.get(promise.pk),
                taken_back=taken_back.get(promise.pk),
            )
            for told, promise in zip(promises, made, strict=True)
        ]
    return ReplyTold(words=words, promises=promises)


def _progress_of(
    promises: Iterable[Promise], *, language: str
) -> dict[int, tuple[Progress, ...]]:
    """Return what young people are told was done for each promise; one query."""
    found: dict[int, tuple[Progress, ...]] = {}
    notes = PromiseNote.objects.filter(promise__in=[one.pk for one in promises])
    for note in notes.exclude(told={}):
        words, said_in = note.told_in(language)
        on = timezone.localdate(note.at)
        said = Progress(on, words, said_in, note.shown_at)
        found[note.promise_id] = (*found.get(note.promise_id, ()), said)
    return found


def recalled_told(reply: Reply) -> dict[str, object]:
    """Return what a page says when the results behind a reply were taken back; or {}."""
    if reply.release is None or not reply.release.is_recalled:
        return {}
    return {
        "recall": reply.release.recall,
        "is_corrected": correction_of(reply.release) is not None,
        "base_language": BASE_LANGUAGE,
    }
