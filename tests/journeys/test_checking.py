"""A worker looks a survey through, mends it and publishes it; a poll in five minutes."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone

from surveys.models import Comment, Invitation, Response, Survey
from tests.factories.accounts import PASSWORD, UserFactory
from tests.factories.council import CouncilFactory, HelpLineFactory
from tests.factories.surveys import SurveyFactory
from tests.journeys.test_answering import start
from tests.journeys.test_whole_loop import good, press

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def lead(visit):
    """Return the one safeguarding lead of a small house."""
    CouncilFactory()
    HelpLineFactory()
    return UserFactory(lead=True, name="Ruth")


@pytest.fixture
def worker(signed_in, lead):
    """Return a participation worker's laptop."""
    noor = UserFactory(worker=True, name="Noor", job_title="Participation worker")
    return signed_in(noor, PASSWORD, laptop=True)


def half_written():
    """Return a survey whose scale lacks a word at its end."""
    told = {"help": "", "extras": {"decision": "Which homes we visit."}}
    scale = {"key": "safe", "prompt": "How safe do you feel?", "low": "Not safe"}
    words = {"key": "more", "prompt": "What would help?"}
    survey = SurveyFactory(
        title="Home",
        questions=[
            ("scale", told | scale | {"high": ""}),
            ("long_text", told | words),
        ],
    )
    survey.save_revision(clean=False)
    return survey


def test_what_is_wrong_is_led_to_mended_and_published(worker):
    survey = half_written()
    worker.go(f"/desk/surveys/{survey.slug}/check/")
    good(worker)
    page = worker.page
    errors = page.get_by_role("region", name="To be mended")
    assert "How safe do you feel?" in errors.inner_text()
    assert not page.get_by_role("button", name="Publish it now").count()
    errors.get_by_role("link", name="Go to the question").first.click()
    page.locator("[name=questions-0-value-high]").fill("Very safe")
    with page.expect_navigation():
        page.locator("button.action-save").first.click()
    page.get_by_role("link", name="Open the checklist").click()
    assert not page.get_by_role("region", name="To be mended").count()
    good(worker)
    press(worker, "Publish it now")
    assert "Published: edition 1." in page.locator("main").inner_text()
    survey.refresh_from_db()
    assert survey.live


def test_what_became_wrong_stops_the_schedule_and_is_told(worker, lead):
    survey = SurveyFactory(title="Home", go_live_at=timezone.now() + timedelta(days=1))
    survey.save_revision().publish()
    worker.go(f"/desk/surveys/{survey.slug}/check/")
    assert "The schedule publishes it" in worker.page.locator("main").inner_text()
    lead.is_active = False
    lead.save()
    survey.revisions.update(approved_go_live_at=timezone.now() - timedelta(hours=1))
    call_command("run_due")
    assert not Survey.objects.get().live
    worker.go(f"/desk/surveys/{survey.slug}/check/")
    said = worker.page.get_by_role("region", name="To be mended").inner_text()
    assert "There is no safeguarding cover" in said
    good(worker)


def test_a_poll_is_open_in_five_minutes_and_answered_on_a_phone(worker, visit):
    worker.go("/desk/begin/quick/")
    good(worker)
    page = worker.page
    page.get_by_label("What is it about?").fill("Our summer trip")
    page.get_by_label("Who do you ask?").fill("the Thursday group")
    page.get_by_label("How many are they?").fill("12")
    press(worker, "Open the poll")
    good(worker)
    assert "Your poll is open" in page.locator("main").inner_text()
    child = visit()
    child.go(f"/a/{Invitation.objects.get().token}/")
    start(child.page)
    child.page.get_by_label("Very happy", exact=True).check(force=True)
    press(child, "Next")
    child.page.get_by_label("Yes", exact=True).check(force=True)
    press(child, "Next")
    child.page.locator("textarea").fill("swimming not museums")
    press(child, "Next")
    press(child, "Finish")
    assert "Thank you" in child.page.locator("h1").inner_text()
    assert Response.objects.get().state == "finished"
    assert Comment.objects.get().read() == "swimming not museums"
