"""Whether a survey can be answered on a day, and by which edition."""

from datetime import date

from surveys.models import Edition, Invitation, Survey


def survey_is_open(survey: Survey, *, on: date) -> bool:
    """Say whether `survey` can be started on the local date `on`.

    Open means: its consultation's dates hold, both ends included, it is live,
    and an edition of it was published.
    """
    consultation = survey.consultation
    return (
        survey.live
        and consultation.opens_on <= on <= consultation.closes_on
        and edition_to_answer(survey) is not None
    )


def edition_to_answer(survey: Survey) -> Edition | None:
    """Return the newest edition, its definition left in the database; None if none."""
    return survey.editions.defer("definition").order_by("-number").first()


def invitation_by_token(token: str) -> Invitation | None:
    """Return the way in that `token` names, with survey and consultation, or None."""
    return (
        Invitation.objects.select_related("survey__consultation")
        .defer("survey__questions")
        .filter(token=token)
        .first()
    )
