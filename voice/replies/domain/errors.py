"""What replying refuses, each with a sentence for people."""

from django.utils.translation import gettext as _


class ReplyIsPublished(Exception):
    """Young people have read it; it stays as they read it."""

    def __init__(self) -> None:
        """Say it."""
        super().__init__(
            _(
                "Young people have read this reply, so it stays as it is. "
                "You can still say how each promise stands."
            )
        )


class CannotPublishReply(Exception):
    """The reply is not ready; `reasons` are sentences, each to be put right."""

    def __init__(self, reasons: list[str]) -> None:
        """Keep the reasons."""
        self.reasons = reasons
        super().__init__(" ".join(reasons))


class NotThisConsultationsRelease(Exception):
    """A reply speaks only from a release of its own consultation."""

    def __init__(self) -> None:
        """Say it."""
        super().__init__(_("Choose a release of a survey of this consultation."))


class PromiseRefused(Exception):
    """The promise cannot be made or changed so; the sentence says why."""


class CannotAskBack(Exception):
    """Young people cannot be asked of this promise now; the sentence says why."""


class BandReadsOtherWords(Exception):
    """In a language each age band reads one wording; `ages` read another already."""

    def __init__(self, ages: str) -> None:
        """Say whose words they would be twice."""
        self.ages = ages
        super().__init__(
            _(
                "%(ages)s: other words in this language are for them already. "
                "Take them off there first."
            )
            % {"ages": ages}
        )


class NotPublishedYet(Exception):
    """A reply that nobody has read is changed, not corrected."""

    def __init__(self) -> None:
        """Say it."""
        super().__init__(_("Nobody has read this reply yet. Change its words instead."))


class CorrectionRefused(Exception):
    """The correction says nothing, or a number that was not released."""
