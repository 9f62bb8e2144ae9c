"""Deletes what stands on forgotten comments; concerns hold their own and stay."""

from django.db.models import Model, QuerySet

from surveys.models import Comment
from voice.moderation.models import Reading


def forget_readings(comments: QuerySet[Comment]) -> dict[str, int]:
    """Delete each reading of these with all that hangs on it; return counts."""
    counts = {"readings": 0}
    readings = Reading.objects.select_for_update(of=("self",))
    for reading in readings.filter(comment__in=comments.order_by()).order_by("pk"):
        _forget_beside(reading, counts)
        QuerySet(Reading).filter(pk=reading.pk).delete()
        counts["readings"] += 1
    return counts


def _forget_beside(reading: Reading, counts: dict[str, int]) -> None:
    """Delete decisions, notes, transcripts and whatever else points at a reading."""
    for relation in Reading._meta.related_objects:  # noqa: SLF001 - Django's public interface
        rows: QuerySet[Model] = QuerySet(relation.related_model).filter(
            **{relation.field.name: reading}
        )
        number, _ = rows.delete()
        if number:
            name = str(relation.related_model._meta.model_name)  # noqa: SLF001 - as above
            counts[name] = counts.get(name, 0) + number
