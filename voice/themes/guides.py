"""How themes are found, for the desk's help."""

from django.utils.translation import gettext_lazy as _

from surveys.queries.members import surveys_run_by
from voice.accounts import guides
from voice.accounts.models import User
from voice.themes.models import Tag
from voice.themes.permissions import user_may_use_codebooks


def has_tagged(user: User) -> bool:
    """Say whether a comment of a survey that `user` runs was ever tagged."""
    mine = surveys_run_by(user).order_by()
    return Tag.objects.filter(comment__survey__in=mine).exists()


def write_guides() -> None:
    """Register the guide of themes."""
    guides.register(
        "understand",
        order=40,
        room="themes",
        question=user_may_use_codebooks,
        title=_("Find the themes in what they said"),
        why=_("People decide what was meant; the machine only makes it quicker."),
        steps=(
            _(
                "Under “Themes” press “Make a codebook”, or “Bring one in from a "
                "file”. A theme is a sentence that children say."
            ),
            _(
                "Open “Comments to tag”. Type the number of a theme, or its first "
                "letters; the keys stand under “Keys”."
            ),
            _(
                "After some dozens, themes are suggested. Take only what you would "
                "have said yourself."
            ),
            _("Put words that speak for many into the “Quote basket”."),
            _(
                "Let somebody else tag some of the same, blind, under “Agreement "
                "between coders”. Only then do numbers of themes go out."
            ),
        ),
        begun=has_tagged,
    )
