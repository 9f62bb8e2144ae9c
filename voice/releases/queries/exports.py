"""Reads of the files of all answers of a survey."""

from django.db.models import QuerySet
from django.utils import timezone

from surveys.domain.counting import may_be_counted
from surveys.models import Response, Survey
from voice.releases.models import Export

SHOWN = 20


def exports_of(survey: Survey) -> QuerySet[Export]:
    """Return the newest files of a survey, with who asked for them."""
    return survey.exports.select_related("by")[:SHOWN]


def rows_to_export(survey: Survey) -> int:
    """Return how many responses a file made now would hold."""
    counted = may_be_counted(timezone.localdate())
    return Response.objects.filter(counted, edition__survey=survey).count()
