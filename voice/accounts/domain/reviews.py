"""Looking at somebody's access: it is still right, or it was changed."""

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from voice.accounts.domain.errors import AccountsError
from voice.accounts.enums import ReviewOutcome
from voice.accounts.holdings import held_by
from voice.accounts.models import AccessReview, User
from voice.audit.domain.record import record


class NotOwnAccess(AccountsError):
    """Nobody confirms their own access."""

    sentence = _(
        "Somebody else looks at your own access: another administrator, or the data "
        "protection officer."
    )


@transaction.atomic
def confirm_access(user: User, *, by: User) -> AccessReview:
    """Say that what `user` may see is still right. Raises NotOwnAccess."""
    if user.pk == by.pk:
        raise NotOwnAccess
    review = note_review(user, outcome=ReviewOutcome.CONFIRMED, by=by)
    record("accounts.confirm_access", user, by=by, roles=review.roles)
    return review


def note_review(user: User, *, outcome: ReviewOutcome, by: User) -> AccessReview:
    """Keep what `user` may see now as reviewed; the caller records why."""
    holds = [
        f"{title}: {held.what}"
        for title, things in held_by([user.pk])[user.pk]
        for held in things
    ]
    return AccessReview.objects.create(
        user=user,
        outcome=outcome,
        reviewed_by=by,
        roles=list(user.groups.order_by("name").values_list("name", flat=True)),
        holds=holds,
    )
