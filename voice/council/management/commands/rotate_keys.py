"""Changes the master key, and with --data every data key."""

from typing import Any

from cryptography.fernet import InvalidToken
from django.core.management.base import BaseCommand, CommandError, CommandParser

from voice.accounts.domain.factors import reseal_factors
from voice.council.domain.rotation import (
    begin_rotation,
    finish_rotation,
    reseal_all,
    rotate_masters,
)
from voice.council.logic.sealing import CannotOpen
from voice.master_keys import MasterKeysUnusable, add_master_key


class Command(BaseCommand):
    """Safe to kill and run again; everything stays readable meanwhile."""

    help = "Wraps every key under the first master key; --data also changes data keys."
    # It must run where an old master key is about to go.
    requires_system_checks = []

    def add_arguments(self, parser: CommandParser) -> None:
        """Add --new and --data."""
        parser.add_argument(
            "--new",
            metavar="NAME",
            help="First make a master key of this name, in VOICE_MASTER_KEYS_FILE.",
        )
        parser.add_argument(
            "--data", action="store_true", help="Seal every row under new data keys."
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Do it, and say what was done."""
        try:
            if options["new"] and add_master_key(options["new"]):
                self.stdout.write(f"Made the master key “{options['new']}”.")
            self._masters()
            if options["data"]:
                self._data()
        except (CannotOpen, MasterKeysUnusable) as error:
            raise CommandError(str(error)) from None

    def _masters(self) -> None:
        """Have the first master key hold everything."""
        keys = rotate_masters()
        try:
            factors = reseal_factors()
        except InvalidToken:
            raise CommandError(
                "A second factor is sealed under a master key that is missing. Add the "
                "older key and run this again."
            ) from None
        self.stdout.write(
            f"{keys} data keys and {factors} second factors were put under the first "
            "master key. Print a new sealed copy (manage.py escrow_key); once every "
            "process has the first key, older ones may be taken out."
        )

    def _data(self) -> None:
        """Seal every row anew."""
        rotation = begin_rotation()
        for done in reseal_all(rotation):
            self.stdout.write(f"{done.column}: {done.rows} sealed anew.")
        finish_rotation(rotation)
        self.stdout.write(
            f"Every row is under its new key ({rotation.resealed} sealed anew). "
            "run_due destroys the old keys an hour from now."
        )
