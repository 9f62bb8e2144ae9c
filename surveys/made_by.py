"""Whose voice a recording of the questions is."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class MadeBy(TextChoices):
    """Whose voice a recording of the questions is."""

    PERSON = "person", _("A person")
    MACHINE = "machine", _("A machine")
