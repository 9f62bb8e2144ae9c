"""Erases again what a backup brought back."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from surveys.domain.erasing import replay_erasures


class Command(BaseCommand):
    """Run it after each restore, before anybody signs in; see docs/keys.md."""

    help = (
        "After restoring a backup: erases again every response that was erased since."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        """Erase, and say how many."""
        try:
            known, came = replay_erasures()
        except ValueError as error:
            raise CommandError(f"{error} Nothing was changed.") from None
        are = "erasure is" if known == 1 else "erasures are"
        self.stdout.write(
            f"{known} {are} known. {came} responses had come back and were erased again."
        )
