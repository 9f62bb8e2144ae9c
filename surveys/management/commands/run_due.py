"""Does what is due by now; run it every minute or so."""

from typing import Any

from django.core.management.base import BaseCommand

from surveys.domain.schedule import publish_due


class Command(BaseCommand):
    """Publishes and closes what the schedule says."""

    help = "Publishes and closes surveys and pages whose time has come."

    def handle(self, *args: Any, **options: Any) -> None:
        """Say what was published, closed and refused."""
        due = publish_due()
        for name in due.published:
            self.stdout.write(f"Published: {name}")
        for name in due.closed:
            self.stdout.write(f"Closed: {name}")
        for name, reasons in due.refused.items():
            self.stdout.write(f"Refused: {name}: {' '.join(reasons)}")
