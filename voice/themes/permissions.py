"""What staff may do with themes, as sentences."""

from django.contrib.auth.models import AnonymousUser

from surveys.models import Survey
from surveys.permissions import user_can_run_survey
from voice.accounts.enums import Role
from voice.accounts.models import User
from voice.themes.models import Codebook
from voice.themes.queries import codebooks_of

Visitor = User | AnonymousUser


def user_may_use_codebooks(user: Visitor) -> bool:
    """Say whether `user` writes codebooks; participation workers do."""
    return isinstance(user, User) and user.has_role(Role.PARTICIPATION_WORKER)


def user_can_use_codebook(user: Visitor, codebook: Codebook) -> bool:
    """Say whether `user` works on a consultation that `codebook` serves."""
    return codebooks_of(user).filter(pk=codebook.pk).exists()


def user_can_tag(user: Visitor, survey: Survey) -> bool:
    """Say whether `user` may tag the comments of `survey`: its members."""
    return user_can_run_survey(user, survey)
