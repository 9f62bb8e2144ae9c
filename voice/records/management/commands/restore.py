"""Brings a backup back."""

import time
from pathlib import Path
from typing import Any
from uuid import UUID

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from surveys.domain.erasing import read_erasures
from voice.master_keys import MasterKeysUnusable
from voice.records.domain.restoring import (
    Backup,
    check_house,
    restore,
)
from voice.records.logic.backup_contents import BackupUnusable


class Command(BaseCommand):
    """Run it with everything else stopped; docs/install.md."""

    help = (
        "Looks at a whole backup, then brings it back, and erases again what was "
        "erased since it was made."
    )
    # There is nothing to check in a house that is empty, and keys come with the backup.
    requires_system_checks = []

    def add_arguments(self, parser: CommandParser) -> None:
        """Add the folder, and what to do."""
        parser.add_argument("folder", help="The backup's own folder.")
        parser.add_argument(
            "--keys", required=True, metavar="FILE", help="The keys made with it."
        )
        parser.add_argument(
            "--erasures",
            metavar="FILE",
            help="The newest file of erasures there is, where it is not in this house.",
        )
        parser.add_argument(
            "--no-newer-erasures",
            action="store_true",
            help="There is none newer than the backup: nothing was erased since.",
        )
        parser.add_argument(
            "--replace",
            action="store_true",
            help="Put the backup in place of everything that is in this house.",
        )
        parser.add_argument(
            "--only-verify", action="store_true", help="Look at it, and change nothing."
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Verify, restore, and say from when everything is and how long it took."""
        began = time.monotonic()
        try:
            backup = Backup(Path(options["folder"]), Path(options["keys"]))
            backup.verify()
            self._tell_point(backup)
            if options["only_verify"]:
                self.stdout.write("Every file of it is whole.")
                return
            erased = self._erased(options)
            check_house(backup, replace=options["replace"])
        except (BackupUnusable, MasterKeysUnusable, OSError, ValueError) as error:
            raise CommandError(f"{error} Nothing was changed.") from None
        try:
            done = restore(backup, erased=erased)
        except BackupUnusable as error:
            raise CommandError(
                f"{error} Mend that, and run this again with --replace."
            ) from None
        for sentence in done.said:
            self.stdout.write(sentence)
        self.stdout.write(
            f"{done.known} erasures are known; {done.again} responses had come back and "
            "were erased again.\n"
            f"Recovery time: {time.monotonic() - began:.1f} s. Run run_due and "
            "verify_audit, then start everything."
        )

    def _tell_point(self, backup: Backup) -> None:
        """Say up to which moment everything is there, and what came later and is not."""
        point = backup.contents.point
        minutes = (timezone.now() - point).total_seconds() / 60
        self.stdout.write(
            f"Recovery point: {point.isoformat(timespec='seconds')}, {minutes:.0f} "
            "minutes ago; what was kept later is not in this backup."
        )

    def _erased(self, options: dict[str, Any]) -> set[UUID]:
        """Return what a file that was given says; raises BackupUnusable without any."""
        if options["erasures"]:
            return read_erasures(Path(options["erasures"]).read_text(encoding="ascii"))
        here = settings.ERASURES_FILE and Path(settings.ERASURES_FILE).exists()
        if not here and not options["no_newer_erasures"]:
            raise BackupUnusable(
                "There is no file of erasures in this house. Give the newest there is "
                "with --erasures; or say --no-newer-erasures."
            )
        return set()
