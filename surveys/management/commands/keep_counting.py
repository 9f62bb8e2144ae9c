"""Counts new answers every few seconds, until it is stopped."""

from typing import Any

from django.core.management.base import BaseCommand

from surveys.domain.keeping_counts import keep_counting


class Command(BaseCommand):
    """Runs beside the web processes; two at once do no harm."""

    help = "Counts new answers every few seconds, until it is stopped."

    def handle(self, *args: Any, **options: Any) -> None:
        """Count until Ctrl-C."""
        self.stdout.write("Counting new answers. Press Ctrl-C to stop.")
        try:
            keep_counting()
        except KeyboardInterrupt:
            self.stdout.write("Stopped.")
