"""Makes and empties the database the demonstration lives in."""

from collections.abc import Callable
from pathlib import Path

from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from voice.demonstration.story.people import PEOPLE

Say = Callable[[str], None]


def start_afresh() -> None:
    """Delete everything: SQLite's files, or every row of another database."""
    if connection.vendor != "sqlite":
        call_command("flush", interactive=False, verbosity=0)
        return
    connection.close()
    name = str(connection.settings_dict["NAME"])
    for ending in ("", "-wal", "-shm", "-journal"):
        Path(name + ending).unlink(missing_ok=True)


def prepare_database(*, say: Say) -> None:
    """Bring the database up to date; quiet and quick when it is."""
    if connection.vendor == "sqlite":
        Path(str(connection.settings_dict["NAME"])).parent.mkdir(
            parents=True, exist_ok=True
        )
    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        say("Preparing the database …")
        call_command("migrate", verbosity=0, interactive=False)


def is_built() -> bool:
    """Say whether Calderwick stands: its people are the first thing built."""
    from voice.accounts.models import User

    return User.objects.filter(email=PEOPLE[0].email).exists()
