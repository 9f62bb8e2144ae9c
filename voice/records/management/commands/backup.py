"""Makes a backup."""

import time
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from voice.master_keys import MasterKeysUnusable
from voice.records.domain.backing_up import make_backup
from voice.records.logic.backup_contents import BackupUnusable


class Command(BaseCommand):
    """Run it each night and before each upgrade, while people go on; docs/install.md."""

    help = (
        "Writes the database, the media and the file of erasures, sealed under "
        "VOICE_BACKUP_KEY, into a new folder; and data keys into a place apart."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        """Add --to and --keys-to."""
        parser.add_argument(
            "--to", required=True, metavar="FOLDER", help="Where backups are kept."
        )
        parser.add_argument(
            "--keys-to",
            required=True,
            metavar="FOLDER",
            help="Where their keys are kept: elsewhere, and for a shorter time.",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Make it, and say what is in it and how long it took."""
        began = time.monotonic()
        try:
            made = make_backup(Path(options["to"]), keys_to=Path(options["keys_to"]))
        except (BackupUnusable, MasterKeysUnusable) as error:
            raise CommandError(f"{error} No backup was made.") from None
        contents = made.contents
        size = sum(file.size for file in contents.files) / 1_000_000
        self.stdout.write(
            f"Backup: {made.folder}\n"
            f"Its keys, to be kept apart: {made.keys}\n"
            f"Recovery point: {contents.point.isoformat(timespec='seconds')}; all that "
            "was kept before it is in the backup.\n"
            f"{len(contents.files)} files, {size:.1f} MB, written in "
            f"{time.monotonic() - began:.1f} s."
        )
        for name in made.lost:
            self.stderr.write(f"A page names a file that was not there: {name}.")
