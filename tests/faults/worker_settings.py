"""The tests' settings for a worker in a process of its own."""

from voice.settings.test import *  # noqa: F403, TID251 - settings build on settings

TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
