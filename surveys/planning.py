"""To whom a planned session is told, and what is there for whoever comes."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class ToldTo(TextChoices):
    """Who hears of a planned session."""

    EVERYBODY = "everybody", _("Everybody: it stands on the consultation’s page")
    INVITED = "invited", _("Only those we invite")


class ThereIs(TextChoices):
    """What makes it easier to come, as the public page says it."""

    STEP_FREE = "step_free", _("You can get in without steps")
    FOOD = "food", _("There is food")
    TRAVEL = "travel", _("We pay for your travel")
    QUIET = "quiet", _("There is a quiet room")
    INTERPRETER = "interpreter", _("Somebody can interpret or sign")
    BRING = "bring", _("You can bring somebody with you")
