"""What can stand in the way of a decision, in sentences for people."""

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from voice.moderation.enums import ReadingState
from voice.moderation.models import Reading
from voice.moderation.queries.queue import last_decision


class CannotDecide(Exception):
    """Something stands in the way; `sentence` says what."""

    sentence: str | Promise = gettext_lazy(
        "That cannot be done now. Nothing was changed."
    )


class AlreadyDecided(CannotDecide):
    """Somebody, or the child, was first; nothing was changed.

    `sentence` says who decided what and when.
    """

    def __init__(self, reading: Reading) -> None:
        """Remember the reading as it is now."""
        self.reading = reading
        self.sentence = _sentence(reading)
        super().__init__(str(reading.pk))


class QuoteNotAllowed(CannotDecide):
    """The child said no to being quoted, and that holds."""

    sentence = gettext_lazy(
        "The young person did not say yes to being quoted. Nothing was changed."
    )


class QuoteNotCounted(CannotDecide):
    """What is quoted is counted too."""

    sentence = gettext_lazy("Words that may be quoted must be counted too.")


class NothingReplaced(CannotDecide):
    """A redaction without passages, or with passages that do not fit."""

    sentence = gettext_lazy(
        "Choose the words to replace, inside the comment and not twice."
    )


class PassedOnStays(CannotDecide):
    """What was passed on is with the safeguarding lead, who alone gives it back."""

    sentence = gettext_lazy(
        "This was passed on and is with the safeguarding lead. It cannot be undone here."
    )


class ConcernIsDecided(CannotDecide):
    """The concern was decided already; nothing was changed."""

    sentence = gettext_lazy("This concern was decided already. Nothing was changed.")


class ConcernIsOpen(CannotDecide):
    """Only a decided concern's comment may go back to be read."""

    sentence = gettext_lazy("Decide this concern before giving the comment back.")


def _sentence(reading: Reading) -> str:
    """Return who decided what and when, for somebody who came second."""
    decision = last_decision(reading)
    if reading.state == ReadingState.TAKEN_BACK:
        return _("The young person has taken these words back. Nothing was changed.")
    if decision is None or decision.version != reading.version:
        return _(
            "The young person changed their words while you were reading. "
            "Please read them again. Nothing was changed."
        )
    at = timezone.localtime(decision.at)
    said = {
        "name": str(decision.by),
        "time": date_format(at, "H:i"),
        "date": date_format(at, "j F Y"),
        "state": decision.get_state_display().lower(),
    }
    if decision.state == ReadingState.WAITING:
        return (
            _(
                "%(name)s put this back to be read at %(time)s on %(date)s. "
                "Nothing of yours was saved over it."
            )
            % said
        )
    return (
        _(
            "%(name)s was a moment before you: %(state)s, at %(time)s on %(date)s. "
            "Nothing of theirs was changed."
        )
        % said
    )
