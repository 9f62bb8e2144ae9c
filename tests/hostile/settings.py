"""For a gunicorn that is sent what nobody should: as in production, but without TLS."""

from voice.settings.defaults import (  # noqa: TID251 - settings build on settings
    CACHES,
    LOGGING,
)
from voice.settings.test import *  # noqa: F403, TID251 - settings build on settings

TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
ALLOWED_HOSTS = ["127.0.0.1"]
# What is sent must reach the pages, not only the ceiling before them.
DEVICE_AT_ONCE = DEVICE_A_SECOND = ANSWERING_AT_ONCE = ANSWERING_A_SECOND = 1_000_000
WRONG_CODES_A_MINUTE = {"personal": 1_000_000, "room": 1_000_000}
WRONG_CODES_ON_A_DEVICE = 1_000_000
# What broke, and not what was refused.
LOGGING = LOGGING | {
    "loggers": {
        "django": {"handlers": ["console"], "level": "ERROR", "propagate": False},
        "django.security": {"level": "CRITICAL"},
    }
}
__all__ = ["CACHES", "LOGGING"]
