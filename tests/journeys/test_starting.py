"""Before the first question: told honestly, in each age's words, script on and off."""

import pytest
from playwright.sync_api import expect

from surveys.models import Response
from tests.factories.answering import open_survey_link
from tests.journeys.test_answering import history, move_to, press
from voice.moderation.models import Concern

pytestmark = [pytest.mark.journey]

SCRIPT = pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])


@pytest.fixture
def link(transactional_db):
    """Return an open link to a survey of every kind of step."""
    return open_survey_link()


@pytest.fixture
def arrive(visit, link):
    """Return a function that opens the link on a phone of its own."""

    def opened(*, script=True, locale="en-GB"):
        arrived = visit(java_script_enabled=script, locale=locale)
        arrived.go(f"/a/{link.token}/")
        return arrived

    return opened


def looked_at(visit, *, script):
    """Nothing is wider than the phone, and axe finds nothing wrong."""
    if script:
        page = visit.page
        assert page.evaluate("document.documentElement.scrollWidth") <= 360
        assert visit.violations() == []


def choose(page, name, value):
    page.locator(f"input[name={name}][value={value}]").check(force=True)


@SCRIPT
@pytest.mark.parametrize("locale", ["en-GB", "ur-PK"])
@pytest.mark.parametrize("band", [0, 1], ids=["younger", "older"])
def test_each_age_reads_its_own_page_and_says_yes(arrive, script, locale, band):
    visit = arrive(script=script, locale=locale)
    page = visit.page
    looked_at(visit, script=script)
    page.locator(".ages a").nth(band).click()
    expect(page.locator("input[name=agreement]")).to_have_count(2)
    expect(page.locator(".choice input:checked")).to_have_count(0)
    looked_at(visit, script=script)
    page.locator(".steps button").click()
    expect(page.locator(".error-summary a")).to_have_attribute("href", "#agreement")
    looked_at(visit, script=script)
    choose(page, "agreement", "yes")
    press(page)
    assert page.url.endswith("/s/1/")
    response = Response.objects.get()
    assert response.age_band == ["8-11", "11-17"][band]
    assert (response.agreement, response.language) == ("own", locale[:2])


@SCRIPT
def test_no_is_taken_kindly(arrive, script):
    visit = arrive(script=script)
    page = visit.page
    page.locator(".ages a").last.click()
    choose(page, "agreement", "no")
    page.locator(".steps button").click()
    expect(page.locator("h1")).to_have_text("That is fine")
    looked_at(visit, script=script)
    assert Response.objects.count() == 0


@SCRIPT
def test_whoever_helps_reads_one_screen_and_hands_the_phone_back(arrive, script):
    visit = arrive(script=script)
    page = visit.page
    page.locator(".ages a").first.click()
    expect(page.locator("select[name=helped_by]")).to_be_hidden()
    choose(page, "company", "nearby")
    expect(page.locator("select[name=helped_by]")).to_be_visible()
    expect(page.locator(".company-help")).to_be_hidden()
    choose(page, "company", "helping")
    expect(page.locator(".company-help")).to_be_visible()
    page.locator("select[name=helped_by]").select_option("carer")
    choose(page, "help_given", "typed")
    choose(page, "agreement", "yes")
    looked_at(visit, script=script)
    press(page)
    assert page.url.endswith("/s/0/")
    expect(page.locator("main")).to_contain_text("This survey is not a referral.")
    looked_at(visit, script=script)
    page.get_by_role("link", name="I have read this").click()
    page.wait_for_url("**/s/1/")
    response = Response.objects.get()
    assert (response.company, response.helped_by) == ("helping", "carer")
    assert (response.help_given, response.agreement) == (["typed"], "told")


@SCRIPT
def test_somebody_asked_for_in_the_middle_loses_no_word(arrive, script):
    visit = arrive(script=script)
    page = visit.page
    page.locator(".ages a").last.click()
    choose(page, "agreement", "yes")
    press(page)
    while not page.locator("textarea").count():
        skip = page.locator(".steps button[value=skip]").count()
        press(page, "skip" if skip else "next")
    here = page.url
    page.locator("textarea").fill("half a thought")
    page.get_by_role("button", name="I want someone to contact me").click()
    page.wait_for_url("**/s/contact/*/")
    looked_at(visit, script=script)
    page.locator("[name=box2]").fill("07700 900222")
    page.locator("[name=box5]").fill("my sister")
    page.locator(".steps button").last.click()
    page.wait_for_url("**/s/contact/sent/*/")
    looked_at(visit, script=script)
    page.get_by_role("link", name="Go on").click()
    page.wait_for_url(here)
    assert page.locator("textarea").input_value() == "half a thought"
    assert Concern.objects.count() == 1


@SCRIPT
def test_back_from_the_first_question_is_a_page_and_never_an_error(arrive, script):
    page = arrive(script=script).page
    page.locator(".ages a").last.click()
    choose(page, "agreement", "yes")
    press(page)
    entries, here = history(page)
    move_to(page, entries[here - 1])
    expect(page.locator("input[name=agreement]")).to_have_count(2)
    expect(page.locator(".choice input:checked")).to_have_count(0)


@pytest.mark.parametrize("locale", ["en-GB", "ur-PK"])
def test_what_parents_read_is_for_everybody(arrive, locale):
    visit = arrive(locale=locale)
    page = visit.page
    page.locator("a[href^='/for-adults/']").click()
    page.wait_for_url("**/for-adults/**")
    looked_at(visit, script=True)
