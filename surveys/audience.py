"""Whom surveys ask, and how consultations do."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Audience(TextChoices):
    """Whom a survey asks; the figures of two audiences are never put together."""

    YOUNG_PEOPLE = "young_people", _("Young people")
    FAMILIES = "families", _("Families and carers")
    STAFF = "staff", _("Staff and partners")

    @classmethod
    def adults(cls) -> frozenset["Audience"]:
        """Return those to whom the bands of young people do not apply."""
        return frozenset({cls.FAMILIES, cls.STAFF})


class ConsultationKind(TextChoices):
    """How a consultation asks."""

    SURVEY = "survey", _("Survey")
    POLL = "poll", _("Quick poll")
    SESSIONS = "sessions", _("Sessions and events")
