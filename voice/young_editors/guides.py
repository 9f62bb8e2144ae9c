"""How young editors are asked, for the desk's help."""

from django.utils.translation import gettext_lazy as _

from voice.accounts import guides
from voice.young_editors.permissions import user_can_ask_editors


def write_guides() -> None:
    """Register the guide of young editors."""
    guides.register(
        "editors",
        order=77,
        room="young_editors",
        question=user_can_ask_editors,
        title=_("Let young editors read it first"),
        why=_("A group of young people says yes, or not yet, to your exact words."),
        steps=(
            _(
                "Press “Make their code” for the group, and tell them the code yourself."
            ),
            _("Ask them about a question, a sentence for the board, or a reply."),
            _(
                "Change what they say is not right, and ask again. Without their yes "
                "it goes out only with a reason that the board reads."
            ),
        ),
    )
