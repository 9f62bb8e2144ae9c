"""Whether a survey can be answered on a day, and by which edition."""

from datetime import date, datetime

from django.utils import timezone

from surveys.enums import InvitationKind
from surveys.models import ArchivedSurvey, Edition, Invitation, Survey
from surveys.queries.group_sessions import session_lasts
from voice.council.domain.keys import retention_is_over, survey_owner
from voice.council.enums import KeyPurpose


def survey_is_open(survey: Survey, *, on: date) -> bool:
    """Say whether `survey` can be started on the local date `on`.

    Open means: it takes answers then, and an edition of it was published.
    """
    return takes_answers(survey, on=on) and edition_to_answer(survey) is not None


def takes_answers(survey: Survey, *, on: date) -> bool:
    """Say whether `survey` is live, its consultation's dates hold, both ends included,
    and what is written to it can be kept.

    Never one that is heard in sessions alone: what groups say is written up.
    """
    consultation = survey.consultation
    return (
        survey.live
        and not consultation.is_sessions_alone
        and consultation.opens_on <= on <= consultation.closes_on
        and not words_are_over(survey)
    )


def lets_in(invitation: Invitation, *, at: datetime) -> bool:
    """Say whether a way in lets anybody start at the moment `at`.

    Not once it was stopped, after its last day, or when its group session is over.
    Whether the survey takes answers is asked apart.
    """
    last = invitation.expires_on
    if invitation.stopped_at or (last and timezone.localdate(at) > last):
        return False
    return not invitation.is_group or session_lasts(invitation, at=at)


def words_are_over(survey: Survey) -> bool:
    """Say whether the words of a survey were destroyed on their day, with their key."""
    return retention_is_over(owner=survey_owner(survey.pk), purpose=KeyPurpose.RAW)


def is_archived(survey: Survey) -> bool:
    """Say whether a survey was put away; asked of the database, not of a draft."""
    return ArchivedSurvey.objects.filter(survey=survey.pk).exists()


def edition_to_answer(survey: Survey) -> Edition | None:
    """Return the newest edition, its definition left in the database; None if none."""
    return survey.editions.defer("definition").order_by("-number").first()


def invitation_by_token(token: str) -> Invitation | None:
    """Return the way in that `token` names, with survey and consultation, or None.

    Into a batch no token leads, only each of its codes.
    """
    return (
        Invitation.objects.select_related("survey__consultation")
        .defer("survey__questions")
        .exclude(kind=InvitationKind.CODES)
        .filter(token=token)
        .first()
    )
