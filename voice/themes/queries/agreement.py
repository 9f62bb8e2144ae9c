"""Reads of double codings: who has coded what, and what the figures allow."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count, Exists, F, OuterRef, Prefetch, QuerySet

from surveys.models import Comment, Question, Survey
from voice.accounts.enums import Role
from voice.accounts.models import User
from voice.moderation.models import Reading
from voice.moderation.queries.kept import counted_readings, kept_readings
from voice.themes.enums import Standing, ThemeState
from voice.themes.logic.agreement import GOOD_FROM, Themes, alpha, masi
from voice.themes.models import (
    BlindCoding,
    DoubleCoding,
    SampledComment,
    Tag,
    Theme,
)
from voice.themes.queries.codebooks import IN_USE


@dataclass(frozen=True, slots=True)
class CodedComment:
    """A sampled comment, and what each coder heard in it, by their id.

    Themes that were merged stand for those they were merged into; retired ones are
    left out.
    """

    sampled: SampledComment
    by_coder: dict[int, Themes]

    @property
    def is_agreed(self) -> bool:
        """Say whether everybody who coded it heard the same."""
        return len(set(self.by_coder.values())) == 1


@dataclass(frozen=True, slots=True)
class Codings:
    """A double coding as it stands: its coders by name, and its comments as drawn.

    Comments that are no longer kept are not among them.
    """

    double_coding: DoubleCoding
    coders: list[User]
    comments: list[CodedComment]

    @property
    def is_complete(self) -> bool:
        """Say whether every coder has coded every comment."""
        return bool(self.comments) and all(
            len(one.by_coder) == len(self.coders) for one in self.comments
        )

    @property
    def units(self) -> list[list[Themes]]:
        """Return what was heard in each comment, for voice.themes.logic.agreement."""
        return [list(one.by_coder.values()) for one in self.comments]

    def left_for(self, coder: User) -> list[SampledComment]:
        """Return the comments `coder` has not coded yet, as drawn."""
        return [one.sampled for one in self.comments if coder.pk not in one.by_coder]


def comments_to_sample(question: Question) -> QuerySet[Reading]:
    """Return the kept readings a sample is drawn from: those that are counted."""
    return counted_readings(question.survey).filter(comment__question=question)


def coders_for(question: Question) -> QuerySet[User]:
    """Return who may code comments of `question`, by name."""
    return User.objects.filter(
        is_active=True,
        groups__name=Role.PARTICIPATION_WORKER.value,
        survey_memberships__survey=question.survey_id,
    ).order_by("name", "pk")


def hidden_while_coded_blind() -> QuerySet[Comment]:
    """Return the comments of samples that some coder has yet to code whole.

    What people hear in one may be changed until everybody's is shown: until then
    nobody comes across it elsewhere, and nobody tags it.
    """
    kept = kept_readings().filter(comment=OuterRef("comment")).order_by()
    left = (
        SampledComment.objects.filter(Exists(kept), double_coding__ended_at=None)
        .order_by()
        .annotate(
            coded=Count("codings", distinct=True),
            coders=Count("double_coding__coders", distinct=True),
        )
        .filter(coded__lt=F("coders"))
    )
    sampled = SampledComment.objects.filter(
        double_coding__in=left.values("double_coding")
    )
    return Comment.objects.filter(pk__in=sampled.order_by().values("comment"))


def not_coded_blind(readings: QuerySet[Reading]) -> QuerySet[Reading]:
    """Return those of the readings that are in no sample being coded blind."""
    return readings.exclude(comment__in=hidden_while_coded_blind())


def kept_sampled(double_coding: DoubleCoding) -> QuerySet[SampledComment]:
    """Return the comments of a sample that are still kept, as drawn."""
    kept = kept_readings().filter(comment=OuterRef("comment")).order_by()
    return SampledComment.objects.filter(Exists(kept), double_coding=double_coding)


def is_blind(double_coding: DoubleCoding) -> bool:
    """Say whether somebody has a comment left to code: until then nothing is shown."""
    coders = double_coding.coders.count()
    sampled = kept_sampled(double_coding).order_by()
    left = sampled.annotate(coded=Count("codings")).filter(coded__lt=coders)
    return left.exists() or not sampled.exists()


def codings_of(double_coding: DoubleCoding) -> Codings:
    """Return one double coding as it stands."""
    (found,) = _read(DoubleCoding.objects.filter(pk=double_coding.pk))
    return found


def double_codings_of(question: Question) -> list[Codings]:
    """Return the double codings of a question, newest first."""
    return _read(question.double_codings.all())


def standing_of(question: Question) -> Standing:
    """Return what agreement between coders allows the themes of a question."""
    return standing_from(double_codings_of(question))


def standings_of(survey: Survey) -> dict[int, Standing]:
    """Return the standing of each question of `survey` that was double coded."""
    by_question: dict[int, list[Codings]] = defaultdict(list)
    for one in _read(DoubleCoding.objects.filter(question__survey=survey)):
        by_question[one.double_coding.question_id].append(one)
    return {question: standing_from(found) for question, found in by_question.items()}


def questions_told(survey: Survey) -> set[int]:
    """Return the questions of `survey` in whose counted comments somebody heard a theme."""
    tags = Tag.objects.filter(
        comment__in=counted_readings(survey).order_by().values("comment"),
        theme__state__in=IN_USE,
    )
    return set(tags.order_by().values_list("comment__question", flat=True).distinct())


def newest_complete(codings: Iterable[Codings]) -> Codings | None:
    """Return the newest that everybody has coded whole: the one whose figure counts."""
    return next((one for one in codings if one.is_complete), None)


def standing_from(codings: Iterable[Codings]) -> Standing:
    """Return what the newest whole double coding of a question allows.

    One that says nothing (everybody heard the same one thing in every comment) is no
    second coder's word.
    """
    newest = newest_complete(codings)
    figure = alpha(newest.units, masi) if newest else None
    if figure is None:
        return Standing.ONE_CODER
    return Standing.GOOD if figure >= GOOD_FROM else Standing.TOO_LOW


def _read(double_codings: QuerySet[DoubleCoding]) -> list[Codings]:
    """Return these as they stand, newest first; the same few queries for any number."""
    kept = kept_readings().filter(comment=OuterRef("comment")).order_by()
    found = list(
        double_codings.order_by("-made_at", "-pk")
        .select_related("question")
        .prefetch_related(
            Prefetch("coders", User.objects.order_by("name", "pk")),
            Prefetch("sampled", SampledComment.objects.filter(Exists(kept))),
            Prefetch(
                "sampled__codings", BlindCoding.objects.prefetch_related("themes")
            ),
        )
    )
    stands_for = _stands_for() if found else {}
    return [
        Codings(
            one,
            list(one.coders.all()),
            [_coded(sampled, stands_for) for sampled in one.sampled.all()],
        )
        for one in found
    ]


def _coded(sampled: SampledComment, stands_for: dict[int, int]) -> CodedComment:
    """Return what each coder heard in one comment."""
    return CodedComment(
        sampled,
        {
            coding.coder_id: frozenset(
                stands_for[theme.pk]
                for theme in coding.themes.all()
                if theme.pk in stands_for
            )
            for coding in sampled.codings.all()
        },
    )


def _stands_for() -> dict[int, int]:
    """Return the theme in use that each theme stands for, after every merging."""
    themes = {
        pk: (state, into)
        for pk, state, into in Theme.objects.order_by().values_list(
            "pk", "state", "merged_into"
        )
    }
    found = {}
    for pk in themes:
        seen, at = {pk}, pk
        while (into := themes[at][1]) is not None and into not in seen:
            seen.add(into)
            at = into
        if themes[at][0] != ThemeState.RETIRED:
            found[pk] = at
    return found
