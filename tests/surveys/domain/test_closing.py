"""Closing, opening again, more time, and the archive."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from surveys import publish_checks
from surveys.domain.answering import (
    SurveyIsClosed,
    finish_response,
    save_answer,
    start_response,
)
from surveys.domain.closing import (
    NotNow,
    archive_survey,
    close_survey,
    extend_survey,
    reopen_survey,
    take_out_of_archive,
)
from surveys.domain.publishing import CannotPublish, publish_survey
from surveys.domain.retention import end_what_is_due
from surveys.domain.schedule import publish_due
from surveys.enums import Kept, ResponseState
from surveys.models import ArchivedSurvey, ScheduleRefusal, Survey
from surveys.queries.opening import survey_is_open
from surveys.queries.retention import last_day, published_surveys
from tests.factories.accounts import UserFactory
from tests.factories.moderation import ReadingFactory
from tests.factories.replies import ReleaseFactory, ReplyFactory
from tests.factories.retention import closed_edition, comment_in
from tests.factories.surveys import (
    EditionFactory,
    InvitationFactory,
    ResponseFactory,
    SurveyFactory,
)
from voice.audit.models import Entry

pytestmark = [pytest.mark.django_db, pytest.mark.on_both]


@pytest.fixture
def worker():
    UserFactory(lead=True)
    return UserFactory(worker=True)


@pytest.fixture
def survey(worker):
    """Return a survey that is open, published once."""
    survey = SurveyFactory()
    publish_survey(survey, by=worker)
    return Survey.objects.get(pk=survey.pk)


def reply_to(survey):
    """Publish a reply to those who answered a survey."""
    ReplyFactory(release=ReleaseFactory(survey=survey), published=True)


def is_open(survey):
    """Say whether somebody could start it now."""
    return survey_is_open(
        Survey.objects.select_related("consultation").get(pk=survey.pk),
        on=timezone.localdate(),
    )


def verbs(survey):
    """Return what was written down about it, oldest first."""
    entries = Entry.objects.filter(object_id=str(survey.pk)).order_by("at")
    return [entry.verb for entry in entries if entry.verb.startswith("surveys.")]


def refused(call, *args, **options):
    """Return the reasons of a refusal that changed nothing."""
    with pytest.raises(NotNow) as refusal:
        call(*args, **options)
    return refusal.value.reasons


def test_a_closed_survey_cannot_be_started_and_keeps_its_editions(survey, worker):
    link = InvitationFactory(survey=survey)
    close_survey(survey, by=worker)
    close_survey(survey, by=worker)
    link.refresh_from_db()
    with pytest.raises(SurveyIsClosed):
        start_response(link, language="en", age_band="11-17")
    assert survey.editions.count() == 1
    assert verbs(survey).count("surveys.unpublish") == 1


def test_whoever_has_begun_may_finish_after_it_is_closed(survey, worker):
    link = InvitationFactory(survey=survey)
    response = start_response(link, language="en", age_band="11-17").response
    close_survey(survey, by=worker)
    save_answer(response, key="know_worker", value="yes")
    finish_response(response)
    response.refresh_from_db()
    assert response.state == ResponseState.FINISHED
    assert response.answers["know_worker"] == {"state": "answered", "value": "yes"}


def test_an_opened_survey_takes_answers_to_the_newest_edition(survey, worker):
    close_survey(survey, by=worker)
    survey.refresh_from_db()
    survey.title = "A draft nobody has published"
    survey.save_revision(user=worker)
    reopen_survey(survey, by=worker)
    assert is_open(survey)
    assert survey.editions.count() == 1
    survey.refresh_from_db()
    assert survey.has_unpublished_changes
    assert verbs(survey)[-1] == "surveys.reopen"


def test_without_a_newer_draft_nothing_waits_to_be_published(survey, worker):
    close_survey(survey, by=worker)
    reopen_survey(survey, by=worker)
    survey.refresh_from_db()
    assert (survey.live, survey.has_unpublished_changes) == (True, False)


def test_what_closed_by_its_own_clock_stays_open_once_it_is_opened(survey, worker):
    Survey.objects.filter(pk=survey.pk).update(
        expire_at=timezone.now() - timedelta(hours=1)
    )
    assert publish_due().closed == [str(survey)]
    survey.refresh_from_db()
    reopen_survey(survey, by=worker)
    assert publish_due().closed == []
    assert is_open(survey)


def test_it_cannot_open_again_after_its_closing_day(worker):
    edition = EditionFactory(survey__consultation__closed=True, survey__live=False)
    reasons = refused(reopen_survey, edition.survey, by=worker)
    assert reasons == ["Its closing day is over. Give it more time first."]
    assert not Survey.objects.get(pk=edition.survey.pk).live


def test_it_cannot_open_again_while_somebody_is_missing(survey, worker, monkeypatch):
    close_survey(survey, by=worker)
    monkeypatch.setattr(
        publish_checks,
        "_registered",
        {"readers": lambda asked: [f"Nobody reads {asked.languages}."]},
    )
    Survey.objects.filter(pk=survey.pk).update(languages=["en", "ur"])
    survey.refresh_from_db()
    assert refused(reopen_survey, survey, by=worker) == ["Nobody reads ['en']."]


def test_what_was_never_published_cannot_be_opened_again(worker):
    assert refused(reopen_survey, SurveyFactory(), by=worker) == [
        "It was never published. Publish it instead."
    ]


def test_more_time_moves_the_closing_day_and_what_is_kept(survey, worker, in_days):
    kept = last_day(survey, Kept.WORDS)
    extend_survey(
        survey,
        closes_on=in_days(20),
        reply_due_on=in_days(80),
        reply_moved_why="We heard that many were on holiday.",
        by=worker,
    )
    survey = Survey.objects.select_related("consultation").get(pk=survey.pk)
    assert survey.consultation.closes_on == in_days(20)
    assert survey.consultation.reply_due_on == in_days(80)
    assert last_day(survey, Kept.WORDS) - kept == timedelta(days=10)
    entry = Entry.objects.get(verb="surveys.extend")
    assert entry.details == {
        "consultation": survey.consultation.pk,
        "was": in_days(10).isoformat(),
        "closes_on": in_days(20).isoformat(),
        "reply_due_on": in_days(80).isoformat(),
    }


def test_more_time_takes_away_a_sooner_time_of_its_own(survey, worker, in_days):
    Survey.objects.filter(pk=survey.pk).update(
        expire_at=timezone.now() + timedelta(days=12)
    )
    extend_survey(
        survey,
        closes_on=in_days(20),
        reply_due_on=in_days(80),
        reply_moved_why="We heard that many were on holiday.",
        by=worker,
    )
    survey.refresh_from_db()
    assert survey.expire_at is None


@pytest.mark.parametrize(
    ("closes", "reply", "reason"),
    [
        (10, 60, "Choose a day after the one on which it closes now."),
        (70, 60, "The reply date must be after it closes."),
    ],
)
def test_days_that_do_not_follow_are_refused(
    survey, worker, in_days, closes, reply, reason
):
    assert refused(
        extend_survey,
        survey,
        closes_on=in_days(closes),
        reply_due_on=in_days(reply),
        by=worker,
    ) == [reason]
    survey.consultation.refresh_from_db()
    assert survey.consultation.closes_on == in_days(10)


def test_no_more_time_without_the_people_for_it(survey, worker, in_days, monkeypatch):
    def until(asked):
        return [f"No cover until {asked.consultation.closes_on}."]

    monkeypatch.setattr(publish_checks, "_registered", {"cover": until})
    reasons = refused(
        extend_survey,
        survey,
        closes_on=in_days(20),
        reply_due_on=in_days(60),
        by=worker,
    )
    assert reasons == [f"No cover until {in_days(20)}."]
    survey.consultation.refresh_from_db()
    assert survey.consultation.closes_on == in_days(10)


def test_no_more_time_once_the_words_were_destroyed(worker, in_days):
    edition = closed_edition(days=91)
    ReadingFactory(comment=comment_in(edition), approved=True)
    end_what_is_due(timezone.now())
    reasons = refused(
        extend_survey,
        edition.survey,
        closes_on=in_days(5),
        reply_due_on=in_days(80),
        by=worker,
    )
    assert [reason.split(".")[0] for reason in reasons] == ["It cannot close later"]


def test_an_archived_survey_keeps_everything_and_comes_back(worker):
    response = ResponseFactory(
        finished=True, edition__survey__consultation__closed=True
    )
    survey = response.edition.survey
    reply_to(survey)
    archive_survey(survey, by=worker)
    archive_survey(survey, by=worker)
    survey.refresh_from_db()
    assert (survey.live, survey.archived.by) == (False, worker)
    assert survey.editions.count() == 1
    response.refresh_from_db()
    assert response.answers != {}
    take_out_of_archive(survey, by=worker)
    assert not ArchivedSurvey.objects.exists()
    assert verbs(survey) == ["surveys.unpublish", "surveys.archive", "surveys.take_out"]


def test_an_open_survey_is_not_archived(survey, worker):
    assert refused(archive_survey, survey, by=worker) == ["It is open. Close it first."]
    assert not ArchivedSurvey.objects.exists()


def test_an_archived_survey_is_neither_published_nor_opened(survey, worker):
    close_survey(survey, by=worker)
    archive_survey(survey, by=worker)
    survey.refresh_from_db()
    survey.title = "Another"
    with pytest.raises(CannotPublish) as refusal:
        publish_survey(survey, by=worker)
    reason = "This survey is archived. Take it out of the archive first."
    assert refusal.value.reasons == [reason]
    assert refused(reopen_survey, survey, by=worker) == [
        "It is archived. Take it out of the archive first."
    ]


def test_no_draft_of_an_archived_survey_publishes_itself(worker):
    survey = SurveyFactory()
    survey.go_live_at = timezone.now() + timedelta(hours=1)
    revision = survey.save_revision(user=worker)
    revision.publish(user=worker)
    archive_survey(survey, by=worker)
    revision.refresh_from_db()
    assert revision.approved_go_live_at is None


def test_retention_goes_on_in_the_archive(worker, in_days):
    response = ResponseFactory(
        finished=True,
        edition__survey__consultation__opens_on=in_days(-900),
        edition__survey__consultation__closes_on=in_days(-800),
        edition__survey__consultation__reply_due_on=in_days(-700),
    )
    reply_to(response.edition.survey)
    archive_survey(response.edition.survey, by=worker)
    end_what_is_due(timezone.now())
    response.refresh_from_db()
    assert (response.state, response.answers) == (ResponseState.ENDED, {})


def test_a_draft_of_a_closed_survey_keeps_nothing_for_longer(survey, worker):
    close_survey(survey, by=worker)
    promised = last_day(survey, Kept.WORDS)
    Survey.objects.filter(pk=survey.pk).update(keep_words_days=3000)
    survey = Survey.objects.select_related("consultation").get(pk=survey.pk)
    assert last_day(survey, Kept.WORDS) == promised
    assert [last_day(one, Kept.WORDS) for one in published_surveys()] == [promised]


def test_a_survey_is_archived_once_at_most(survey, worker):
    ArchivedSurvey.objects.create(survey=survey, by=worker)
    with pytest.raises(IntegrityError), transaction.atomic():
        ArchivedSurvey.objects.create(survey=survey, by=worker)


def test_a_schedule_is_refused_once_at_most(survey):
    ScheduleRefusal.objects.create(survey=survey, reasons=["No."])
    with pytest.raises(IntegrityError), transaction.atomic():
        ScheduleRefusal.objects.create(survey=survey, reasons=["No."])
