"""Does what is due by now; run it every minute or so."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from surveys.domain.schedule import publish_due
from voice.council.domain.heartbeat import beat
from voice.council.due import do_due_work


class Command(BaseCommand):
    """Publishes and closes what the schedule says, and does all other due work."""

    help = (
        "Publishes and closes what is scheduled, and does everything else due by now."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        """Say what was done and leave a heartbeat; an error when some of it failed."""
        now = timezone.now()
        due = publish_due(now)
        for name in due.published:
            self.stdout.write(f"Published: {name}")
        for name in due.closed:
            self.stdout.write(f"Closed: {name}")
        for name, reasons in due.refused.items():
            self.stdout.write(f"Refused: {name}: {' '.join(reasons)}")
        failed = []
        for name, did in do_due_work(now):
            if did is None:
                failed.append(name)
            for sentence in did or []:
                self.stdout.write(sentence)
        beat(timezone.now(), failed=failed)
        if failed:
            raise CommandError(f"Failed, and will be tried again: {', '.join(failed)}.")
