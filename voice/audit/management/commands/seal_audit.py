"""Seals what the audit has collected; run it beside the web server."""

import time
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from voice.audit.domain.sealing import seal_entries


class Command(BaseCommand):
    """Seal the audit entries that wait, once or every so many seconds."""

    help = "Seals the audit entries that wait, once or every so many seconds."

    def add_arguments(self, parser: CommandParser) -> None:
        """Add --loop."""
        parser.add_argument(
            "--loop",
            type=float,
            metavar="SECONDS",
            help="Go on for ever, this many seconds apart (10 is meant).",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Seal, and say how many were sealed."""
        self._seal()
        while options["loop"]:
            time.sleep(options["loop"])
            self._seal()

    def _seal(self) -> None:
        """Seal once; say so only when there was something."""
        for seal in seal_entries():
            self.stdout.write(f"Sealed {seal.count} entries as seal {seal.number}.")
