"""What nobody else walks: asking to have something put right, and a paper keyed."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from surveys.models import PaperSheet
from tests.factories.accounts import PASSWORD, UserFactory
from tests.factories.answering import open_survey_link
from tests.journeys.test_answering import enhanced, start
from voice.moderation.models import PracticalRequest

pytestmark = [pytest.mark.journey]

BUS_PASS = "my bus pass xyzzy is lost"


def test_something_practical_is_asked_for_and_a_worker_takes_care_of_it(
    visit, signed_in, transactional_db
):
    link = open_survey_link()
    young = visit()
    page = young.page
    young.go(f"/a/{link.token}/")
    start(page)
    page.goto(f"{young.home}/s/finish/")
    page.get_by_role("link", name="Please sort this out").click()
    enhanced(page)
    assert young.violations() == []
    page.locator("[name=box1]").fill(BUS_PASS)
    page.get_by_role("button", name="Send").click()
    page.wait_for_url("**/s/sort-out/sent/")
    assert young.violations() == []
    assert "xyzzy" not in page.content()
    page.go_back()
    page.wait_for_load_state()
    assert "xyzzy" not in page.content()
    assert page.locator("[name=box1]").input_value() == ""
    request = PracticalRequest.objects.get()
    worker = signed_in(UserFactory(worker=True), PASSWORD, laptop=True)
    worker.go("/desk/requests/")
    assert worker.violations() == []
    assert request.words() == BUS_PASS


def test_a_paper_that_came_back_is_keyed(signed_in, transactional_db):
    survey = open_survey_link().survey
    worker = signed_in(UserFactory(worker=True), PASSWORD, laptop=True)
    page = worker.page
    worker.go(reverse("surveys:paper_sheets", args=[survey.slug]))
    assert worker.violations() == []
    page.locator("[name=age_band]").first.select_option("11-17")
    page.locator("main form button").first.click()
    expect(page.locator("h1")).to_have_text("Key this paper")
    enhanced(page)
    assert worker.violations() == []
    page.locator("[name=q-know_worker][value=yes]").check()
    page.locator("[name=q-do_more]").fill("turn up")
    page.get_by_role("button", name="Keep this paper").click()
    expect(page.locator("main")).to_contain_text("Write 1 on the paper")
    answers = PaperSheet.objects.get().response.answers
    assert answers["know_worker"] == {"state": "answered", "value": "yes"}
    assert "turn up" not in page.content()
