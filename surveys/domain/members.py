"""Says who runs a survey."""

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from surveys.models import Survey, SurveyMember
from voice.accounts.domain.errors import AccountsError
from voice.accounts.enums import Role
from voice.accounts.models import User
from voice.audit.domain.record import record


class NotAWorker(AccountsError):
    """Only a participation worker who may sign in runs surveys."""

    sentence = _("Only a participation worker who works here now can run a survey.")


class LastMember(AccountsError):
    """Nobody would be left to read what young people write."""

    sentence = _("Somebody must run this survey. Add somebody else first.")


@transaction.atomic
def begin_membership(survey: Survey, *, by: User) -> SurveyMember:
    """Make whoever made `survey` its first member. Raises NotAWorker."""
    return _join(survey, by, by=by)


@transaction.atomic
def add_member(survey: Survey, *, user: User, by: User) -> SurveyMember:
    """Let `user` run `survey`; adding twice is adding once. Raises NotAWorker."""
    return _join(survey, user, by=by)


@transaction.atomic
def remove_member(survey: Survey, *, user: User, by: User) -> None:
    """Let `user` run `survey` no longer; what they did stays theirs.

    Raises LastMember when no worker who may sign in would be left.
    """
    Survey.objects.select_for_update().get(pk=survey.pk)
    member = SurveyMember.objects.filter(survey=survey, user=user).first()
    if member is None:
        return
    left = SurveyMember.objects.filter(
        survey=survey,
        user__is_active=True,
        user__groups__name=Role.PARTICIPATION_WORKER.value,
    ).exclude(user=user)
    if not left.exists():
        raise LastMember
    member.delete()
    record("surveys.remove_member", of=survey, by=by, user=user.pk)


def _join(survey: Survey, user: User, *, by: User) -> SurveyMember:
    """Make `user` a member of `survey`, once."""
    if not user.has_role(Role.PARTICIPATION_WORKER):
        raise NotAWorker
    member, is_new = SurveyMember.objects.get_or_create(survey=survey, user=user)
    if is_new:
        record("surveys.add_member", of=survey, by=by, user=user.pk)
    return member
