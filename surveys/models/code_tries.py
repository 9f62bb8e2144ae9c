"""How many codes were typed that open nothing, by minute."""

from django.db import models

from surveys.enums import CodeSpace


class CodeTries(models.Model):
    """How many codes of one space were typed in one minute that open nothing.

    By everybody together: no code, no address and no device is in it. Kept an hour.
    """

    space = models.CharField(max_length=10, choices=CodeSpace)
    minute = models.DateTimeField()
    wrong = models.PositiveIntegerField(default=0)

    class Meta:
        """One row a space and minute."""

        constraints = (
            models.UniqueConstraint(
                name="code_tries_once_a_minute", fields=("space", "minute")
            ),
        )

    def __str__(self) -> str:
        """Return the number."""
        return str(self.wrong)
