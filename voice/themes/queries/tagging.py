"""Reads of what there is to tag; only kept text is ever reached from here."""

from hashlib import sha256

from django.db.models import Count, Exists, OuterRef, QuerySet

from surveys.models import Question, Survey
from voice.moderation.models import Reading
from voice.moderation.queries.kept_rows import Held, decided_to_keep, held_back_rows
from voice.themes.models import Tag
from voice.themes.queries.remembering import remembered

# Of each question how many comments are kept, and how many of them are tagged.
Figures = dict[int, tuple[int, int]]


def tagging_progress(surveys: QuerySet[Survey]) -> list[Question]:
    """Return questions of `surveys` with kept comments; `kept` and `tagged` counted.

    In the order they are asked. Of very many comments the counts may be a minute old.
    """
    asked = list(
        Question.objects.filter(survey__in=surveys.order_by())
        .order_by("survey__title", "survey_id", "position")
        .select_related("survey__consultation")
    )
    ids = sorted(question.pk for question in asked)
    figures = remembered(
        f"themes-progress-{_name(ids)}",
        lambda: _figures(ids),
        length=lambda found: sum(kept for kept, _tagged in found.values()),
    )
    there = [question for question in asked if question.pk in figures]
    for question in there:
        question.kept, question.tagged = figures[question.pk]  # type: ignore[attr-defined]
    return there


def progress_of(survey: Survey) -> list[Question]:
    """Return the questions of one survey, as `tagging_progress` does."""
    return tagging_progress(Survey.objects.filter(pk=survey.pk))


def held_back_of(survey: int) -> Held:
    """Return `held_back_rows` of a survey; of very many comments a minute old.

    Whoever shows a comment asks again whether it may be shown.
    """
    asked = Question.objects.filter(survey=survey).order_by("pk")
    return _held_back(list(asked.values_list("pk", flat=True)))


def _held_back(ids: list[int]) -> Held:
    """Return `held_back_rows` of these questions, remembered where they are long."""
    many = decided_to_keep(ids).count()
    return remembered(
        f"themes-held-back-{_name(ids)}",
        lambda: held_back_rows(ids),
        length=lambda _found: many,
    )


def _figures(ids: list[int]) -> Figures:
    """Return the figures of these questions; none of one without kept comments."""
    held = _held_back(ids)
    rows = [row for some in held.values() for row in some]
    kept = dict(
        decided_to_keep(ids).values_list("question").annotate(of_question=Count("pk"))
    )
    tagged = _tagged(decided_to_keep(ids))
    if rows:
        gone = _tagged(Reading.objects.filter(pk__in=rows))
        tagged = {pk: number - gone.get(pk, 0) for pk, number in tagged.items()}
    found = {
        pk: (number - len(held.get(pk, ())), tagged.get(pk, 0))
        for pk, number in kept.items()
    }
    return {pk: figures for pk, figures in found.items() if figures[0]}


def _tagged(readings: QuerySet[Reading]) -> dict[int, int]:
    """Return how many of these readings have a tag, by question."""
    tags = Tag.objects.filter(comment=OuterRef("comment")).order_by()
    rows = readings.filter(Exists(tags)).order_by().values_list("question")
    return dict(rows.annotate(tagged=Count("pk")))


def _name(ids: list[int]) -> str:
    """Return a name for a set of questions."""
    return sha256(repr(ids).encode()).hexdigest()
