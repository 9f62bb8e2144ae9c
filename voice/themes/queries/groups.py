"""Reads of similar comments, grouped as an aid to reading."""

from dataclasses import dataclass
from random import Random

from django.db.models import Exists, OuterRef

from surveys.models import Question
from voice.moderation.models import Reading
from voice.themes.logic.grouping import groups_of
from voice.themes.models import Tag
from voice.themes.queries.agreement import not_coded_blind
from voice.themes.queries.learning import kept_of, texts_to_learn
from voice.themes.queries.vectors import stored_vectors

# Of more comments than these, so many are drawn: grouping stays a matter of a second.
MOST = 600


@dataclass(frozen=True, slots=True)
class ReadingGroup:
    """Similar comments: how many, their most typical, and words they share."""

    size: int
    typical: list[Reading]
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Grouped:
    """The groups of a question's comments; `read` of `there` were looked at."""

    groups: list[ReadingGroup]
    read: int
    there: int
    by_meaning: bool


def grouped_comments(question: Question, *, untagged: bool) -> Grouped:
    """Return groups of similar comments of a question, largest first.

    Of those without a theme, or of all; none that is being coded blind. Where the machine has placed every one of them
    by meaning, that serves; otherwise their words. The same comments, the same groups.
    """
    found = not_coded_blind(kept_of(question))
    if untagged:
        found = found.filter(~Exists(Tag.objects.filter(comment=OuterRef("comment"))))
    rows = list(found.values_list("pk", flat=True))
    drawn = Random(0).sample(rows, MOST) if len(rows) > MOST else rows  # noqa: S311 - a fair draw, not a secret
    found = kept_of(question).filter(pk__in=drawn).prefetch_related("comment__tags")
    readings = list(found)
    texts = texts_to_learn(readings)
    vectors = stored_vectors(readings)
    by_meaning = bool(readings) and len(vectors) == len(readings)
    stacked = None
    if by_meaning:
        import numpy

        stacked = numpy.stack([vectors[one.comment_id] for one in readings])
    groups = groups_of([texts[one.pk] for one in readings], stacked)
    return Grouped(
        groups=[
            ReadingGroup(
                size=len(one.places),
                typical=[readings[at] for at in one.typical],
                words=one.words,
            )
            for one in groups
        ],
        read=len(readings),
        there=len(rows),
        by_meaning=by_meaning,
    )
