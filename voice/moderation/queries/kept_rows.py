"""Rows of kept readings by their numbers alone, quick in a question of many thousands.

`kept_readings` looks at each comment and its response; here those few that may not
travel on are looked for instead, and left out. Both say the same.
"""

from collections import defaultdict
from collections.abc import Iterable

from django.db.models import Q, QuerySet

from surveys.models import Comment
from surveys.queries.heard import said_for_good
from voice.moderation.models import Concern, Reading
from voice.moderation.queries.kept import KEPT, OPEN_CONCERN

Held = dict[int, set[int]]


def decided_to_keep(questions: Iterable[int]) -> QuerySet[Reading]:
    """Return the readings of these questions that somebody kept, to be counted.

    Some of them may not travel on all the same: `held_back_rows`.
    """
    return Reading.objects.filter(
        question__in=list(questions), state__in=KEPT, may_count=True
    ).order_by()


def held_back_rows(questions: Iterable[int]) -> Held:
    """Return, by question, the rows of `decided_to_keep` that may not travel on.

    Of responses that are not finished or do not count, taken back, or with an open
    concern.
    """
    asked = list(questions)
    kept = {"reading__state__in": KEPT, "reading__may_count": True}
    unheard = Comment.objects.filter(
        ~said_for_good() | Q(taken_back=True), question__in=asked, **kept
    )
    concerned = Comment.objects.filter(
        pk__in=Concern.objects.filter(state__in=OPEN_CONCERN).values("comment"),
        question__in=asked,
        **kept,
    )
    held: Held = defaultdict(set)
    for comments in (unheard, concerned):
        rows = comments.order_by().values_list("question", "reading")
        for question, row in rows:
            held[question].add(row)
    return dict(held)
