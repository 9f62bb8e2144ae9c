"""How reading, and looking after somebody in danger, are done, for the desk's help."""

from django.utils.translation import gettext_lazy as _

from surveys.permissions import user_can_run_surveys
from voice.accounts import guides
from voice.accounts.models import User
from voice.moderation.models import Reading
from voice.moderation.permissions import user_can_read_concerns


def has_read(user: User) -> bool:
    """Say whether `user` ever decided about a comment."""
    return Reading.objects.filter(decided_by=user).exists()


def write_guides() -> None:
    """Register the guides of reading and of concerns."""
    guides.register(
        "read",
        order=30,
        room="reading",
        question=user_can_run_surveys,
        title=_("Read what they wrote"),
        why=_("A person reads every word, the most worrying first."),
        steps=(
            _(
                "Press “Take the next one”. It is yours while you read it, and nobody "
                "else gets it."
            ),
            _(
                "Is somebody in danger? Press “Pass on to safeguarding”, first and "
                "whatever else it says."
            ),
            _(
                "If it tells nobody who wrote it, press “Approve as it is”. If a word "
                "does, mark it and take “Replace words”."
            ),
            _(
                "Words that hurt somebody else, or that nobody may keep, go with "
                "“Withhold” and a reason."
            ),
            _(
                "You decided too quickly? “Undo” stands on the page that follows; later "
                "there is “Decide again”."
            ),
            _("It is a lot to carry: “Take a break” keeps your place."),
        ),
        begun=has_read,
    )
    guides.register(
        "concern",
        order=35,
        room="concerns",
        question=user_can_read_concerns,
        title=_("Act when somebody may not be safe"),
        why=_("A lead sees it, acts and writes down what was done, against a clock."),
        steps=(
            _(
                "Open it under “Concerns”. That says you have seen it, and the next "
                "people are not woken."
            ),
            _(
                "Read the child’s exact words, and what else the response says, only "
                "as far as you need."
            ),
            _(
                "If somebody must be told now, ring them; then print the “Referral to "
                "print” for them."
            ),
            _(
                "Is it about somebody who could see it here? Say so under “About this "
                "concern”, and it is hidden from them."
            ),
            _(
                "Write what was done under “Record your decision” and press “Record "
                "the decision”. It stays as you wrote it."
            ),
        ),
    )
