"""The health address, for whatever watches the machine from outside."""

from django.http import HttpRequest, JsonResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from voice.council.queries.health import health as health_now

UNWELL = 503


@require_safe
def health(request: HttpRequest) -> JsonResponse:
    """Say how the machine is: 200 when all is well, 503 when somebody must look."""
    now = health_now(timezone.now())
    content = {
        "status": "well" if now.is_well else "unwell",
        "database": now.database,
        "heartbeat": {
            "well": now.heartbeat,
            "minutes": now.minutes_since_heartbeat,
            "failing": now.failing,
        },
        "tasks": {"well": now.tasks, "waiting": now.tasks_waiting},
    }
    return JsonResponse(content, status=200 if now.is_well else UNWELL)
