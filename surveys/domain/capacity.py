"""Records a manager's yes to more comments than there are hours to read."""

from django.db import transaction
from django.utils.translation import gettext as _

from surveys.drafting.reading import latest_draft_of
from surveys.models import ReadingAllowance, Survey
from surveys.permissions import user_can_allow_reading
from surveys.queries.capacity import reckoning_of
from voice.accounts.models import User
from voice.audit.domain.record import record


class CannotAllow(Exception):
    """This yes cannot be given; says why."""


@transaction.atomic
def allow_reading(survey: Survey, *, how: str, by: User) -> ReadingAllowance:
    """Record the yes of `by` to the comments expected now, and how they will be read.

    Raises CannotAllow for somebody who is no manager, and without saying how.
    """
    if not user_can_allow_reading(by):
        raise CannotAllow(_("Only the duty manager or an administrator can allow it."))
    if not how.strip():
        raise CannotAllow(_("Say how the comments will be read in time."))
    comments = reckoning_of(survey, latest_draft_of(survey)).comments
    given = ReadingAllowance.objects.create(
        survey=survey, comments=comments, how=how.strip(), given_by=by
    )
    record(
        "surveys.allow_reading", of=given, by=by, survey=survey.pk, comments=comments
    )
    return given
