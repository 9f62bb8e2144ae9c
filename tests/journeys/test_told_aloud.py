"""What is told before the questions, at help and at the end is read aloud too."""

import pytest
from playwright.sync_api import expect

from tests.factories.answering import open_survey_link
from tests.journeys.test_aloud import OWN, VOICES, read_all
from tests.journeys.test_answering import enhanced, press

pytestmark = [pytest.mark.journey]

CHILDLINE = "Childline, 0 8 0 0 1 1 1 1, Free, day and night"


@pytest.fixture
def arrived(visit, transactional_db):
    """Return a phone with a voice of its own, on the first page of an open link."""
    visit = visit()
    voice = str(OWN).replace("True", "true")
    visit.context.add_init_script(f"({VOICES})([{voice}]);")
    visit.go(f"/a/{open_survey_link().token}/")
    return visit


def heard(page):
    """Return all that the page says, once it has ended."""
    enhanced(page)
    page.evaluate("window.said = []")
    read_all(page).click()
    expect(read_all(page)).to_have_attribute("aria-pressed", "false")
    return [text for text, _lang, _rate in page.evaluate("said")]


def test_what_is_told_is_read_aloud_whole_and_each_choice_by_itself(arrived):
    page = arrived.page
    assert {"How old are you?", "8 to 11", "11 to 17"} < set(heard(page))
    expect(page.locator(".ages .listen-button")).to_have_count(2)
    assert arrived.violations() == []
    page.locator(".ages a").last.click()
    said = heard(page)
    assert "You can skip any question, and stop at any time." in said
    assert "In danger right now, 9 9 9, Police, ambulance or fire" in said
    assert {"Do you want to take part?", "No, thank you"} < set(said)
    assert said[-1] == "Choose yes or no, then press Start."
    expect(page.locator("fieldset .choice-row .listen-button")).not_to_have_count(0)
    assert arrived.violations() == []
    page.locator("input[name=agreement][value=yes]").check(force=True)
    press(page)
    enhanced(page)
    page.get_by_role("link", name="Help now").click()
    assert CHILDLINE in heard(page)
    assert arrived.violations() == []


def test_the_end_is_read_aloud_but_for_the_receipt_itself(arrived):
    page = arrived.page
    page.locator(".ages a").last.click()
    page.locator("input[name=agreement][value=yes]").check(force=True)
    press(page)
    while "/s/finish/" not in page.url:
        enhanced(page)
        before = page.url
        page.locator(".steps button").first.click()
        page.wait_for_url(lambda url, before=before: url != before)
    enhanced(page)
    press(page)
    page.wait_for_url("**/s/thanks/")
    said = heard(page)
    code = page.locator(".code").inner_text()
    assert {"Thank you", "What happens next", "Your receipt"} < set(said)
    assert [one for one in said if code in one] == []
    assert arrived.violations() == []
