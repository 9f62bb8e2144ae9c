"""What can stand in the way of a change to the rota, in sentences for people."""

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from voice.council.models import DutyShift
from voice.hours import day_and_hour


class RotaRefused(Exception):
    """Something stands in the way; `sentence` says what."""

    sentence: str | Promise = gettext_lazy("That cannot be done. Nothing was changed.")

    def __str__(self) -> str:
        """Return the sentence."""
        return str(self.sentence)


class NotALead(RotaRefused):
    """Only safeguarding leads may read concerns, so only they can be on duty."""

    sentence = gettext_lazy(
        "Only a safeguarding lead who can sign in may be on duty: nobody else may read "
        "a concern. An administrator can give somebody the role."
    )


class EndsBeforeStart(RotaRefused):
    """Time runs forwards."""

    sentence = gettext_lazy("The shift must end after it starts.")


class ShiftIsOver(RotaRefused):
    """What is past stays as it was."""

    sentence = gettext_lazy("This shift is over. It stays as it was.")


class ToOneself(RotaRefused):
    """A hand-over needs a colleague."""

    sentence = gettext_lazy("This shift is theirs already. Choose a colleague.")


class IsAway(RotaRefused):
    """Somebody who is away cannot be on duty."""

    sentence = gettext_lazy(
        "They are away on a day of this shift. Choose somebody else, or take the "
        "absence out first."
    )


class Overlaps(RotaRefused):
    """Two shifts at the same time; says which one is there already."""

    def __init__(self, other: DutyShift) -> None:
        """Say who is there already, and when."""
        self.sentence = _(
            "%(name)s is already %(role)s from %(starts)s to %(ends)s. "
            "Choose another time, or make one of you second."
        ) % {
            "name": other.user,
            "role": other.get_role_display().lower(),
            "starts": day_and_hour(other.starts, "j F"),
            "ends": day_and_hour(other.ends, "j F"),
        }
        super().__init__(str(other.pk))


class AwayBackwards(RotaRefused):
    """Days run forwards."""

    sentence = gettext_lazy("The last day away cannot come before the first.")
