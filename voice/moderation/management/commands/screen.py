"""Says how much screening finds, on the labelled sentences that the tests ship."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from voice.moderation.domain.nearness import EXAMPLES, near_too
from voice.moderation.logic import meaning
from voice.moderation.logic.measuring import Measure, Share, measure, read_labelled
from voice.moderation.logic.screening import Seen, screen
from voice.moderation.queries.screening_lists import lists_now, version_now

LABELLED = Path("tests") / "moderation" / "labelled" / "sentences.tsv"


class Command(BaseCommand):
    """Prints recall and precision of screening, with intervals."""

    help = "With --check: prints recall and precision on the labelled sentences."

    def add_arguments(self, parser: CommandParser) -> None:
        """Ask for --check, and perhaps other sentences."""
        parser.add_argument("--check", action="store_true", required=True)
        parser.add_argument("--labelled", type=Path, default=settings.HOUSE / LABELLED)

    def handle(self, *args: Any, **options: Any) -> None:
        """Measure the lists as they are now, and nearness in meaning besides."""
        try:
            with options["labelled"].open(encoding="utf-8") as lines:
                sentences = read_labelled(lines)
        except OSError as missing:
            raise CommandError(
                "The labelled sentences come with the tests; give --labelled "
                "when they are elsewhere."
            ) from missing
        lists = lists_now()

        def by_lists(words: str) -> Seen:
            return screen(words, lists=lists)

        self.stdout.write(f"{len(sentences)} labelled sentences, all invented.")
        self._tell("By the lists", measure(sentences, look=by_lists))
        if not meaning.is_installed():
            self.stdout.write("\nNearness in meaning: not installed.")
            return
        version = version_now(EXAMPLES)
        self._tell(
            "By the lists and nearness in meaning",
            measure(
                sentences,
                look=lambda words: near_too(words, by_lists(words), version=version),
            ),
        )

    def _tell(self, how: str, found: Measure) -> None:
        """Print one table."""
        self.stdout.write(f"\n{how}")
        self._rows("  Recall of worries", found.groups.items())
        together = Share(
            found.openly.found + found.in_other_words.found,
            found.openly.of + found.in_other_words.of,
        )
        self._row("all worries", together)
        self._row("precision of worries", found.worries_right)
        self._rows("  Recall of what could say who it is", found.kinds.items())
        self._row("precision of these", found.personal_right)

    def _rows(self, title: str, rows: Iterable[tuple[str, Share]]) -> None:
        """Print a heading and its rows."""
        self.stdout.write(title)
        for name, share in rows:
            self._row(name, share)

    def _row(self, name: str, share: Share) -> None:
        """Print one row: so many of so many, per cent, and the interval."""
        low, high = share.interval
        part = f"{share.found / share.of:.0%}" if share.of else "-"
        self.stdout.write(
            f"    {name:<24}{share.found:>4} of {share.of:<4}{part:>5}"
            f"  (95 % sure: {low:.0%} to {high:.0%})"
        )
