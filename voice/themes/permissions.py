"""What staff may do with themes, as sentences."""

from django.contrib.auth.models import AnonymousUser

from surveys.models import Survey
from voice.accounts.models import User
from voice.moderation.permissions import user_may_read_comments

Visitor = User | AnonymousUser


def user_may_use_codebooks(user: Visitor) -> bool:
    """Say whether `user` writes codebooks; those who read comments do."""
    return user_may_read_comments(user)


def user_can_tag(user: Visitor, survey: Survey) -> bool:
    """Say whether `user` may tag the comments of `survey`."""
    return user_may_read_comments(user)
