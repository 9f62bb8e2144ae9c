"""Reads of what there is to tag; only kept text is ever reached from here."""

from django.db.models import Count, Exists, OuterRef, Prefetch, QuerySet, Subquery

from surveys.models import Question, Survey
from voice.moderation.models import Reading
from voice.moderation.queries.kept import kept_readings
from voice.themes.models import Tag
from voice.themes.queries.agreement import hidden_while_coded_blind
from voice.themes.queries.remembering import remembered


def comments_to_tag(question: Question) -> QuerySet[Reading]:
    """Return the kept readings of one question, each with `tagged`; oldest first.

    Those somebody has yet to code blind are not among them, nor their tags.
    """
    return (
        kept_readings(question.survey)
        .filter(comment__question=question)
        .exclude(comment__in=hidden_while_coded_blind())
        .annotate(tagged=Exists(Tag.objects.filter(comment=OuterRef("comment"))))
        .prefetch_related(
            Prefetch("comment__tags", Tag.objects.select_related("theme", "by"))
        )
        .order_by("arrived_at", "id")
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
