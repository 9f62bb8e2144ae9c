"""What the board's room refuses, each with a sentence for people."""

from django.utils.translation import gettext as _


class MinutesRefused(Exception):
    """This cannot be recorded so; `field` names what to put right."""

    def __init__(self, sentence: str, *, field: str | None = None) -> None:
        """Keep the sentence, and the field it is about."""
        super().__init__(sentence)
        self.field = field


class DayTaken(MinutesRefused):
    """The board meets on that day already."""


class MeetingIsKept(MinutesRefused):
    """Something was agreed there, so the meeting stays as it was."""


class DueBeforeItWasAgreed(MinutesRefused):
    """A date before the meeting cannot be kept."""


class HasEnded(MinutesRefused):
    """It was said before how this ended."""


class SayWhatCameOfIt(MinutesRefused):
    """What ended says what came of it."""


class CannotBeSaid(MinutesRefused):
    """A headline holds no number, and speaks for nobody else."""


class SayHow(MinutesRefused):
    """Without a group's own yes, the board reads how they agreed, and why so."""


class NoYes(MinutesRefused):
    """The young editors have not said yes to these words."""


class NotThere(MinutesRefused):
    """The day lies ahead: nothing was agreed or ended on it yet."""


class CannotApprove(Exception):
    """The briefing is not ready; `reasons` are sentences, each to be put right."""

    def __init__(self, reasons: list[str]) -> None:
        """Keep the reasons."""
        self.reasons = reasons
        super().__init__(" ".join(reasons))


class WroteIt(CannotApprove):
    """Who wrote in a briefing does not approve it."""

    def __init__(self) -> None:
        """Say it."""
        super().__init__(
            [_("You wrote in this briefing. Somebody else reads and approves it.")]
        )


class ChangedMeanwhile(CannotApprove):
    """It is not what the second person read."""

    def __init__(self) -> None:
        """Say it."""
        super().__init__(
            [_("The briefing has changed since you read it. Read it again, please.")]
        )


class CannotIssue(Exception):
    """What was approved may not go out; the sentence says why."""


class NotApproved(CannotIssue):
    """Only what a second person approved is issued."""

    def __init__(self) -> None:
        """Say it."""
        super().__init__(_("A second person approves a briefing before it is issued."))


class CannotBePublic(Exception):
    """The public part of a briefing may not be shown; the sentence says why."""


class NotIssued(Exception):
    """Only an issued briefing has a next version, one each."""

    def __init__(self) -> None:
        """Say it."""
        super().__init__(
            _("Only the newest version of an issued briefing has a next one.")
        )
