"""Kinds of things young editors look at, and what they and we say of them."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Kind(TextChoices):
    """What young editors are asked to look at."""

    SURVEY = "survey", _("Questions, before they are asked")
    HEADLINE = "headline", _("A sentence for the board")
    REPLY = "reply", _("A reply, before it is out")


class Verdict(TextChoices):
    """What a group says of the words it was shown."""

    YES = "yes", _("Yes, this is right")
    NOT_YET = "not_yet", _("Not yet")


class CameOfIt(TextChoices):
    """What we did with one comment of a group."""

    OPEN = "open", _("Not answered yet")
    CHANGED = "changed", _("Changed")
    NOT_CHANGED = "not_changed", _("Not changed, because")

    @classmethod
    def answered(cls) -> frozenset["CameOfIt"]:
        """Return what a worker may answer."""
        return frozenset({cls.CHANGED, cls.NOT_CHANGED})
