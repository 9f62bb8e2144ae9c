"""How the clocks of a month that is over stood, counted once."""

from django.db import models
from django.utils import timezone

from voice.frozen_rows import FrozenQuerySet, FrozenRow


class ClocksAreCounted(Exception):
    """The clocks of a month are counted once, when it is over."""

    def __init__(self) -> None:
        super().__init__("The clocks of a month cannot be changed, by anybody.")


class ClocksKept(FrozenRow):
    """How the clocks of one month stood, as numbers others may see.

    Counted once the month was over, by the limits the council had then, so that a page
    never counts the comments of a month. `told` has the shape of
    voice.briefings.queries.in_time.InTime; `rule` names how its numbers are protected.
    """

    refusal = ClocksAreCounted

    month = models.DateField(help_text="Its first day.")
    rule = models.CharField(max_length=20)
    told = models.JSONField()
    counted_at = models.DateTimeField(default=timezone.now)

    objects = FrozenQuerySet.as_manager()

    class Meta:
        """The newest month first; one a month and rule."""

        ordering = ("-month", "-id")
        constraints = (
            models.UniqueConstraint(
                name="clocks_kept_once_a_month", fields=("month", "rule")
            ),
        )

    def __str__(self) -> str:
        """Return its month."""
        return f"clocks of {self.month:%Y-%m}"
