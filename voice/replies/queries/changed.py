"""What changed because of young people: every published reply, with what became of it."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from surveys.queries.asked_about import AskedAbout, asked_about
from voice.replies.enums import PromiseStanding
from voice.replies.models import Promise, Reply
from voice.replies.queries.replies import replies_in_short
from voice.replies.queries.told import (
    ConsultationTold,
    PromiseTold,
    ReplyTold,
    tell_consultation,
    tell_reply,
)
from voice.replies.queries.verdicts import taken_back_of, verdicts_of


@dataclass(frozen=True, slots=True)
class Changed:
    """One published reply: its words, its promises with verdicts, and what it is about.

    `key_themes` are ids of the statement's, of its questions and of its promises'
    actions; `age_bands` are keys of whom it answers.
    """

    reply: Reply
    consultation: ConsultationTold
    told: ReplyTold
    key_themes: frozenset[int] = frozenset()
    age_bands: frozenset[str] = frozenset()

    @property
    def kept(self) -> list[PromiseTold]:
        """Return the promises that were kept."""
        return [
            one for one in self.told.promises if one.standing == PromiseStanding.KEPT
        ]

    @property
    def not_kept(self) -> list[PromiseTold]:
        """Return every other promise, the late and broken ones among them."""
        return [
            one for one in self.told.promises if one.standing != PromiseStanding.KEPT
        ]

    @property
    def is_recalled(self) -> bool:
        """Say whether the results it speaks from were taken back."""
        return self.reply.release is not None and self.reply.release.is_recalled


def what_changed(
    *, language: str, on: date, consultations: Iterable[int]
) -> list[Changed]:
    """Return the published replies to `consultations` (ids), the newest first.

    In `language`, as they stand on the day `on`.
    As many queries for a hundred as for one.
    """
    found = _replies_to(consultations)
    asked = asked_about(one.consultation_id for one in found)
    themes = _key_themes_of_promises(found)
    return [
        replace(
            one,
            key_themes=frozenset(
                themes[one.reply.pk] | _ids(asked[one.reply.consultation_id])
            ),
            age_bands=frozenset(asked[one.reply.consultation_id].age_bands),
        )
        for one in _told(found, language=language, on=on)
    ]


def changed_lately(
    *, language: str, on: date, consultations: Iterable[int], newest: int
) -> list[Changed]:
    """Return the `newest` so many of what changed, without what they are about."""
    found = _replies_to(consultations, newest=newest)
    return _told(found, language=language, on=on)


def _replies_to(consultations: Iterable[int], newest: int | None = None) -> list[Reply]:
    """Return the published replies to `consultations`, the newest first."""
    replies = replies_in_short().filter(consultation__in=list(consultations))
    return list(replies[:newest])


def _told(replies: list[Reply], *, language: str, on: date) -> list[Changed]:
    """Return what each reply says in `language`, with promises and verdicts."""
    told = [tell_reply(one, language=language, on=on) for one in replies]
    return [
        Changed(
            reply=reply,
            consultation=tell_consultation(reply.consultation, language=language),
            told=words,
        )
        for reply, words in zip(replies, _with_verdicts(replies, told), strict=True)
    ]


def standings_of(changed: Iterable[Changed]) -> list[tuple[PromiseStanding, int]]:
    """Return how many promises stand how, the kept first; none that no promise has."""
    counted = Counter(said.standing for one in changed for said in one.told.promises)
    kept_first = sorted(PromiseStanding, key=lambda one: one != PromiseStanding.KEPT)
    return [(one, counted[one]) for one in kept_first if counted[one]]


def _ids(asked: AskedAbout) -> set[int]:
    """Return the ids of the key themes that questions name."""
    return {int(name) for name in asked.key_themes if name.isdecimal()}


def _key_themes_of_promises(replies: list[Reply]) -> dict[int, set[int]]:
    """Return the key themes of the actions that each reply's promises belong to."""
    found: dict[int, set[int]] = defaultdict(set)
    rows = Promise.objects.filter(reply__in=replies, action__isnull=False)
    for reply, theme in rows.values_list("reply", "action__area__key_theme"):
        found[reply].add(theme)
    return found


def _with_verdicts(replies: list[Reply], told: list[ReplyTold]) -> list[ReplyTold]:
    """Return what is told of replies with what young people say of their promises."""
    promises = [one for reply in replies for one in reply.promises.all()]
    if not promises:
        return told
    verdicts, taken_back = verdicts_of(promises), taken_back_of(promises)
    return [
        replace(
            words,
            promises=[
                replace(
                    said,
                    verdict=verdicts.get(promise.pk),
                    taken_back=taken_back.get(promise.pk),
                )
                for said, promise in zip(
                    words.promises, reply.promises.all(), strict=True
                )
            ],
        )
        for words, reply in zip(told, replies, strict=True)
    ]
