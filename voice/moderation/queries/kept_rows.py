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
    comments = Comment.objects.filter(question__in=asked).order_by()
    unheard = comments.filter(~said_for_good() | Q(taken_back=True))
    concerned = Concern.objects.filter(
        state__in=OPEN_CONCERN, comment__question__in=asked
    )
    # Few as a rule: each named, so that not every reading is looked up for them.
    gone = {
        *unheard.values_list("pk", flat=True),
        *concerned.order_by().values_list("comment", flat=True),
    }
    held: Held = defaultdict(set)
    if gone:
        rows = decided_to_keep(asked).filter(comment__in=gone)
        for question, row in rows.values_list("question", "pk"):
            held[question].add(row)
    return dict(held)
