"""A survey over time: the next edition, closing and opening, the archive, the library."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import expect

from surveys.domain.publishing import publish_survey
from surveys.domain.schedule import publish_due
from surveys.models import Survey
from tests.factories.accounts import PASSWORD, UserFactory
from tests.factories.council import CouncilFactory, HelpLineFactory
from tests.factories.surveys import ResponseFactory, SurveyFactory

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]
PHONE = {"width": 360, "height": 740}
LAPTOP = {"width": 1280, "height": 800}


@pytest.fixture
def worker():
    CouncilFactory()
    HelpLineFactory()
    return UserFactory(worker=True, name="Noor")


@pytest.fixture
def lead():
    return UserFactory(lead=True, name="Ruth")


@pytest.fixture
def survey(worker, lead):
    """Return a survey that is open, published once, one young person answering."""
    survey = SurveyFactory(title="How it is", consultation__title="My worker")
    edition = publish_survey(survey, by=worker)
    ResponseFactory(edition=edition, answers={"know_worker": {"state": "skipped"}})
    return Survey.objects.get(pk=survey.pk)


@pytest.fixture
def desk(signed_in, worker):
    return signed_in(worker, PASSWORD, laptop=True)


def opened(desk, path):
    """Open `path`, good on a phone and on a laptop; return its main part."""
    arrived = desk.page.goto(desk.home + path)
    assert arrived.status == 200, path
    good(desk)
    return desk.page.locator("main")


def good(desk):
    """Hold the page to axe, one host, and the width of both."""
    page = desk.page
    for size in (PHONE, LAPTOP):
        page.set_viewport_size(size)
        expect(page.locator("[data-enhance]:not([data-enhanced])")).to_have_count(0)
        assert desk.violations() == [], page.url
        assert page.evaluate("document.documentElement.scrollWidth") <= size["width"]
    assert desk.elsewhere() == []


def press(desk, name):
    """Press the button of this name in the main part; wait for the next page."""
    with desk.page.expect_navigation():
        desk.page.locator("main").get_by_role("button", name=name).click()
    good(desk)


def follow(desk, name):
    """Follow the link of this name in the main part."""
    with desk.page.expect_navigation():
        desk.page.locator("main").get_by_role("link", name=name, exact=True).click()
    good(desk)


def hub(survey):
    """Return the address of the survey's own page."""
    return reverse("surveys:survey", args=[survey.slug])


def test_second_edition_is_looked_at_published_and_compared(desk, survey):
    page = desk.page
    page.goto(f"{desk.home}/admin/snippets/surveys/survey/edit/{survey.pk}/")
    page.locator("[name$=-value-prompt]").first.fill("Do you know who your worker is?")
    with page.expect_navigation():
        page.get_by_role("button", name="Save draft").first.click()
    expect(page.locator("body")).to_contain_text("No trend breaks.")
    main = opened(desk, hub(survey))
    follow(desk, "Editions")
    expect(main).to_contain_text("From edition 1 to the draft")
    expect(main.locator("ins")).to_have_text("now: Do you know who your worker is?")
    page.goto(f"{desk.home}/admin/snippets/surveys/survey/edit/{survey.pk}/")
    page.locator("footer [data-w-dropdown-target=toggle]").first.click()
    with page.expect_navigation():
        page.locator("button[name=action-publish]").click()
    assert survey.editions.count() == 2
    main = opened(desk, reverse("surveys:editions", args=[survey.slug]))
    expect(main).to_contain_text("From edition 1 to edition 2")
    expect(main).to_contain_text("The trend goes on")
    rows = main.locator("tbody tr")
    expect(rows.nth(0).locator("td").nth(2)).to_have_text("0")
    expect(rows.nth(1).locator("td").nth(2)).to_have_text("1")


def test_close_open_again_more_time_and_archive(desk, survey, in_days):
    main = opened(desk, hub(survey))
    follow(desk, "Close")
    expect(main).to_contain_text("1 young person is answering now.")
    press(desk, "Close it")
    expect(main).to_contain_text("Tick the box to go on.")
    desk.page.get_by_label("Yes, I am sure").check()
    press(desk, "Close it")
    expect(main).to_contain_text("Closed. Nobody can start it now")
    follow(desk, "Open again")
    desk.page.get_by_label("Yes, I am sure").check()
    press(desk, "Open it again")
    expect(main).to_contain_text("Open again, until")
    follow(desk, "More time")
    desk.page.get_by_label("Closes on").fill(in_days(20).isoformat())
    desk.page.get_by_label("Yes, change these days").check()
    press(desk, "Change the days")
    survey.consultation.refresh_from_db()
    assert survey.consultation.closes_on == in_days(20)
    for name, button in (("Close", "Close it"), ("Archive", "Archive it")):
        follow(desk, name)
        desk.page.get_by_label("Yes, I am sure").check()
        press(desk, button)
    main = opened(desk, reverse("surveys:surveys"))
    expect(main).not_to_contain_text("How it is")
    follow(desk, "1 archived survey")
    follow(desk, "How it is")
    follow(desk, "Take out of the archive")
    desk.page.get_by_label("Yes, I am sure").check()
    press(desk, "Take it out")
    expect(opened(desk, reverse("surveys:surveys"))).to_contain_text("How it is")


def test_a_schedule_that_is_refused_is_told(desk, worker, lead):
    survey = SurveyFactory(title="Due")
    survey.go_live_at = timezone.now() + timedelta(hours=1)
    survey.save_revision(user=worker).publish(user=worker)
    expect(opened(desk, hub(survey))).to_contain_text("A draft publishes itself on")
    lead.is_active = False
    lead.save()
    revision = survey.revisions.latest("pk")
    revision.approved_go_live_at = timezone.now() - timedelta(minutes=1)
    revision.content["go_live_at"] = revision.approved_go_live_at.isoformat()
    revision.save()
    assert list(publish_due().refused) == ["Due"]
    main = opened(desk, reverse("surveys:surveys"))
    expect(main).to_contain_text("Did not publish itself")
    follow(desk, "Due")
    expect(main).to_contain_text("It did not publish itself on")
    expect(main).to_contain_text("There is no safeguarding cover")
    desk.page.goto(f"{desk.home}/admin/snippets/surveys/survey/edit/{survey.pk}/")
    expect(desk.page.locator("body")).to_contain_text("It did not publish itself on")


def test_a_question_is_found_and_copied(desk, survey):
    into = SurveyFactory(title="Another", questions=[])
    main = opened(desk, reverse("surveys:questions"))
    desk.page.get_by_label("Words in the question").fill("safe")
    press(desk, "Look it up")
    expect(main).to_contain_text("1 question")
    follow(desk, "How safe do you feel, 0 to 10?")
    desk.page.get_by_label("Into which survey?").select_option(label="Another")
    press(desk, "Copy into the draft")
    expect(main).to_contain_text("Copied to the end of the draft.")
    newest = Survey.objects.get(pk=into.pk).get_latest_revision_as_object()
    assert [block.value["key"] for block in newest.questions] == ["safe"]
    follow(desk, "Map")
    expect(main).to_contain_text("How safe do you feel, 0 to 10?")


def test_a_whole_survey_is_copied(desk, survey):
    opened(desk, hub(survey))
    follow(desk, "Copy")
    desk.page.get_by_label("What is the copy called?").fill("How it is now")
    press(desk, "Copy it")
    expect(desk.page.locator("h1")).to_have_text("How it is now")
    assert Survey.objects.get(title="How it is now").questions[0].value["key"] == (
        "know_worker"
    )
