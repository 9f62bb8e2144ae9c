"""What was promised to young people, as the board reads it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import F, FilteredRelation, Q, QuerySet
from django.utils.translation import get_language

from voice.council.enums import BASE_LANGUAGE
from voice.replies.models import Promise, PromiseWording
from voice.replies.queries.told import PromiseTold, tell_promise
from voice.replies.queries.verdicts import VerdictTold, verdicts_of
from voice.statement.models import KeyTheme


@dataclass(frozen=True, slots=True)
class PromiseLine:
    """A promise in the language of the page, to whom, and how late it is.

    `verdict` is what young people say of it, as it was released; None where nobody was
    asked yet, or where it was not read. `key_theme` is the id of the one whose action
    keeps it; None where no action does.
    """

    told: PromiseTold
    consultation: str
    days_late: int
    key_theme: int | None
    verdict: VerdictTold | None = None


def judged_lines(promises: Iterable[Promise], *, on: date) -> list[PromiseLine]:
    """Return each promise as it stands, beside young people's verdict; one query more.

    Where the two surely disagree, the promise comes first.
    """
    promises = list(promises)
    lines = promise_lines(promises, on=on, verdicts=verdicts_of(promises))
    return sorted(lines, key=lambda one: not (one.verdict and one.verdict.disagrees))


def promise_lines(
    promises: Iterable[Promise],
    *,
    on: date,
    verdicts: Mapping[int, VerdictTold] | None = None,
) -> list[PromiseLine]:
    """Return each promise, read through published_promises, as it stands on `on`."""
    language = get_language() or BASE_LANGUAGE
    return [
        PromiseLine(
            told=tell_promise(
                promise, language=language, on=on, wordings=_here(promise)
            ),
            consultation=promise.reply.consultation.title,
            days_late=(on - promise.due_on).days if promise.is_late(on=on) else 0,
            key_theme=getattr(promise, "key_theme", None),
            verdict=(verdicts or {}).get(promise.pk),
        )
        for promise in promises
    ]


def _here(promise: Promise) -> list[PromiseWording]:
    """Return the wording that was read with a promise; Django sets none without one."""
    found: PromiseWording | None = getattr(promise, "here", None)
    return [] if found is None else [found]


@dataclass(frozen=True, slots=True)
class ToAskAbout:
    """The promises to ask about first: those that are late, and those `disputed`,
    of which young people surely do not say what officers say.
    """

    late: list[PromiseLine]
    disputed: list[PromiseLine]


def promises_to_ask_about(*, on: date) -> ToAskAbout:
    """Return the promises to ask about first on the day `on`; two queries."""
    lines = judged_lines(published_promises(), on=on)
    return ToAskAbout(
        late=[one for one in lines if one.days_late],
        disputed=[one for one in lines if one.verdict and one.verdict.disagrees],
    )


def promises_of(key_theme: KeyTheme) -> QuerySet[Promise]:
    """Return the published promises that a key theme's actions keep; one query."""
    return published_promises().filter(action__area__key_theme=key_theme)


def published_promises() -> QuerySet[Promise]:
    """Return every promise that young people have read; one query.

    Each with its wording in the language of the page (`here`), where it has one, and
    the id of the key theme whose action keeps it.
    """
    said = Q(wordings__language=get_language() or BASE_LANGUAGE)
    return (
        Promise.objects.filter(reply__published_at__isnull=False)
        .annotate(
            here=FilteredRelation("wordings", condition=said),
            key_theme=F("action__area__key_theme"),
        )
        .select_related("reply__consultation", "here")  # type: ignore[misc]
        .order_by("due_on", "id")
    )
