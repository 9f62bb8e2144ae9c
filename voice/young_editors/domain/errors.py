"""What asking young editors refuses, each with a sentence for people."""


class EditorsRefused(Exception):
    """It cannot be done so; nothing was changed. `field` is the box it is about."""

    def __init__(self, sentence: str = "", *, field: str = "") -> None:
        """Keep the sentence for people, and the box."""
        super().__init__(sentence)
        self.field = field


class CannotShow(EditorsRefused):
    """The words cannot be shown to young editors now."""


class NoReason(EditorsRefused):
    """Without their yes it goes out only with a reason that the board sees."""


class NotOpen(EditorsRefused):
    """The code opens it no longer, or it is out already."""


class WordsChanged(EditorsRefused):
    """They were shown other words since; an answer is to the newest."""


class NothingToSay(EditorsRefused):
    """There is no such comment to answer, or it is with the safeguarding leads."""
