"""How the plan and its evidence are kept, for the desk's help."""

from django.utils.translation import gettext_lazy as _

from voice.accounts import guides
from voice.statement.permissions import user_can_edit_statement, user_owns_actions


def write_guides() -> None:
    """Register the guides of the Statement of Action."""
    guides.register(
        "plan",
        order=60,
        room="statement",
        question=user_can_edit_statement,
        title=_("Keep the Statement of Action"),
        why=_("Each action shows what children said of it, and what was done."),
        steps=(
            _(
                "Write key themes, areas and actions, or press “Bring it from a "
                "spreadsheet”: you see what would change before it does."
            ),
            _("On an action press “Add evidence to this action” and choose a release."),
            _(
                "“Gaps, and what to do about them” says what was heard often and no "
                "action rests on, and which action has no voice."
            ),
            _(
                "When the board agrees, freeze it under “Versions” and press “Adopt "
                "this version”. A version never changes."
            ),
        ),
    )
    guides.register(
        "own",
        order=65,
        room="my_actions",
        question=user_owns_actions,
        title=_("Say how your actions stand"),
        why=_("Whoever owns an action says in time what was done, and what was not."),
        steps=(
            _("“My actions” lists yours, the late ones first."),
            _(
                "Press “Say how it stands”: what was done, what children will notice, "
                "and whether it is on track."
            ),
            _("Bring a file that shows it, where there is one."),
        ),
    )
