"""Where the nemesis rages: the tests' settings, and the queue, cache and mail of a council."""

from voice.settings import environment  # noqa: TID251 - settings build on settings
from voice.settings.defaults import CACHES  # noqa: TID251 - settings build on settings
from voice.settings.test import *  # noqa: F403, TID251 - settings build on settings

TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
DATABASES["default"].pop("TEST", None)  # noqa: F405 - of the settings above
MAILERS = {
    "default": {
        "BACKEND": "django.core.mail.backends.smtp.EmailBackend",
        "OPTIONS": {
            "host": "127.0.0.1",
            "port": environment.whole("MAIL_PORT", 25),
            "timeout": 5,
        },
    }
}
__all__ = ["CACHES"]
