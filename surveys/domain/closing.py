"""Closes surveys, opens them again, gives them more time, and puts them away.

Whoever has begun may finish, whatever happens here.
"""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from surveys.domain.consultations import keep_consultation
from surveys.domain.schedule import take_off_schedule
from surveys.ending import reasons_not_to_end
from surveys.logic.findings import Finding
from surveys.models import ArchivedSurvey, Consultation, Edition, Survey
from surveys.publish_checks import reasons_not_to_publish
from surveys.queries.editions import current_edition, draft_is_newer
from surveys.queries.heard_from import survey_was_answered
from surveys.queries.opening import is_archived, words_are_over
from voice.accounts.models import User
from voice.audit.domain.record import record


class NotNow(Exception):
    """It cannot be done as things stand; `reasons` are sentences for people."""

    def __init__(self, reasons: list[str]) -> None:
        """Keep the sentences."""
        super().__init__(" ".join(reasons))
        self.reasons = reasons


@transaction.atomic
def close_survey(survey: Survey, *, by: User) -> None:
    """Let nobody start `survey` any more; closing twice is closing once."""
    survey = _locked(survey)
    if survey.live:
        survey.unpublish(user=by)


@transaction.atomic
def reopen_survey(survey: Survey, *, by: User) -> None:
    """Take answers again, to the newest edition. Raises NotNow, and changes nothing."""
    survey = _locked(survey)
    edition = current_edition(survey)
    reasons = reasons_to_stay_closed(survey)
    if reasons or edition is None:
        raise NotNow(reasons)
    if not survey.live:
        survey.reopen(user=by, has_changes=draft_is_newer(survey, edition))


def reasons_to_stay_closed(survey: Survey) -> list[str]:
    """Return every reason why `survey` cannot take answers to its newest edition."""
    edition = current_edition(survey)
    if edition is None:
        return [_("It was never published. Publish it instead.")]
    reasons = []
    if is_archived(survey):
        reasons.append(_("It is archived. Take it out of the archive first."))
    if survey.consultation.closes_on < timezone.localdate():
        reasons.append(_("Its closing day is over. Give it more time first."))
    if words_are_over(survey):
        reasons.append(
            _(
                "The time of this survey is over: what young people wrote was "
                "destroyed, as we promised. Copy it to ask again."
            )
        )
    return reasons + _people_missing(survey, edition)


@transaction.atomic
def extend_survey(
    survey: Survey,
    *,
    closes_on: date,
    reply_due_on: date,
    by: User,
    reply_moved_why: str = "",
) -> Consultation:
    """Let the consultation of `survey` close later, and all its surveys with it.

    A time of the survey's own, at which it would close sooner, is taken away. A reply
    that comes later than was told needs `reply_moved_why`, which young people read.
    Raises NotNow, and changes nothing then.
    """
    survey = _locked(survey)
    consultation = Consultation.objects.select_for_update().get(
        pk=survey.consultation_id
    )
    was = consultation.closes_on
    if closes_on <= was:
        raise NotNow([_("Choose a day after the one on which it closes now.")])
    consultation.closes_on, consultation.reply_due_on = closes_on, reply_due_on
    consultation.reply_moved_why = reply_moved_why or consultation.reply_moved_why
    try:
        keep_consultation(consultation, by=by)
    except ValidationError as error:
        raise NotNow(list(error.messages)) from error
    _refuse_without_people(consultation)
    if survey.expire_at and timezone.localdate(survey.expire_at) < closes_on:
        Survey.objects.filter(pk=survey.pk).update(expire_at=None)
    record(
        "surveys.extend",
        of=survey,
        by=by,
        consultation=consultation.pk,
        was=was.isoformat(),
        closes_on=closes_on.isoformat(),
        reply_due_on=reply_due_on.isoformat(),
    )
    return consultation


@transaction.atomic
def archive_survey(survey: Survey, *, by: User) -> None:
    """Put `survey` away: out of the lists, with all it holds; twice is once.

    It closes and leaves the schedule. Reading, erasing and retention go on as before.
    Raises NotNow while young people can answer it, today or later, and until they
    have been answered.
    """
    survey = _locked(survey)
    if survey.live and survey.consultation.closes_on >= timezone.localdate():
        raise NotNow([_("It is open. Close it first.")])
    if owed := reasons_to_stay_at_hand(survey):
        raise NotNow([finding.sentence for finding in owed])
    if survey.live:
        survey.unpublish(user=by)
    take_off_schedule(survey)
    _row, is_new = ArchivedSurvey.objects.get_or_create(
        survey=survey, defaults={"by": by}
    )
    if is_new:
        record("surveys.archive", of=survey, by=by)


def reasons_to_stay_at_hand(survey: Survey) -> list[Finding]:
    """Return what is owed to those who answered `survey`, before it is put away."""
    if not survey_was_answered(survey):
        return []
    return reasons_not_to_end(survey.consultation)


@transaction.atomic
def take_out_of_archive(survey: Survey, *, by: User) -> None:
    """Bring an archived survey back into the lists, closed as it was."""
    survey = _locked(survey)
    taken, _rows = ArchivedSurvey.objects.filter(survey=survey).delete()
    if taken:
        record("surveys.take_out", of=survey, by=by)


def _locked(survey: Survey) -> Survey:
    """Return the survey as it is now, held until the transaction ends."""
    return (
        Survey.objects.select_for_update(of=("self",))
        .select_related("consultation")
        .get(pk=survey.pk)
    )


def _refuse_without_people(consultation: Consultation) -> None:
    """Raise NotNow when an open survey would be without readers or cover for longer."""
    reasons: list[str] = []
    for survey in consultation.surveys.filter(live=True).order_by("title", "pk"):
        edition = current_edition(survey)
        if edition is not None:
            reasons += _people_missing(survey, edition)
    if reasons:
        raise NotNow(list(dict.fromkeys(reasons)))


def _people_missing(survey: Survey, edition: Edition) -> list[str]:
    """Return what the rooms above say is missing, asked about the newest edition."""
    asked = Survey.objects.select_related("consultation").get(pk=survey.pk)
    asked.languages = list(edition.definition["languages"])
    asked.age_bands = list(edition.definition["age_bands"])
    return reasons_not_to_publish(asked)
