"""Fills a survey with invented answers, to try how much a house bears."""

import time
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from surveys.domain.seeding import NotReady, TrueAnswers, seed_responses
from surveys.models import Survey


class Command(BaseCommand):
    """Adds invented, finished responses to a survey that nobody has answered."""

    help = (
        "Adds invented responses to a survey nobody has answered; never to another. "
        "Count them with rebuild_counts."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take the survey, how many, and the seed."""
        parser.add_argument("--survey", required=True, help="its slug")
        parser.add_argument("--count", type=int, required=True)
        parser.add_argument("--seed", type=int, default=1)

    def handle(self, *args: Any, **options: Any) -> None:
        """Say how many there are, and how many were added a second."""
        survey = Survey.objects.filter(slug=options["survey"]).first()
        if survey is None:
            raise CommandError(f"There is no survey “{options['survey']}”.")
        began = time.perf_counter()
        try:
            total = seed_responses(survey, count=options["count"], seed=options["seed"])
        except TrueAnswers as told:
            raise CommandError(
                "Somebody has answered this survey. Invented answers never stand "
                "among theirs."
            ) from told
        except NotReady as told:
            raise CommandError(
                "Publish the survey first, and have somebody run it."
            ) from told
        rate = options["count"] / max(time.perf_counter() - began, 1e-9)
        self.stdout.write(f"{total} invented responses, {rate:,.0f} a second.")
