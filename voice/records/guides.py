"""How somebody's rights, and a breach, are looked after, for the desk's help."""

from django.utils.translation import gettext_lazy as _

from voice.accounts import guides
from voice.records.permissions import (
    user_may_answer_access_requests,
    user_may_keep_breaches,
)


def write_guides() -> None:
    """Register the guides of records."""
    guides.register(
        "rights",
        order=90,
        room="records",
        question=user_may_answer_access_requests,
        title=_("Answer somebody who asks about their data"),
        why=_("They may see what is held, and have it erased, within a month."),
        steps=(
            _(
                "Under “Records” find the survey they answered. Only where a worker "
                "may know whose answers are whose can they be found."
            ),
            _("Show them “What we hold about you”, or print it."),
            _(
                "If they want it gone, press “Erase for good”. A restored backup "
                "forgets it again."
            ),
        ),
    )
    guides.register(
        "breach",
        order=95,
        room="breaches",
        question=user_may_keep_breaches,
        title=_("Write down a breach or a near miss"),
        why=_("The clock of 72 hours starts when somebody knows."),
        steps=(
            _(
                "Under “Breaches and near misses” press “Enter a breach or near miss” "
                "at once, with what is known so far."
            ),
            _("Add what was done as it is done. Nothing written there is changed."),
        ),
    )
