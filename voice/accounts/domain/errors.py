"""What the errors of accounts share: a sentence for people."""

from django.utils.functional import Promise


class AccountsError(Exception):
    """Something about staff that cannot be done; `sentence` says why."""

    sentence: str | Promise = ""

    def __str__(self) -> str:
        """Return the sentence."""
        return str(self.sentence)
