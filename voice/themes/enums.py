"""States of a theme, and who made a tag."""

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
