"""The schedule publishes one thing at a time; a refusal stops no other."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone

from surveys.domain.publishing import CannotPublish, publish_survey
from surveys.domain.schedule import publish_due
from surveys.models import Edition, ScheduleRefusal
from tests.factories.accounts import UserFactory
from tests.factories.surveys import SurveyFactory
from voice.audit.models import Entry

pytestmark = [pytest.mark.django_db, pytest.mark.on_both]
SOON = timedelta(hours=1)


@pytest.fixture
def worker():
    UserFactory(lead=True)
    return UserFactory(worker=True)


def schedule(survey, by):
    """Have `survey` published in an hour."""
    survey.go_live_at = timezone.now() + SOON
    survey.save_revision(user=by).publish(user=by)
    survey.refresh_from_db()


def later():
    """Return a moment after everything scheduled is due."""
    return timezone.now() + 2 * SOON


def time_passes(survey):
    """Let the hour pass for the newest draft of `survey`."""
    revision = survey.revisions.latest("pk")
    revision.approved_go_live_at = timezone.now() - SOON
    revision.content["go_live_at"] = revision.approved_go_live_at.isoformat()
    revision.save()


def test_scheduled_survey_waits_without_an_edition(worker):
    survey = SurveyFactory()
    schedule(survey, worker)
    assert not survey.live
    assert not survey.editions.exists()
    assert publish_due().published == []


def test_scheduled_survey_is_published_in_its_time(worker):
    survey = SurveyFactory()
    schedule(survey, worker)
    time_passes(survey)
    assert publish_due().published == [str(survey)]
    survey.refresh_from_db()
    assert survey.live
    edition = survey.editions.get()
    assert (edition.number, edition.published_by) == (1, None)


def test_what_cannot_be_published_cannot_be_scheduled(worker):
    survey = SurveyFactory(age_bands=[])
    survey.go_live_at = timezone.now() + SOON
    revision = survey.save_revision(user=worker, clean=False)
    with pytest.raises(CannotPublish):
        revision.publish(user=worker)
    revision.refresh_from_db()
    assert revision.approved_go_live_at is None


def test_one_refusal_stops_no_other_and_is_recorded(worker):
    good, bad = SurveyFactory(title="Good"), SurveyFactory(title="Bad")
    schedule(bad, worker)
    schedule(good, worker)
    revision = bad.revisions.latest("pk")
    revision.content["age_bands"] = []
    revision.save()
    time_passes(bad)
    time_passes(good)
    due = publish_due()
    assert due.published == ["Good"]
    assert due.refused == {"Bad": ["Choose at least one age band."]}
    bad.refresh_from_db()
    assert not bad.live
    assert [edition.survey for edition in Edition.objects.all()] == [good]
    assert bad.schedule_refusal.reasons == ["Choose at least one age band."]
    assert ScheduleRefusal.objects.count() == 1
    entry = Entry.objects.get(verb="surveys.refuse_scheduled")
    assert (entry.actor_name, entry.object_id) == ("the machine", str(bad.pk))


def test_refused_survey_leaves_the_schedule_and_can_be_mended(worker):
    survey = SurveyFactory()
    schedule(survey, worker)
    revision = survey.revisions.latest("pk")
    revision.content["age_bands"] = []
    revision.save()
    time_passes(survey)
    assert publish_due().refused != {}
    assert publish_due().refused == {}
    survey.refresh_from_db()
    assert survey.get_lock() is None


def test_what_was_refused_is_forgotten_once_it_is_published(worker):
    survey = SurveyFactory()
    ScheduleRefusal.objects.create(survey=survey, reasons=["No."])
    publish_survey(survey, by=worker)
    assert not ScheduleRefusal.objects.exists()


def test_survey_closes_when_its_time_is_over(worker):
    survey = SurveyFactory(expire_at=timezone.now() + SOON)
    publish_survey(survey, by=worker)
    assert publish_due().closed == []
    assert publish_due(now=later()).closed == [str(survey)]
    survey.refresh_from_db()
    assert not survey.live
    assert survey.editions.count() == 1


def test_command_says_what_it_did(worker, capsys):
    survey = SurveyFactory(title="Due")
    schedule(survey, worker)
    time_passes(survey)
    call_command("run_due")
    assert "Published: Due" in capsys.readouterr().out.splitlines()
