"""Prints a sealed copy of the master keys, or opens one."""

import getpass
import os
import sys
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from voice.council.domain.escrow import make_escrow, open_escrow
from voice.council.logic.escrow import CopyDamaged, WrongPassphrase
from voice.master_keys import MasterKeysUnusable


class Command(BaseCommand):
    """Makes the copy that is printed and stored apart, and restores from it."""

    help = "Prints a sealed copy of the master keys; --open restores them. See docs/keys.md."
    # It must run where the keys are wrong or missing.
    requires_system_checks = []

    def add_arguments(self, parser: CommandParser) -> None:
        """Add --open, --to and --passphrase-file."""
        parser.add_argument(
            "--open", metavar="FILE", help="A sealed copy; - is typed in."
        )
        parser.add_argument(
            "--to", metavar="FILE", help="Write the keys here (new file)."
        )
        parser.add_argument(
            "--passphrase-file", metavar="FILE", help="Else it is asked for."
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Print a sealed copy, or open one into a new file that only its owner reads."""
        try:
            if options["open"]:
                self._open(options)
            else:
                self.stdout.write(make_escrow(self._passphrase(options, twice=True)))
        except (CopyDamaged, WrongPassphrase, MasterKeysUnusable, ValueError) as error:
            raise CommandError(str(error)) from None

    def _open(self, options: dict[str, Any]) -> None:
        """Write the keys of a copy to a new file."""
        if not options["to"]:
            raise CommandError("Say where to write the keys: --to FILE (a new file).")
        if options["open"] == "-":
            copy = sys.stdin.read()
        else:
            copy = Path(options["open"]).read_text(encoding="utf-8")
        keys = open_escrow(copy, self._passphrase(options, twice=False))
        try:
            file = os.open(options["to"], os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        except FileExistsError:
            raise CommandError(f"{options['to']} is there already.") from None
        with os.fdopen(file, "w", encoding="ascii") as kept:
            kept.write("\n".join([*keys, ""]))
        self.stdout.write(
            f"{len(keys)} master keys are in {options['to']}. Name that file in "
            "VOICE_MASTER_KEYS_FILE, then run: manage.py check"
        )

    def _passphrase(self, options: dict[str, Any], *, twice: bool) -> str:
        """Return the passphrase from the file, or typed by a person."""
        if options["passphrase_file"]:
            return Path(options["passphrase_file"]).read_text(encoding="utf-8").strip()
        typed = getpass.getpass("Passphrase: ")
        if twice and getpass.getpass("Once more: ") != typed:
            raise CommandError("They differ. Nothing was printed.")
        return typed
