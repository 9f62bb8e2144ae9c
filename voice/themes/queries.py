"""Reads of codebooks, themes and tags; only kept text is ever reached from here."""

from collections import defaultdict
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, Prefetch, Q, QuerySet, Subquery

from surveys.models import Consultation, Question, Survey
from surveys.queries.members import consultations_of, surveys_run_by
from surveys.travelled import Travelled
from voice.accounts.permissions import Visitor
from voice.moderation.models import Reading
from voice.moderation.queries.kept import counted_readings, kept_readings
from voice.themes.enums import ThemeKind, ThemeState
from voice.themes.models import Codebook, Tag, Theme

IN_USE = [ThemeState.PROPOSED, ThemeState.AGREED]


def themes_by_response(survey: Survey) -> dict[UUID, set[int]]:
    """Return, for each response with a tagged kept comment, the ids of its themes.

    Retired themes are not told; fall-backs are. A response without one is not in it,
    nor is what was heard in a session.
    """
    found: dict[UUID, set[int]] = defaultdict(set)
    rows = Tag.objects.filter(
        comment__in=counted_readings(survey).order_by().values("comment"),
        theme__state__in=IN_USE,
    ).order_by()
    for response, theme in rows.values_list("comment__response", "theme").distinct():
        found[response].add(theme)
    return dict(found)


def comments_of_theme(theme: Theme, *, by: Visitor) -> QuerySet[Reading]:
    """Return the kept readings tagged with `theme` that `by` may see, oldest first.

    Each has `comment.tags_of_theme`, its tags of this theme; its words are
    `kept_text()`.
    """
    return (
        _kept_for(by)
        .filter(Exists(Tag.objects.filter(theme=theme, comment=OuterRef("comment"))))
        .select_related("comment__survey")
        .prefetch_related(
            Prefetch(
                "comment__tags",
                Tag.objects.filter(theme=theme).select_related("by"),
                to_attr="tags_of_theme",
            )
        )
        .order_by("arrived_at", "id")
    )


def comments_to_tag(question: Question) -> QuerySet[Reading]:
    """Return the kept readings of one question, each with `tagged`; oldest first."""
    return (
        kept_readings(question.survey)
        .filter(comment__question=question)
        .annotate(tagged=Exists(Tag.objects.filter(comment=OuterRef("comment"))))
        .prefetch_related(
            Prefetch("comment__tags", Tag.objects.select_related("theme", "by"))
        )
        .order_by("arrived_at", "id")
    )


def themes_for(survey: Survey) -> list[Theme]:
    """Return the themes to tag a survey's comments with, fall-backs last."""
    themes = Theme.objects.filter(
        codebook__consultations=survey.consultation_id, state__in=IN_USE
    ).select_related("codebook")
    return sorted(
        themes,
        key=lambda theme: (
            theme.kind != ThemeKind.THEME,
            theme.kind == ThemeKind.NO_REASON,
            theme.codebook.title,
            theme.name,
        ),
    )


def tagging_progress(surveys: QuerySet[Survey]) -> QuerySet[Question]:
    """Return questions of `surveys` with kept comments; `kept` and `tagged` counted.

    In the order they are asked.
    """
    readings = kept_readings().filter(comment__survey__in=surveys.order_by()).order_by()
    of_question = readings.filter(comment__question=OuterRef("pk")).values(
        "comment__question"
    )
    tagged = of_question.filter(Exists(Tag.objects.filter(comment=OuterRef("comment"))))
    return (
        Question.objects.filter(pk__in=readings.values("comment__question"))
        .select_related("survey__consultation")
        .annotate(
            kept=Subquery(of_question.annotate(n=Count("pk")).values("n")),
            tagged=Subquery(tagged.annotate(n=Count("pk")).values("n")),
        )
        .order_by("survey__title", "survey_id", "position")
    )


def codebooks_of(user: Visitor) -> QuerySet[Codebook]:
    """Return the codebooks that serve a consultation `user` works on, or none yet.

    With their consultations, and `in_use` themes counted.
    """
    serves = Codebook.consultations.through.objects.filter(codebook=OuterRef("pk"))
    ours = serves.filter(consultation__in=consultations_of(user).order_by())
    return (
        Codebook.objects.filter(Exists(ours) | ~Exists(serves))
        .prefetch_related("consultations")
        .annotate(
            in_use=Count("themes", filter=Q(themes__state__in=IN_USE), distinct=True)
        )
    )


def themes_of(codebook: Codebook, *, by: Visitor) -> list[tuple[Theme, int]]:
    """Return the codebook's themes, each with how many comments `by` may see say it."""
    heard = dict(
        Tag.objects.filter(
            theme__codebook=codebook,
            comment__in=_kept_for(by).order_by().values("comment"),
        )
        .order_by()
        .values_list("theme")
        .annotate(Count("comment", distinct=True))
    )
    themes = sorted(
        codebook.themes.all(),
        key=lambda theme: (
            theme.state == ThemeState.RETIRED,
            theme.kind != ThemeKind.THEME,
            theme.name,
        ),
    )
    return [(theme, heard.get(theme.pk, 0)) for theme in themes]


def _kept_for(user: Visitor) -> QuerySet[Reading]:
    """Return the kept readings of the surveys `user` runs."""
    return kept_readings().filter(comment__survey__in=surveys_run_by(user).order_by())


def how_far_understood(consultation: Consultation) -> Travelled:
    """Return whether people have begun to say which themes were heard."""
    tags = Tag.objects.filter(comment__survey__consultation=consultation)
    return Travelled.NOW if tags.exists() else Travelled.LATER
