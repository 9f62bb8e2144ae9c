"""What groups were asked to look at, for those who write it."""

from datetime import date, timedelta

from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet

from voice.accounts.permissions import Visitor
from voice.young_editors.enums import CameOfIt
from voice.young_editors.models import (
    EditorsAnswer,
    EditorsComment,
    EditorsGroup,
    EditorsInvitation,
    ShownWords,
)
from voice.young_editors.subjects import subjects_of

SOON = timedelta(days=3)


def invitations_of(user: Visitor) -> QuerySet[EditorsInvitation]:
    """Return the invitations to look at what `user` writes, newest first."""
    theirs = Q(pk__in=[])
    for kind, titles in subjects_of(user).items():
        theirs |= Q(kind=kind, object_id__in=list(titles))
    return EditorsInvitation.objects.filter(theirs).select_related("group")


def with_what_was_said(
    found: QuerySet[EditorsInvitation],
) -> QuerySet[EditorsInvitation]:
    """Return invitations with what was shown and answered; no words; two queries more."""
    return found.prefetch_related(
        Prefetch(
            "shown", ShownWords.objects.defer("passages").prefetch_related("answers")
        )
    )


def groups_now() -> QuerySet[EditorsGroup]:
    """Return the groups that can be asked, by name."""
    return EditorsGroup.objects.filter(ended_at=None)


def answers_in_full(invitation: EditorsInvitation) -> list[EditorsAnswer]:
    """Return what a group said, newest first, with its comments and what was shown."""
    return list(
        EditorsAnswer.objects.filter(shown__invitation=invitation)
        .select_related("shown__invitation")
        .prefetch_related(
            Prefetch("comments", EditorsComment.objects.select_related("told_by"))
        )
    )


def comments_to_answer(user: Visitor) -> QuerySet[EditorsComment]:
    """Return the comments on what `user` writes that nobody has answered yet."""
    return EditorsComment.objects.filter(
        came_of_it=CameOfIt.OPEN,
        answer__passed_on=False,
        answer__shown__invitation__in=invitations_of(user),
    )


def about_to_end(user: Visitor, *, on: date) -> QuerySet[EditorsInvitation]:
    """Return what a group has not answered and can for three more days at most."""
    answered = EditorsAnswer.objects.filter(shown__invitation=OuterRef("pk"))
    return invitations_of(user).filter(
        ~Exists(answered),
        revoked_at=None,
        expires_on__gte=on,
        expires_on__lte=on + SOON,
    )
