"""For the benchmark: the tests' settings, the queue of production, and Wagtail's forms."""

from voice.settings.test import *  # noqa: F403, TID251 - settings build on settings
from voice.settings.test import (  # noqa: TID251 - settings build on settings
    DATABASES,
    HOUSE,
    INSTALLED_APPS,
)

INSTALLED_APPS = [*INSTALLED_APPS, "wagtail.contrib.forms", "tests.benchmarks.formpage"]
# As in production: a comment's screening is put in the queue, not done in the request.
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
if str(DATABASES["default"]["ENGINE"]).endswith("sqlite3"):
    DATABASES["default"]["TEST"] = {"NAME": HOUSE / "var" / "benchmark.sqlite3"}
