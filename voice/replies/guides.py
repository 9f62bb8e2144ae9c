"""How young people are answered, for the desk's help."""

from django.utils.translation import gettext_lazy as _

from surveys.queries.members import surveys_run_by
from voice.accounts import guides
from voice.accounts.models import User
from voice.replies.models import Reply
from voice.replies.permissions import user_can_see_replies, user_can_write_replies


def has_replied(user: User) -> bool:
    """Say whether a consultation that `user` works on was ever replied to."""
    mine = surveys_run_by(user).order_by()
    published = Reply.objects.filter(published_at__isnull=False)
    return published.filter(consultation__surveys__in=mine).exists()


def write_guides() -> None:
    """Register the guides of replies and promises."""
    guides.register(
        "reply",
        order=70,
        room="replies",
        question=user_can_write_replies,
        title=_("Reply to young people"),
        why=_("They hear what came of it, also what will not change and why."),
        steps=(
            _(
                "Under “Replies” press “Write the reply”. What they said stands beside "
                "it: say nothing that is not there."
            ),
            _(
                "Answer every theme: “We did”, “We will”, or “We will not, and why”. "
                "For each “We will” press “Add a promise”, with an owner and a day."
            ),
            _("Write it for each age and language that was asked, and in “Easy read”."),
            _(
                "Press “Ask a group to read it before it is out”: young editors say yes."
            ),
            _(
                "Look at “Read it as young people will”, then press “Publish…”, and "
                "hang the poster where the first one hung."
            ),
        ),
        begun=has_replied,
    )
    guides.register(
        "promise",
        order=75,
        room="replies",
        question=user_can_see_replies,
        title=_("Keep what was promised"),
        why=_("After the day, the same young people say whether it was kept."),
        steps=(
            _(
                "Press “Say how each promise stands” on a reply, whenever something moved."
            ),
            _(
                "A promise that changes keeps its old words and the reason. Nothing "
                "is taken away."
            ),
            _(
                "When the day has passed, ask “Did we keep our promise?”: it goes to "
                "the same groups, and nobody can edit what they say."
            ),
        ),
    )
