"""What the board's room refuses, each with a sentence for people."""


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


class NotThere(MinutesRefused):
    """The day lies ahead: nothing was agreed or ended on it yet."""
