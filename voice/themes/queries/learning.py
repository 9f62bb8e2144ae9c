"""Reads of what the machine learns from, and of what it may have missed."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import NamedTuple
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery
from django.tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from surveys.models import Question
from voice.council.queries.tasks import in_hand, told
from voice.moderation.models import Reading
from voice.moderation.queries.kept import kept_readings, kept_texts, kept_translations
from voice.themes.enums import ThemeKind
from voice.themes.models import Tag, Theme, ThemeChange, Training
from voice.themes.queries.codebooks import IN_USE

# The newest of a large codebook teach as much, and learning stays a matter of seconds.
MOST_EXAMPLES = 4000
# A task that is waiting, under way or was just tried is not enqueued again.
PATIENCE = timedelta(minutes=5)


class Example(NamedTuple):
    """A tagged comment: its reading, and the themes in use that people heard in it."""

    reading: Reading
    themes: frozenset[int]


def kept_of(question: Question) -> QuerySet[Reading]:
    """Return the kept readings of one question, in the order they were made."""
    return (
        kept_readings(question.survey).filter(comment__question=question).order_by("pk")
    )


def examples_for(themes: Iterable[Theme], question: Question) -> list[Example]:
    """Return the comments people tagged with these themes, in every round.

    Those of the question itself come first, then the newest; at most `MOST_EXAMPLES`.
    """
    said: dict[UUID, set[int]] = defaultdict(set)
    latest: dict[UUID, int] = {}
    ours: set[UUID] = set()
    tags = Tag.objects.filter(theme__in=[theme.pk for theme in themes]).order_by("pk")
    for pk, comment, theme, asked in tags.values_list(
        "pk", "comment", "theme", "comment__question"
    ):
        said[comment].add(theme)
        latest[comment] = pk
        if asked == question.pk:
            ours.add(comment)
    wanted = sorted(said, key=lambda one: (one not in ours, -latest[one]))
    readings = {
        reading.comment_id: reading
        for reading in kept_readings().filter(
            comment__in=wanted[:MOST_EXAMPLES],
        )
    }
    return [
        Example(readings[comment], frozenset(said[comment]))
        for comment in wanted
        if comment in readings
    ]


def texts_to_learn(readings: Iterable[Reading]) -> dict[int, str]:
    """Return the text that the machine reads of each kept reading, by its id.

    Its approved translation where it has one, so that what is said in another language
    is learned from, and proposed for, beside all the others; else its kept text.
    """
    rows = list(readings)
    translated = kept_translations(rows)
    return kept_texts(rows) | {pk: one.words for pk, one in translated.items()}


def unaided_comments(question: Question) -> set[UUID]:
    """Return the comments of a question tagged without any suggestion on the screen."""
    tags = Tag.objects.filter(
        comment=OuterRef("comment"), theme__state__in=IN_USE
    ).order_by()
    rows = kept_readings(question.survey).filter(
        Exists(tags), ~Exists(tags.filter(is_unaided=False)), comment__question=question
    )
    return set(rows.order_by().values_list("comment", flat=True))


def newest_training(question: Question | int) -> Training | None:
    """Return what was last learned for a question."""
    return Training.objects.filter(question=question).first()


def questions_to_learn() -> list[int]:
    """Return the ids of questions whose last learning is out of date.

    Nothing was learned yet, or a comment was kept or its translation approved, a tag
    made or a theme changed since.
    """
    last = Training.objects.filter(question=OuterRef("pk")).values("at")[:1]
    since = {"comment__question": OuterRef("pk")}
    kept = kept_readings().filter(**since).order_by()
    themes = Theme.objects.filter(
        codebook__consultations=OuterRef("survey__consultation"),
        state__in=IN_USE,
        kind=ThemeKind.THEME,
    )
    changes = ThemeChange.objects.filter(
        theme__codebook__consultations=OuterRef("survey__consultation"),
        at__gt=OuterRef("learned_at"),
    )
    tags = Tag.objects.filter(**since, at__gt=OuterRef("learned_at"))
    rows = (
        Question.objects.filter(Exists(kept), Exists(themes.order_by()))
        .annotate(learned_at=Subquery(last))
        .filter(
            Q(learned_at=None)
            | Exists(tags.order_by())
            | Exists(changes.order_by())
            | Exists(kept.filter(decided_at__gt=OuterRef("learned_at")))
            | Exists(kept.filter(translation__approved_at__gt=OuterRef("learned_at")))
        )
    )
    return list(rows.order_by("pk").values_list("pk", flat=True))


def questions_in_hand(
    *, task_path: str, now: datetime, just_tried: bool = False
) -> set[int]:
    """Return the ids of questions whose learning waits; or is, or was just, tried."""
    tasks = DBTaskResult.objects.filter(task_path=task_path)
    if just_tried:
        just = tasks.filter(enqueued_at__gte=now - PATIENCE)
        return told(in_hand(task_path) | just)
    return told(tasks.filter(status=TaskResultStatus.READY))
