"""What went out without the young editors' yes, for the board and for inspectors."""

from datetime import date

from django.db.models import QuerySet

from voice.young_editors.models import WithoutYes


def gone_without(
    *, since: date | None = None, until: date | None = None
) -> QuerySet[WithoutYes]:
    """Return what went out without their yes, newest first; from and to these days."""
    found = WithoutYes.objects.all()
    if since is not None:
        found = found.filter(at__date__gte=since)
    if until is not None:
        found = found.filter(at__date__lte=until)
    return found
