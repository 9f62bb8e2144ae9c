"""Statuses of actions, sources of areas and kinds of evidence."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class ActionStatus(TextChoices):
    """How an action stands; the last needs evidence from children."""

    NOT_STARTED = "not_started", _("Not started")
    RED = "red", _("Red")
    AMBER = "amber", _("Amber")
    GREEN = "green", _("Green")
    COMPLETE = "complete", _("Complete")
    MAKING_A_DIFFERENCE = "making_a_difference", _("Making a difference")

    @classmethod
    def done(cls) -> frozenset["ActionStatus"]:
        """Return the statuses in which nothing is due any more."""
        return frozenset({cls.COMPLETE, cls.MAKING_A_DIFFERENCE})

    @classmethod
    def behind(cls) -> frozenset["ActionStatus"]:
        """Return the statuses that need a reason."""
        return frozenset({cls.RED, cls.AMBER})

    @classmethod
    def worst_first(cls) -> tuple["ActionStatus", ...]:
        """Return every status, the one to ask about first at the front."""
        return (
            cls.RED,
            cls.AMBER,
            cls.NOT_STARTED,
            cls.GREEN,
            cls.COMPLETE,
            cls.MAKING_A_DIFFERENCE,
        )


class SourceKind(TextChoices):
    """Where an area for improvement comes from."""

    RECOMMENDATION = "recommendation", _("An inspection recommendation")
    OURS = "ours", _("Ours")


class EvidenceKind(TextChoices):
    """What a piece of evidence cites."""

    THEME = "theme", _("Theme")
    RESULT = "result", _("Result")
    QUOTE = "quote", _("Quote")
    FILE = "file", _("File")


class FileType(TextChoices):
    """What a file that is evidence may be; a picture is drawn afresh as WebP."""

    PDF = "application/pdf", _("PDF")
    DOCX = (
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        _("Word"),
    )
    PICTURE = "image/webp", _("Picture")
    CSV = "text/csv", _("CSV table")

    @property
    def ending(self) -> str:
        """Return how the name of such a file ends."""
        return {
            FileType.PDF: "pdf",
            FileType.DOCX: "docx",
            FileType.PICTURE: "webp",
            FileType.CSV: "csv",
        }[self]


class Stance(TextChoices):
    """What the evidence does to what it is linked to."""

    SUPPORTS = "supports", _("Supports")
    CHALLENGES = "challenges", _("Challenges")
    SHOWS_CHANGE = "shows_change", _("Shows change")

    @classmethod
    def shows_a_difference(cls) -> frozenset["Stance"]:
        """Return the stances that let an action be “making a difference”."""
        return frozenset({cls.SUPPORTS, cls.SHOWS_CHANGE})


class Direction(TextChoices):
    """Which way a measure gets better."""

    MORE = "more", _("More is better")
    LESS = "less", _("Less is better")


class ActionPart(TextChoices):
    """What of an action may be put otherwise."""

    NUMBER = "number", _("Number")
    AREA = "area", _("Area for improvement")
    TITLE = "title", _("What we do")
    OWNER_TITLE = "owner_title", _("Owner")
    DUE_ON = "due_on", _("Due")
    STARTS_ON = "starts_on", _("Start")
    TASK_GROUP = "task_group", _("Task group")
