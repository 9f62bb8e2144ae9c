"""States of a theme, what became of it, how sure a suggestion is, orders to tag in."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class ThemeState(TextChoices):
    """How far people agree on a theme."""

    PROPOSED = "proposed", _("Proposed")
    AGREED = "agreed", _("Agreed")
    RETIRED = "retired", _("Retired")


class ThemeKind(TextChoices):
    """A theme of its own, or one of the two fall-backs every codebook has."""

    THEME = "theme", _("Theme")
    SOMETHING_ELSE = "something_else", _("Something else")
    NO_REASON = "no_reason", _("No reason given")


class ChangeKind(TextChoices):
    """What became of a theme, for its history."""

    MADE = "made", _("Made")
    WORDED = "worded", _("Worded anew")
    MOVED = "moved", _("Moved")
    MERGED = "merged", _("Merged into another")
    SPLIT = "split", _("Split")
    RETIRED = "retired", _("Retired")
    USED_AGAIN = "used_again", _("Used again")
    AGREED = "agreed", _("Agreed")
    BROUGHT_IN = "brought_in", _("Brought in from a file")


class Likeliness(TextChoices):
    """How sure the machine is that a comment says a theme."""

    SURE = "sure", _("Sure")
    LIKELY = "likely", _("Likely")
    MAYBE = "maybe", _("Maybe")


class Standing(TextChoices):
    """What the agreement between coders of a question allows its themes."""

    ONE_CODER = "one_coder", _("One coder: in words, without digits")
    TOO_LOW = "too_low", _("Agreement too low: its theme counts are not released")
    GOOD = "good", _("Two coders agree: counts may be released")


class Order(TextChoices):
    """In what order the comments of a question come to be tagged."""

    OLDEST = "oldest", _("In the order they came")
    NEWEST = "newest", _("Newest first")
    RANDOM = "random", _("Shuffled")
    HARDEST = "hardest", _("Hardest first")
    ALIKE = "alike", _("Alike beside each other")
    LIKE = "like", _("Most like one comment")


class Beside(TextChoices):
    """Whether somebody helped whoever said it, as far as anybody told."""

    HELPED = "helped", _("Somebody helped")
    UNHELPED = "unhelped", _("Nobody helped, or nobody said")
    SESSION = "session", _("Heard in a session")


class Quotable(TextChoices):
    """Whether words in the basket may be quoted; it takes two yeses."""

    YES = "yes", _("May be quoted")
    NO_CONSENT = "no_consent", _("The young person did not say it may be quoted")
    NOT_BY_READER = "not_by_reader", _("The reader decided it is not for quoting")
    NOT_KEPT = "not_kept", _("Not for quoting now: it is to be read again")
