"""Draws the icons and the cards of shared links anew, into static/img."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from cms.icons import draw_all


class Command(BaseCommand):
    """Run after the mark or a colour of the house has changed; commit what it draws."""

    help = "Draws the icons and the cards of shared links into static/img."

    def handle(self, *args: Any, **options: Any) -> None:
        """Write every picture."""
        for name, content in draw_all().items():
            path = Path(settings.HOUSE) / "static" / "img" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
            self.stdout.write(f"{name}: {len(content)} bytes")
