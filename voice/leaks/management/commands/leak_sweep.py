"""Looks for what young people wrote where it may not be, after a simulated day."""

import time
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from voice.leaks.domain.answering import DayWentWrong
from voice.leaks.domain.ground import SomebodyLivesHere, throw_away_database
from voice.leaks.domain.sweep import Verdict, sweep


class Command(BaseCommand):
    """Lives a day in a house that is thrown away; the exit code is 1 on any leak."""

    help = (
        "Plants unique words in a simulated day on a database made for it, then looks "
        "for them on every page, in every table, file, log and letter."
    )
    requires_migrations_checks = False

    def handle(self, *args: Any, **options: Any) -> None:
        """Sweep, and print where each word was found and whether it may be there."""
        began = time.monotonic()
        try:
            self.say("Making a database to throw away …")
            with throw_away_database():
                verdict = sweep(say=self.say)
        except (SomebodyLivesHere, DayWentWrong) as refused:
            raise CommandError(str(refused)) from refused
        self.tell(verdict)
        self.say(f"Swept in {time.monotonic() - began:.0f} seconds.")
        if not verdict.clean:
            raise SystemExit(1)

    def tell(self, verdict: Verdict) -> None:
        """Print everything that was found, the leaks last."""
        for found in sorted(verdict.found, key=lambda one: not one.allowed):
            self.say(found.sentence)
        for name in verdict.never_met:
            self.say(f"  NOT MET {name}: the day did not come to where it may be")
        self.say(
            f"{len(verdict.leaks)} leaks; {len(verdict.found)} places where a planted "
            "word was found."
        )

    def say(self, sentence: str) -> None:
        """Print a sentence at once."""
        self.stdout.write(sentence)
        self.stdout.flush()
