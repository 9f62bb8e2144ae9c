"""Tells which tasks were given up, and has them tried again."""

from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from voice.council.domain.killed_tasks import try_again
from voice.council.queries.tasks import given_up


class Command(BaseCommand):
    """Run it when the desk says that something has failed; docs/install.md."""

    help = "Tells which tasks were given up because they failed each time."

    def add_arguments(self, parser: CommandParser) -> None:
        """Add --again."""
        parser.add_argument(
            "--again", action="store_true", help="Have them tried anew."
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Name each, and try it again when asked."""
        for task in list(given_up()):
            when = f"{task.enqueued_at:%Y-%m-%d %H:%M}"
            tries = len(task.worker_ids)
            self.stdout.write(f"{when} {task.task_path}, tried {tries} times")
            if options["again"]:
                try_again(task)
