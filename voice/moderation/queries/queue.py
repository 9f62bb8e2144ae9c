"""Reads of the queue: surveys to read, readings and their counts."""

from django.db.models import Count, Q, QuerySet

from surveys.models import Survey
from voice.moderation.enums import ReadingState
from voice.moderation.models import Decision, Reading


def readings_of(survey: Survey) -> QuerySet[Reading]:
    """Return every reading of a survey, worries first, then the oldest."""
    return Reading.objects.filter(comment__survey=survey).select_related(
        "comment", "comment__question", "comment__response", "decided_by"
    )


def surveys_to_read() -> QuerySet[Survey]:
    """Return surveys that have comments, with `waiting` and `worries` counted.

    Those with worries come first, then those with most waiting.
    """
    waiting = Q(comments__reading__state=ReadingState.WAITING)
    return (
        Survey.objects.filter(comments__reading__isnull=False)
        .select_related("consultation")
        .annotate(
            read_or_not=Count("comments__reading"),
            waiting=Count("comments__reading", filter=waiting),
            worries=Count(
                "comments__reading", filter=waiting & Q(comments__reading__worry=True)
            ),
        )
        .order_by("-worries", "-waiting", "title")
    )


def counts_by_state(survey: Survey) -> dict[str, int]:
    """Return how many of a survey's readings are in each state; states of none too."""
    found = dict(
        Reading.objects.filter(comment__survey=survey)
        .order_by()
        .values_list("state")
        .annotate(Count("pk"))
    )
    return {state.value: found.get(state.value, 0) for state in ReadingState}


def last_decision(reading: Reading) -> Decision | None:
    """Return the newest decision about a reading, with who made it."""
    return reading.decisions.select_related("by").order_by("-version").first()
