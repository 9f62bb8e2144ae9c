"""What a pack is about: its period, key themes and consultations, and what was released."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from surveys.models import Consultation, Edition
from surveys.queries.linked import consultations_asking, questions_linked_to
from voice.briefings.logic.paper import Source
from voice.briefings.queries.composing import Composing
from voice.council.enums import BASE_LANGUAGE
from voice.releases.enums import ReleaseState
from voice.releases.models import Release
from voice.releases.queries import verified
from voice.replies.models import Reply, Verdict
from voice.replies.queries.verdicts import is_as_made, standing_verdicts
from voice.statement.models import Evidence, KeyTheme, Statement
from voice.statement.queries import current_statement, key_themes_in_full


@dataclass(frozen=True, slots=True)
class Scope:
    """What a pack tells; `since` and `until` are whole days, both included.

    `issued` are the releases issued in the period, the oldest first, those recalled
    since among them. `replies` are those published by its end, by consultation, and `verdicts` the newest
    made of their promises by then. `is_whole` says that no key theme is left out.
    `today` is the day on which things stand as they are told.
    """

    since: date
    until: date
    today: date
    statement: Statement | None
    key_themes: list[KeyTheme]
    is_whole: bool
    consultations: list[Consultation]
    issued: list[Release]
    replies: dict[int, Reply]
    verdicts: list[Verdict]

    @property
    def standing(self) -> list[Release]:
        """Return the releases that were not recalled, the oldest first."""
        return [one for one in self.issued if not one.is_recalled]

    @property
    def newest(self) -> list[Release]:
        """Return the newest release of each survey that stands."""
        found = {one.survey_id: one for one in self.standing}
        return sorted(found.values(), key=lambda one: (one.issued_at, one.pk))

    def newest_of(self, consultation: Consultation) -> list[Release]:
        """Return the newest release of each survey of one consultation."""
        return [
            one for one in self.newest if one.survey.consultation_id == consultation.pk
        ]

    @property
    def cited(self) -> list[Release]:
        """Return the releases that the pack tells or a reply in it speaks from."""
        spoken = [
            one.release
            for one in self.replies.values()
            if one.release is not None and not one.release.is_recalled
        ]
        judged = [one.release for one in self.verdicts]
        every = [*self.standing, *spoken, *judged]
        return list({one.pk: one for one in every}.values())

    def sources(self) -> list[Source]:
        """Return the cited releases as a paper names them, counted from one."""
        composing = Composing(BASE_LANGUAGE, self.today)
        for one in self.cited:
            composing.source(one)
        return composing.sources()

    def number_of(self, release: Release) -> int:
        """Return the number by which blocks name a cited release."""
        return 1 + [one.pk for one in self.cited].index(release.pk)

    def holds(self, day: date) -> bool:
        """Say whether a day is in the period."""
        return self.since <= day <= self.until


def consultations_asked() -> QuerySet[Consultation]:
    """Return the consultations that were ever asked, the oldest first."""
    editions = Edition.objects.filter(survey__consultation=OuterRef("pk"))
    return Consultation.objects.filter(Exists(editions.order_by())).order_by(
        "opens_on", "title", "pk"
    )


def consultations_between(since: date, until: date) -> QuerySet[Consultation]:
    """Return the consultations that were asked, released or answered in the period."""
    released = Release.objects.filter(
        survey__consultation=OuterRef("pk"),
        state=ReleaseState.ISSUED,
        issued_at__date__range=(since, until),
    )
    answered = Reply.objects.filter(
        consultation=OuterRef("pk"), published_at__date__range=(since, until)
    )
    return consultations_asked().filter(
        Q(opens_on__lte=until, closes_on__gte=since)
        | Exists(released.order_by())
        | Exists(answered.order_by())
    )


def scope_of(
    *,
    since: date,
    until: date,
    today: date,
    key_themes: Collection[int] = (),
    consultations: Collection[int] = (),
) -> Scope:
    """Return what a pack of this period is about.

    Without `key_themes` (keys) it is the whole statement; without `consultations` all
    of the period's that bear on the key themes. Those chosen are told even where nothing
    of theirs falls in the period: that is then said. Raises ReleaseAltered when a release is
    not what was signed.
    """
    statement = current_statement()
    every = key_themes_in_full(statement) if statement else []
    chosen = [one for one in every if one.pk in key_themes] or every
    if consultations:
        found = list(consultations_asked().filter(pk__in=consultations))
    else:
        found = list(consultations_between(since, until))
        bearing = _bearing_on(chosen) if len(chosen) < len(every) else None
        found = [one for one in found if bearing is None or one.pk in bearing]
    replies = _replies(found, until)
    return Scope(
        since=since,
        until=until,
        today=today,
        statement=statement,
        key_themes=chosen,
        is_whole=len(chosen) == len(every),
        consultations=found,
        issued=_issued(found, since, until),
        replies=replies,
        verdicts=_verdicts(replies.values(), until),
    )


def _replies(consultations: list[Consultation], until: date) -> dict[int, Reply]:
    """Return the replies of these published by that day, by consultation."""
    found = (
        Reply.objects.filter(
            consultation__in=consultations, published_at__date__lte=until
        )
        .select_related("consultation", "release__survey__consultation")
        .select_related("release__recall")
        .prefetch_related("wordings", "easy_rows", "corrections", "promises__action")
        .order_by("published_at", "pk")
    )
    return {one.consultation_id: one for one in found}


def _bearing_on(key_themes: list[KeyTheme]) -> set[int]:
    """Return the keys of the consultations that asked about, or are evidence for, these."""
    cited = Evidence.objects.standing().filter(key_theme__in=key_themes)
    found = set(cited.values_list("release__survey__consultation", flat=True))
    for one in key_themes:
        asking = consultations_asking(questions_linked_to(str(one.pk)))
        found |= {consultation.pk for consultation in asking}
    return found


def _issued(
    consultations: list[Consultation], since: date, until: date
) -> list[Release]:
    """Return the releases of these issued in the period, the oldest first, each checked."""
    rows = (
        Release.objects.filter(
            survey__consultation__in=consultations,
            state=ReleaseState.ISSUED,
            issued_at__date__range=(since, until),
        )
        .select_related("survey__consultation", "recall")
        .prefetch_related("quotes")
        .order_by("issued_at", "pk")
    )
    return [verified(one) for one in rows]


def _verdicts(replies: Iterable[Reply], until: date) -> list[Verdict]:
    """Return the newest verdict on each promise of these, made by that day; one query."""
    promises = [promise for reply in replies for promise in reply.promises.all()]
    found = {
        one.promise_id: one
        for one in standing_verdicts(promises).defer(None)
        if timezone.localdate(one.made_at) <= until and is_as_made(one)
    }
    return list(found.values())
