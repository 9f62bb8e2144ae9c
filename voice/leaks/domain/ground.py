"""The ground a sweep stands on: an empty house that is thrown away, run as a real one."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.apps import apps
from django.conf import settings
from django.core.cache import cache
from django.core.management import call_command
from django.db import connection
from django.test.utils import override_settings

LIVED_IN = ("accounts.User", "surveys.Survey", "surveys.Comment", "audit.Entry")


class SomebodyLivesHere(Exception):
    """A sweep plants words and signs people in: never where anybody real is."""


def refuse_real_house() -> None:
    """Raise SomebodyLivesHere in production, and on a database that holds anything."""
    if not settings.DEMONSTRATION_ALLOWED:
        raise SomebodyLivesHere("The leak sweep never runs under production settings.")
    for name in LIVED_IN:
        if apps.get_model(name)._default_manager.exists():  # noqa: SLF001 - Django's public interface
            raise SomebodyLivesHere(
                f"This database holds {name} already; a sweep wants an empty one."
            )


@contextmanager
def throw_away_database() -> Iterator[None]:
    """Stand on a database made for the occasion and gone afterwards.

    Raises SomebodyLivesHere in production, before anything is made.
    """
    if not settings.DEMONSTRATION_ALLOWED:
        raise SomebodyLivesHere("The leak sweep never runs under production settings.")
    real = str(connection.settings_dict["NAME"])
    kept = dict(connection.settings_dict["TEST"])
    with tempfile.TemporaryDirectory(prefix="voice-leak-sweep-") as folder:
        name = f"{folder}/sweep.sqlite3"
        if connection.vendor != "sqlite":
            name = f"sweep_{Path(folder).name[-8:]}"
        connection.settings_dict["TEST"]["NAME"] = name
        connection.creation.create_test_db(verbosity=0, serialize=False)
        try:
            yield
        finally:
            connection.creation.destroy_test_db(real, verbosity=0)
            connection.settings_dict["TEST"].update(kept)


@contextmanager
def as_in_production() -> Iterator[None]:
    """Keep tasks, cache, sessions and media where production keeps them; post nothing."""
    with (
        tempfile.TemporaryDirectory(prefix="voice-leak-media-") as media,
        override_settings(
            DEBUG=False,
            CACHES={
                "default": {
                    "BACKEND": "django.core.cache.backends.db.DatabaseCache",
                    "LOCATION": "voice_cache",
                }
            },
            TASKS={"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}},
            MAILERS={
                "default": {"BACKEND": "django.core.mail.backends.locmem.EmailBackend"}
            },
            MEDIA_ROOT=media,
            SECOND_FACTOR_REQUIRED=False,
        ),
    ):
        call_command("createcachetable", verbosity=0)
        yield
        cache.clear()
