"""Fills the catalogue of a language with every sentence young people see."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandParser

from surveys.domain.catalogues import fill_catalogue


class Command(BaseCommand):
    """`manage.py interface_words pl` makes or renews locale/pl, and compiles it."""

    help = (
        "Writes locale/<language>/LC_MESSAGES/django.po with every sentence young "
        "people see, keeping what is translated, and compiles it. A language not "
        "yet there is added."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the codes of one or more languages."""
        parser.add_argument("languages", nargs="+")

    def handle(self, *args: Any, **options: Any) -> None:
        """Fill each, and say what is left to translate."""
        for language in options["languages"]:
            filled = fill_catalogue(language, settings.LOCALE_PATHS[0])
            self.stdout.write(
                f"{filled.path}: {filled.added} new, {filled.gone} gone, "
                f"{filled.empty} to translate."
            )
