"""Makes count sheets anew from the answers, or proves that they are right."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from surveys.domain.counting import differences, rebuild
from surveys.models import Survey


class Command(BaseCommand):
    """Rebuilds the count sheets of every survey, or of one."""

    help = (
        "Makes the count sheets of surveys anew. With --check nothing is changed: "
        "every answer is counted again, and what differs is said."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take a survey's slug, and whether only to check."""
        parser.add_argument("--survey", help="the slug of one survey; all without it")
        parser.add_argument("--check", action="store_true", help="change nothing")

    def handle(self, *args: Any, **options: Any) -> None:
        """Say how many are counted; an error when a check finds what differs."""
        surveys = Survey.objects.order_by("slug")
        if options["survey"]:
            surveys = surveys.filter(slug=options["survey"])
            if not surveys:
                raise CommandError(f"There is no survey “{options['survey']}”.")
        now = timezone.now()
        wrong = 0
        for survey in surveys:
            if not options["check"]:
                count = rebuild(survey, at=now)
                self.stdout.write(f"{survey.slug}: {count} responses counted.")
                continue
            for sentence in differences(survey):
                wrong += 1
                self.stdout.write(f"{survey.slug}: {sentence}")
        if wrong:
            raise CommandError("The counts differ from the answers: rebuild them.")
        if options["check"]:
            self.stdout.write("The counts are what the answers say.")
