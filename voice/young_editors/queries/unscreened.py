"""Which answers of young editors nobody is screening."""

from datetime import datetime, timedelta

from voice.council.queries.tasks import nobody_does
from voice.young_editors.models import EditorsAnswer

# An answer is screened within seconds; after this long its task was lost.
PATIENCE = timedelta(minutes=2)


def answers_to_screen(now: datetime, *, task_path: str) -> list[str]:
    """Return the ids of answers that nobody is screening and somebody should."""
    lost = EditorsAnswer.objects.filter(
        screened_at=None, answered_at__lt=now - PATIENCE
    )
    found = lost.order_by("answered_at").values_list("pk", flat=True)
    return nobody_does(map(str, found), task_path=task_path, since=now - PATIENCE)
