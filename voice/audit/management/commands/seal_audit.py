"""Seals what the audit has collected; run it beside the web server."""

import time
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from voice.audit.domain.checkpoint import begin_checkpoint
from voice.audit.domain.sealing import seal_entries


class Command(BaseCommand):
    """Seal the audit entries that wait, once or every so many seconds."""

    help = "Seals the audit entries that wait, once or every so many seconds."

    def add_arguments(self, parser: CommandParser) -> None:
        """Add --loop and --begin-checkpoint."""
        parser.add_argument(
            "--loop",
            type=float,
            metavar="SECONDS",
            help="Go on for ever, this many seconds apart (10 is meant).",
        )

        parser.add_argument(
            "--begin-checkpoint",
            action="store_true",
            help="Begin a checkpoint on a machine that has none yet.",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Seal, and say how many were sealed."""
        if options["begin_checkpoint"] and (newest := begin_checkpoint()):
            self.stdout.write(f"The checkpoint begins at seal {newest.number}.")
        self._seal()
        while options["loop"]:
            time.sleep(options["loop"])
            self._seal()

    def _seal(self) -> None:
        """Seal once; say so only when there was something."""
        for seal in seal_entries():
            self.stdout.write(f"Sealed {seal.count} entries as seal {seal.number}.")
