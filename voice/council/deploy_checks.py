"""Mistakes of deployment that lose or leak answers, found by `manage.py check --deploy`.

With `--database default` the database itself is asked too.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.conf import settings
from django.core import checks
from django.core.checks import CheckMessage, Error, Tags, register
from django.db import DatabaseError, connections
from django.utils import timezone

from voice.council.enums import Pulse
from voice.council.logic.pulse import has_stopped
from voice.council.models import Heartbeat

OWN_PROCESS = ("locmem", "dummy")
# What PostgreSQL must do before it says that an answer is kept.
DURABLE = {
    "fsync": ("on",),
    "full_page_writes": ("on",),
    "synchronous_commit": ("on", "local", "remote_write", "remote_apply"),
}


@register(Tags.security, deploy=True)
def many_machines_share_everything(
    app_configs: Sequence[Any] | None, **kwargs: Any
) -> list[CheckMessage]:
    """E011 and E012: more than one machine needs one database and one place for files."""
    if settings.MACHINES < 2:
        return []
    found: list[CheckMessage] = []
    if str(settings.DATABASES["default"]["ENGINE"]).endswith("sqlite3"):
        found.append(
            Error(
                f"{settings.MACHINES} machines cannot share one SQLite file.",
                hint="Use PostgreSQL: DATABASE_URL=postgresql://…",
                id="voice.E011",
            )
        )
    if settings.STORAGES["default"]["BACKEND"].endswith("FileSystemStorage") and (
        not settings.MEDIA_IS_SHARED
    ):
        found.append(
            Error(
                "Pictures would be on the machine that took them, and on no other.",
                hint="Put MEDIA_ROOT on a disk that every machine mounts, and say so "
                "with MEDIA_IS_SHARED=yes.",
                id="voice.E012",
            )
        )
    return found


@register(Tags.security, deploy=True)
def limits_are_shared(
    app_configs: Sequence[Any] | None, **kwargs: Any
) -> list[CheckMessage]:
    """E013: limits on wrong codes are counted by all processes together."""
    backend = settings.CACHES["default"]["BACKEND"]
    if not any(word in backend for word in OWN_PROCESS):
        return []
    return [
        Error(
            "The cache is each process's own, so limits on codes and sign-in hold for "
            "one process only.",
            hint="Use the database cache of voice.settings.defaults.",
            id="voice.E013",
        )
    ]


@register(Tags.security, deploy=True)
def work_is_done_behind(
    app_configs: Sequence[Any] | None, **kwargs: Any
) -> list[CheckMessage]:
    """E014: a task that dies with its web process is lost."""
    if settings.TASKS["default"]["BACKEND"].startswith("django_tasks_db"):
        return []
    return [
        Error(
            "Background work is not kept in the database.",
            hint="Set TASKS to django_tasks_db.DatabaseBackend and run db_worker.",
            id="voice.E014",
        )
    ]


@register(Tags.security, deploy=True)
def proxies_are_counted(
    app_configs: Sequence[Any] | None, **kwargs: Any
) -> list[CheckMessage]:
    """E015: behind a proxy, an address is only as good as the count of proxies."""
    count = settings.ALLAUTH_TRUSTED_PROXY_COUNT
    behind = settings.SECURE_PROXY_SSL_HEADER is not None
    if behind == (count > 0):
        return []
    return [
        Error(
            "The header of a proxy is believed, but no proxy is counted."
            if behind
            else "A proxy is counted, but none says whether it was reached by https.",
            hint="Set TRUSTED_PROXY_COUNT to how many proxies of yours stand before "
            "the house: 1 for one.",
            id="voice.E015",
        )
    ]


@register(Tags.security, deploy=True)
def what_must_outlive_the_database_is_kept(
    app_configs: Sequence[Any] | None, **kwargs: Any
) -> list[CheckMessage]:
    """E016: erasures and the audit's last seal are kept beside the database."""
    return [
        Error(
            f"{name} is empty: {what}",
            hint="Name a file on this machine's disk, and copy it with the backups.",
            id="voice.E016",
        )
        for name, value, what in (
            (
                "VOICE_ERASURES_FILE",
                settings.ERASURES_FILE,
                "a restored backup would bring back what was erased.",
            ),
            (
                "VOICE_AUDIT_CHECKPOINT",
                settings.AUDIT_CHECKPOINT,
                "an audit whose end was cut off would look whole.",
            ),
        )
        if not value
    ]


@register(Tags.security, deploy=True)
def letters_lead_to_https(
    app_configs: Sequence[Any] | None, **kwargs: Any
) -> list[CheckMessage]:
    """E017: the links in invitations and alarms are not sent in the clear."""
    if settings.WAGTAILADMIN_BASE_URL.startswith("https://"):
        return []
    return [
        Error(
            "BASE_URL does not begin with https://.",
            hint="Set it to the address young people and staff open.",
            id="voice.E017",
        )
    ]


@register(Tags.database, deploy=True)
def database_keeps_what_it_says_it_keeps(
    databases: Sequence[str] | None = None, **kwargs: Any
) -> list[CheckMessage]:
    """E018: an answer that was thanked for survives the power going off."""
    found: list[CheckMessage] = []
    for name in databases or []:
        connection = connections[name]
        if connection.vendor != "postgresql":
            continue
        with connection.cursor() as cursor:
            for setting, good in DURABLE.items():
                cursor.execute("SELECT current_setting(%s)", [setting])
                (value,) = cursor.fetchone()
                if value not in good:
                    found.append(_not_durable(setting, value))
    return found


def _not_durable(setting: str, value: str) -> Error:
    """Return the error for a setting of PostgreSQL that may lose answers."""
    return Error(
        f"PostgreSQL has {setting} = {value}: it may lose answers it said it kept.",
        hint=f"Set {setting} = on in postgresql.conf.",
        id="voice.E018",
    )


@register(Tags.database, deploy=True)
def due_work_is_done(
    databases: Sequence[str] | None = None, **kwargs: Any
) -> list[CheckMessage]:
    """W019: `run_due` runs, or nothing opens, closes, alarms or is counted."""
    if not databases or not has_stopped(_last_beat(), now=timezone.now()):
        return []
    return [
        checks.Warning(
            "The due work was not done in the last quarter of an hour.",
            hint="Run `manage.py run_due` every minute: docs/install.md.",
            id="voice.W019",
        )
    ]


def _last_beat() -> datetime | None:
    """Return when the due work last came to its end; None where it never did."""
    try:
        return dict(Heartbeat.objects.values_list("of", "at")).get(Pulse.DUE)
    except DatabaseError:
        return None
