"""How the board and inspectors are told, for the desk's help."""

from django.utils.translation import gettext_lazy as _

from voice.accounts import guides
from voice.briefings.permissions import user_can_make_packs, user_can_write_briefings


def write_guides() -> None:
    """Register the guides of briefings and packs."""
    guides.register(
        "brief",
        order=80,
        room="briefings",
        question=user_can_write_briefings,
        title=_("Write for the board"),
        why=_("A paper of what children said, with no number that was not released."),
        steps=(
            _("Under “Briefings” press “New briefing” and choose its sections."),
            _(
                "Write your sentences beside the figures. What could pick somebody "
                "out, or was not released, is pointed at as you write."
            ),
            _(
                "Somebody else reads it whole under “Read and approve…”; then it is "
                "issued, and never changes."
            ),
            _("After the meeting, write down what it agreed under “Meetings”."),
        ),
    )
    guides.register(
        "pack",
        order=85,
        room="packs",
        question=user_can_make_packs,
        title=_("Show inspectors the evidence"),
        why=_("One file from who was asked to what young people say of our promises."),
        steps=(
            _("Look at “What the pack would say”: what is missing stands first."),
            _("Press “Make a pack”. It is made from what was released alone."),
        ),
    )
