"""Builds Calderwick, an invented council, and serves it."""

import time
from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError

from voice.demonstration.domain.house import is_built, prepare_database, start_afresh
from voice.demonstration.domain.serving import keep_going, port_is_taken
from voice.demonstration.domain.story import build
from voice.demonstration.guide import addresses, codes_to_try, sign_ins


class Command(BaseCommand):
    """Builds Calderwick, an invented council, and serves it."""

    help = "Builds an invented council to try everything on, and serves it."
    requires_system_checks = []
    requires_migrations_checks = False

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take what may be asked for; nothing is asked back."""
        parser.add_argument("--port", type=int, default=8000)
        parser.add_argument("--reset", action="store_true", help="start afresh")
        parser.add_argument(
            "--no-serve", action="store_true", help="only build, do not serve"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Build what is missing, say where to go, serve."""
        if not settings.DEMONSTRATION_ALLOWED:
            raise CommandError(
                "The demonstration never runs under production settings."
            )
        port = options["port"]
        if not options["no_serve"] and port_is_taken(port):
            raise CommandError(
                f"Port {port} is taken by another program. Stop it, or choose "
                f"another: uv run manage.py demo --port {port + 1}"
            )
        if options["reset"]:
            start_afresh()
        prepare_database(say=self.say)
        if not is_built():
            self.build()
        self.say(addresses(port))
        self.say(codes_to_try())
        self.say(sign_ins())
        if not options["no_serve"]:
            self.serve(port)

    def build(self) -> None:
        """Build Calderwick, or leave nothing behind."""
        self.say("Building Calderwick, an invented council …")
        started = time.monotonic()
        build(say=lambda sentence: self.say(f"  {sentence}"))
        self.say(f"Built in {time.monotonic() - started:.0f} seconds.")

    def serve(self, port: int) -> None:
        """Serve until Ctrl-C."""
        self.say("Serving. Press Ctrl-C to stop.")
        keep_going()
        call_command(
            "runserver",
            f"127.0.0.1:{port}",
            use_reloader=False,
            skip_checks=True,
            verbosity=0,
        )

    def say(self, sentence: str) -> None:
        """Print a sentence at once."""
        self.stdout.write(sentence)
        self.stdout.flush()
