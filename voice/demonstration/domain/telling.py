"""What the builders share: who builds, the day it is, and a seeded chance."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from random import Random

from django.utils import timezone

from voice.accounts.models import User

Say = Callable[[str], None]
SEED = 1989  # The year of the UN Convention on the Rights of the Child.


@dataclass
class Telling:
    """One telling of the story: its people by the first word of their address."""

    people: dict[str, User]
    today: date = field(default_factory=timezone.localdate)
    chance: Random = field(default_factory=lambda: Random(SEED))  # noqa: S311 - a story, not a secret

    def on(self, days: int) -> date:
        """Return the date `days` from the day of building."""
        return self.today + timedelta(days=days)

    def at(self, days: int, hour: int = 12, minute: int = 0) -> datetime:
        """Return a moment `days` from the day of building, London time."""
        return datetime.combine(
            self.on(days), time(hour, minute), timezone.get_current_timezone()
        )
