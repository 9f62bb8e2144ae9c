"""How staff come, go and are looked at, for the desk's help."""

from django.utils.translation import gettext_lazy as _

from voice.accounts import guides
from voice.accounts.permissions import (
    user_may_ask_break_glass,
    user_may_invite_staff,
    user_may_review_access,
)


def write_guides() -> None:
    """Register the guides of staff, of the access review and of break-glass."""
    guides.register(
        "staff",
        order=100,
        room="staff",
        question=user_may_invite_staff,
        title=_("Bring people in, and let them go"),
        why=_("Each sees what their role needs, and signs in with a second factor."),
        steps=(
            _(
                "Under “Staff” press “Invite somebody” and give them a role. They "
                "choose their password and second factor themselves."
            ),
            _(
                "When somebody leaves, open them and press “Switch off access”. It ends "
                "at once, and what they ran is listed to hand over."
            ),
        ),
    )
    guides.register(
        "review",
        order=105,
        room="review",
        question=user_may_review_access,
        title=_("Look at who may see what"),
        why=_(
            "Once a quarter somebody else confirms each person’s access, or ends it."
        ),
        steps=(
            _(
                "Under “Access review” go down the list: “Still right”, or “Change”. "
                "Nobody confirms themselves."
            ),
        ),
    )
    guides.register(
        "break_glass",
        order=110,
        room="break_glass",
        question=user_may_ask_break_glass,
        title=_("Read a survey that is not yours, when it must be"),
        why=_("Two people, one reason, one hour; safeguarding leads are told at once."),
        steps=(
            _(
                "If somebody is in danger now, do not wait here: ring 999, or the lead "
                "on duty."
            ),
            _("Press “Ask to read a survey” and say why."),
            _(
                "Somebody else presses “Open it for one hour”. Everything that is read "
                "is written down."
            ),
        ),
    )
