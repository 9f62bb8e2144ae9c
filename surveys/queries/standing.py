"""Where one survey stands: written, open, closed, put away."""

from dataclasses import dataclass
from datetime import date, datetime

from django.utils import timezone

from surveys.drafting.schedule import scheduled_revisions
from surveys.enums import SurveyState
from surveys.models import Edition, ScheduleRefusal, Survey
from surveys.queries.editions import current_edition
from surveys.queries.opening import is_archived


@dataclass(frozen=True, slots=True)
class Standing:
    """One survey as those who run it see it on its own page."""

    state: SurveyState
    edition: Edition | None
    goes_live_at: datetime | None
    refusal: ScheduleRefusal | None

    @property
    def is_live(self) -> bool:
        """Say whether it is published and was not closed by hand."""
        return self.state in {SurveyState.WAITING, SurveyState.OPEN}


def state_of(
    survey: Survey, *, published: bool, archived: bool, on: date
) -> SurveyState:
    """Return where `survey` is on the local date `on`; needs its consultation."""
    consultation = survey.consultation
    if archived:
        return SurveyState.ARCHIVED
    if not published:
        return SurveyState.DRAFT
    if not survey.live or consultation.closes_on < on:
        return SurveyState.CLOSED
    return SurveyState.WAITING if on < consultation.opens_on else SurveyState.OPEN


def standing_of(survey: Survey) -> Standing:
    """Return where `survey` stands today."""
    edition = current_edition(survey)
    scheduled = scheduled_revisions(survey)
    return Standing(
        state=state_of(
            survey,
            published=edition is not None,
            archived=is_archived(survey),
            on=timezone.localdate(),
        ),
        edition=edition,
        goes_live_at=scheduled[-1].approved_go_live_at if scheduled else None,
        refusal=None if scheduled else refusal_of(survey),
    )


def refusal_of(survey: Survey) -> ScheduleRefusal | None:
    """Return why the schedule could not publish `survey`; None once it is published."""
    return ScheduleRefusal.objects.filter(survey=survey.pk).first()
