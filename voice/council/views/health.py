"""The health addresses, for whatever watches the machine from outside."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.utils import timezone
from django.utils.crypto import constant_time_compare
from django.views.decorators.http import require_safe

from voice.council.logic.metrics import metrics_text
from voice.council.queries.health import Health
from voice.council.queries.health import health as health_now

UNWELL = 503
PROMETHEUS = "text/plain; version=0.0.4; charset=utf-8"


@require_safe
def live(request: HttpRequest) -> HttpResponse:
    """Say that this process answers; asks nothing of anything else."""
    return HttpResponse("live\n", content_type="text/plain")


@require_safe
def ready(request: HttpRequest) -> JsonResponse:
    """Say whether this machine may be sent young people: 200, or 503.

    A heartbeat that has stopped or tasks that wait do not take it away: what is sent is
    kept, and is read late, which is for /health/ to cry about. A child whose page is
    not there is not heard at all.
    """
    now = health_now(timezone.now())
    return JsonResponse(_told(now), status=200 if now.is_ready else UNWELL)


@require_safe
def health(request: HttpRequest) -> JsonResponse:
    """Say how the machine is: 200 when all is well, 503 when somebody must look."""
    now = health_now(timezone.now())
    return JsonResponse(_told(now), status=200 if now.is_well else UNWELL)


@require_safe
def metrics(request: HttpRequest) -> HttpResponse:
    """Tell Prometheus, for those who have the token; to others there is no such page."""
    said = request.headers.get("Authorization", "")
    token = settings.METRICS_TOKEN
    if not token or not constant_time_compare(said, f"Bearer {token}"):
        raise Http404
    now = health_now(timezone.now())
    return HttpResponse(metrics_text(_measured(now)), content_type=PROMETHEUS)


def _told(now: Health) -> dict[str, object]:
    """Return what the addresses say."""
    return {
        "status": "well" if now.is_well else "unwell",
        "ready": now.is_ready,
        "database": now.database,
        "migrations": {
            "well": not now.migrations_waiting,
            "waiting": now.migrations_waiting,
        },
        "heartbeat": {
            "well": now.heartbeat,
            "minutes": now.minutes_since_heartbeat,
            "failing": now.failing,
        },
        "counting": {
            "well": now.counting,
            "minutes": now.minutes_since_counting,
        },
        "tasks": {
            "well": now.tasks,
            "waiting": now.tasks_waiting,
            "oldest_seconds": now.tasks_oldest,
        },
        "disk": {"well": now.disk, "free": now.disk_free},
    }


def _measured(now: Health) -> dict[str, tuple[str, int | None]]:
    """Return each figure's name, with what it is and what it stands at."""
    beaten, counted = now.minutes_since_heartbeat, now.minutes_since_counting
    return {
        "voice_up": ("1 when nobody needs to look", now.is_well),
        "voice_ready": ("1 when this machine can serve", now.is_ready),
        "voice_database_up": ("1 when the database answers", now.database),
        "voice_migrations_waiting": (
            "Apps whose newest migration the database lacks",
            now.migrations_waiting,
        ),
        "voice_heartbeat_age_seconds": (
            "Since run_due last came to its end",
            None if beaten is None else beaten * 60,
        ),
        "voice_counting_age_seconds": (
            "Since keep_counting last counted",
            None if counted is None else counted * 60,
        ),
        "voice_due_work_failing": ("Kinds of due work that failed", len(now.failing)),
        "voice_tasks_waiting": ("Tasks that wait for a worker", now.tasks_waiting),
        "voice_tasks_oldest_seconds": (
            "How long the oldest task has waited",
            now.tasks_oldest,
        ),
        "voice_tasks_failed": ("Tasks that were given up", now.tasks_failed),
        "voice_disk_free_bytes": ("Free where this machine writes", now.disk_free),
    }
