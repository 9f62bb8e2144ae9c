"""How what a meeting agreed stands; what a briefing may hold."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class BriefingState(TextChoices):
    """How far a briefing is on its way to the board."""

    DRAFT = "draft", _("Being written")
    APPROVED = "approved", _("Approved, not issued yet")
    ISSUED = "issued", _("Issued")


class SectionKind(TextChoices):
    """What a section of a briefing is made from."""

    COMMENTARY = "commentary", _("Our own words")
    KEY_THEME = "key_theme", _("Key theme")
    RESULTS = "results", _("What was released")
    QUOTES = "quotes", _("Quotes")
    REACH = "reach", _("Who answered")
    PROMISES = "promises", _("Promises to young people")
    DECISIONS = "decisions", _("Since last time you agreed")
    MEASURES = "measures", _("Actions and measures")

    @classmethod
    def of_a_release(cls) -> frozenset["SectionKind"]:
        """Return the kinds that are made from one release."""
        return frozenset({cls.RESULTS, cls.QUOTES, cls.REACH})

    @classmethod
    def with_parts(cls) -> frozenset["SectionKind"]:
        """Return the kinds of which only some parts may be chosen."""
        return frozenset({cls.RESULTS, cls.QUOTES})


class DecisionState(TextChoices):
    """Whether something still comes back to the board, or has ended and how."""

    OPEN = "open", _("Open")
    DONE = "done", _("Done")
    NOT_DONE = "not_done", _("Will not be done")

    @classmethod
    def ended(cls) -> frozenset["DecisionState"]:
        """Return the states in which it comes back no more."""
        return frozenset({cls.DONE, cls.NOT_DONE})


class PaperKind(TextChoices):
    """As what file a paper can be taken out; the value is part of its address."""

    PDF = "pdf", _("PDF")
    LARGE_PRINT = "large-print", _("Large print (PDF)")
    EASY_READ = "easy-read", _("Easy read (PDF)")
    DOCX = "docx", _("Word")

    @property
    def short(self) -> str:
        """Return the kind's first word, for the names of addresses."""
        return str(self.value).partition("-")[0]
