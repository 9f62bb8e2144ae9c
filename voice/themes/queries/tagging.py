"""Reads of what there is to tag; only kept text is ever reached from here."""

from django.db.models import Count, Exists, OuterRef, QuerySet, Subquery

from surveys.models import Question, Survey
from voice.moderation.queries.kept import kept_readings
from voice.themes.models import Tag
from voice.themes.queries.remembering import remembered


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


def progress_of(survey: Survey) -> list[Question]:
    """Return the questions of one survey with kept comments; `kept`, `tagged` counted.

    In the order they are asked. Of very many comments the counts may be a minute old.
    """
    figures = remembered(
        f"themes-progress-{survey.pk}",
        lambda: _figures(survey),
        length=lambda found: sum(kept for kept, _tagged in found.values()),
    )
    questions = list(Question.objects.filter(pk__in=list(figures)).order_by("position"))
    for question in questions:
        question.kept, question.tagged = figures[question.pk]  # type: ignore[attr-defined]
    return questions


def _figures(survey: Survey) -> dict[int, tuple[int, int]]:
    """Return how many comments of each question are kept, and tagged; one look."""
    tags = Tag.objects.filter(comment=OuterRef("comment"))
    rows = (
        kept_readings(survey)
        .order_by()
        .values_list("comment__question")
        .annotate(kept=Count("pk"), tagged=Count("pk", filter=Exists(tags)))
    )
    return {question: (kept, tagged) for question, kept, tagged in rows}
