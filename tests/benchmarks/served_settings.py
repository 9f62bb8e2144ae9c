"""For the benchmarks behind gunicorn: as a council runs it, but without TLS."""

from tests.benchmarks.settings import *  # noqa: F403 - settings build on settings
from tests.benchmarks.settings import HOUSE
from voice.settings.defaults import (  # noqa: TID251 - settings build on settings
    CACHES,
    STORAGES,
)

ROOT_URLCONF = "tests.benchmarks.urls"
STATIC_ROOT = HOUSE / "var" / "benchmark-static"
DATABASES["default"].pop("TEST", None)  # noqa: F405 - of the settings above
__all__ = ["CACHES", "STORAGES"]
