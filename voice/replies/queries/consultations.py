"""Where consultations are."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, F, OuterRef, QuerySet
from django.utils import timezone

from surveys.audience import Audience
from surveys.enums import ConsultationState
from surveys.models import Consultation, Edition, Survey
from surveys.queries.heard_from import ever_heard
from voice.moderation.enums import ReadingState
from voice.moderation.models import Reading
from voice.replies.enums import ANSWERED, OWING
from voice.replies.logic.journey import How, Step, steps_of
from voice.replies.logic.state import Facts, days_late, state_of
from voice.replies.models import Promise, Verdict


@dataclass(frozen=True)
class Standing:
    """One consultation and where it is; `days_late` is 0 while nothing is late.

    `unread` says that something young people wrote waits to be read, `promised` that
    its reply promises something, `heard` that anybody ever answered it. `audiences` are whom its published
    surveys ask, young people first.
    """

    consultation: Consultation
    state: ConsultationState
    days_late: int
    unread: bool
    promised: bool
    heard: bool
    audiences: tuple[Audience, ...]

    @property
    def is_from_nobody(self) -> bool:
        """Say whether it has closed and nobody has answered it (decision 0055)."""
        return not self.heard and self.state in OWING | ANSWERED

    @property
    def is_overdue(self) -> bool:
        """Say whether the reply date has passed without a reply."""
        return self.state == ConsultationState.OVERDUE

    @property
    def is_answered(self) -> bool:
        """Say whether young people can read our reply."""
        return self.state in ANSWERED

    @property
    def steps(self) -> list[tuple[Step, How]]:
        """Return the steps its page shows, and how far each has come."""
        return steps_of(
            self.state,
            unread=self.unread,
            promised=self.promised,
            from_nobody=self.is_from_nobody,
        )


def _with_facts() -> QuerySet[Consultation]:
    """Return all consultations, each with what decides where it is; one query."""
    editions = Edition.objects.filter(survey__consultation=OuterRef("pk"))
    live = Survey.objects.filter(
        Exists(Edition.objects.filter(survey=OuterRef("pk"))),
        consultation=OuterRef("pk"),
        live=True,
    )
    waiting = Reading.objects.filter(
        comment__survey__consultation=OuterRef("pk"), state=ReadingState.WAITING
    )
    promises = Promise.objects.filter(reply__consultation=OuterRef("pk"))
    stands = Verdict.objects.filter(promise=OuterRef("pk"), release__recall=None)
    return Consultation.objects.annotate(
        fact_asked=Exists(editions),
        fact_heard=ever_heard(),
        **{
            f"fact_asks_{one}": Exists(editions.filter(survey__audience=one))
            for one in Audience
        },
        fact_live=Exists(live),
        fact_unread=Exists(waiting),
        fact_replied_at=F("reply__published_at"),
        fact_promised=Exists(promises),
        fact_unchecked=Exists(promises.exclude(Exists(stands))),
    )


def _standing(row: Consultation, *, on: date) -> Standing:
    """Return where the consultation of an annotated row is."""
    replied_at = row.fact_replied_at  # type: ignore[attr-defined]
    unread = row.fact_unread  # type: ignore[attr-defined]
    promised = row.fact_promised  # type: ignore[attr-defined]
    unchecked = row.fact_unchecked  # type: ignore[attr-defined]
    facts = Facts(
        opens_on=row.opens_on,
        closes_on=row.closes_on,
        reply_due_on=row.owed_by,
        asked=row.fact_asked,  # type: ignore[attr-defined]
        live=row.fact_live,  # type: ignore[attr-defined]
        unread=unread,
        replied_on=timezone.localdate(replied_at) if replied_at else None,
        checked=promised and not unchecked,
    )
    return Standing(
        row,
        state_of(facts, on=on),
        days_late(facts, on=on),
        unread,
        promised,
        heard=row.fact_heard,  # type: ignore[attr-defined]
        audiences=tuple(one for one in Audience if getattr(row, f"fact_asks_{one}")),
    )


def standings(on: date, *, of: Iterable[int] | None = None) -> list[Standing]:
    """Return where every consultation (or those with the keys `of`) is; two queries."""
    rows = _with_facts().prefetch_related("wordings")
    if of is not None:
        rows = rows.filter(pk__in=list(of))
    return [_standing(row, on=on) for row in rows]


def standing_of(consultation: Consultation, *, on: date) -> Standing:
    """Return where one consultation is on the day `on`; two queries."""
    return standings(on, of=[consultation.pk])[0]


def consultation_state(consultation: Consultation, *, on: date) -> ConsultationState:
    """Return the state alone of one consultation on the day `on`; two queries."""
    return standing_of(consultation, on=on).state


def overdue_standings(on: date) -> list[Standing]:
    """Return the consultations past their reply date without a reply, longest first.

    In their own words alone; one query.
    """
    every = [_standing(row, on=on) for row in _with_facts()]
    late = [standing for standing in every if standing.is_overdue]
    return sorted(late, key=lambda standing: standing.consultation.owed_by)
