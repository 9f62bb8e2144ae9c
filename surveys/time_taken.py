"""How long somebody took to finish, as coarse as it is kept (decision 0028)."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Took(TextChoices):
    """How long it took to finish, in minutes, as coarse as it is kept."""

    UP_TO_2 = "2", _("Up to 2 minutes")
    UP_TO_5 = "5", _("2 to 5 minutes")
    UP_TO_10 = "10", _("5 to 10 minutes")
    UP_TO_15 = "15", _("10 to 15 minutes")
    UP_TO_20 = "20", _("15 to 20 minutes")
    UP_TO_30 = "30", _("20 to 30 minutes")
    UP_TO_45 = "45", _("30 to 45 minutes")
    UP_TO_60 = "60", _("45 minutes to an hour")
    LONGER = "longer", _("More than an hour")
    NOT_KNOWN = "not_known", _("Not known")

    @classmethod
    def limits(cls) -> tuple["Took", ...]:
        """Return the classes that end at a number of minutes, the shortest first."""
        return tuple(one for one in cls if one.value.isdecimal())

    @classmethod
    def known(cls) -> tuple["Took", ...]:
        """Return all classes of a known time, the shortest first."""
        return (*cls.limits(), cls.LONGER)
