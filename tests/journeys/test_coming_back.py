"""A young person saves, comes back on another phone, keeps a receipt, changes their mind."""

import re

import pytest
from playwright.sync_api import expect

from surveys.enums import ResponseState
from surveys.models import Response
from tests.factories.answering import open_survey_link
from tests.journeys.test_answering import (
    SCRIPT,
    SECRET,
    answer,
    answer_all,
    enhanced,
    history,
    move_to,
    press,
    start,
    to_the_words,
)

# The stages of a consultation that a receipt tells of.
STAGES = 7

pytestmark = [pytest.mark.journey]
LOCALES = pytest.mark.parametrize("locale", ["en-GB", "ur-PK"])


@pytest.fixture
def phone(visit, transactional_db):
    """Return a function that opens a phone; at the first page of a survey, or at /c/."""
    link = open_survey_link()

    def opened(path=None, *, script=True, locale="en-GB"):
        arrived = visit(java_script_enabled=script, locale=locale)
        arrived.go(path or f"/a/{link.token}/")
        return arrived

    return opened


def code_on(page):
    return page.locator(".code").inner_text().strip()


def give(page, code):
    """Type a code into the page for codes, and go on."""
    page.locator("#code").fill(code)
    page.locator(".steps button").click()


def fits(arrived, script):
    """The page is as wide as the phone, and axe finds nothing; without script, unasked."""
    if script:
        assert arrived.violations() == []
        assert arrived.page.evaluate("document.documentElement.scrollWidth") <= 360


def leaves_no_trace(page, *planted):
    """Go back all the way and forward all the way: nothing planted is on any page.

    Of a page that was the answer to a form the browser only says that it would have to
    send the form again.
    """
    entries, _ = history(page)
    entries = [entry for entry in entries if entry["url"].startswith("http")]
    assert len(entries) > 1
    for entry in [*reversed(entries), *entries]:
        move_to(page, entry)
        shown = page.content()
        assert [one for one in planted if one in shown] == []
        assert page.locator("textarea, input[name=answer]").count() == 0


@LOCALES
@SCRIPT
def test_saved_on_one_phone_and_finished_on_another(phone, script, locale):
    first = phone(script=script, locale=locale)
    page = first.page
    start(page)
    answer(page)
    press(page)
    to_the_words(page)
    page.locator("textarea").fill(SECRET)
    page.locator("button[value=save]").click()
    page.wait_for_url("**/s/save/")
    fits(first, script)
    page.locator(".steps button").click()
    code = code_on(page)
    assert re.fullmatch(r"[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]", code)
    fits(first, script)
    assert code not in str(first.requests) + str(first.context.storage_state())

    second = phone("/c/", script=script, locale=locale)
    fits(second, script)
    give(second.page, code.lower().replace("-", " "))
    second.page.wait_for_url("**/s/finish/")
    second.page.go_back()
    second.go("/s/6/")
    assert second.page.locator("textarea").input_value() == SECRET
    second.go("/s/finish/")
    press(second.page)
    second.page.wait_for_url("**/s/thanks/")
    response = Response.objects.get()
    assert response.state == ResponseState.FINISHED
    assert response.answers["know_worker"]["value"] == "no"
    assert code not in str(second.requests) + str(second.context.storage_state())


@SCRIPT
def test_saving_leaves_no_trace_on_the_phone(phone, script):
    page = phone(script=script).page
    start(page)
    to_the_words(page)
    page.locator("textarea").fill(SECRET)
    page.locator("button[value=save]").click()
    page.wait_for_url("**/s/save/")
    page.locator(".steps button").click()
    code = code_on(page)
    page.goto(page.url.split("/s/")[0] + "/s/away/")
    leaves_no_trace(page, SECRET, code)


@SCRIPT
def test_a_wrong_code_is_refused_kindly_with_what_was_typed(phone, script):
    arrived = phone("/c/", script=script)
    give(arrived.page, "k7qm 4xwd 9")
    expect(arrived.page.get_by_role("alert")).to_contain_text(
        "Nothing opens with that code."
    )
    assert arrived.page.locator("#code").input_value() == "k7qm 4xwd 9"
    fits(arrived, script)


def test_a_scanned_code_fills_the_box_and_leaves_the_address(phone):
    arrived = phone("/c/#K7QM-4XWD-3")
    enhanced(arrived.page)
    assert arrived.page.locator("#code").input_value() == "K7QM-4XWD-3"
    assert arrived.page.url.endswith("/c/")
    assert "K7QM" not in str(arrived.requests)


def test_a_scan_that_is_no_code_fills_nothing(phone):
    arrived = phone("/c/#<b>hello</b>")
    enhanced(arrived.page)
    assert arrived.page.locator("#code").input_value() == ""


@LOCALES
@SCRIPT
def test_receipt_shows_how_far_it_is_and_takes_answers_back(phone, script, locale):
    first = phone(script=script, locale=locale)
    start(first.page)
    answer_all(first.page, SECRET)
    press(first.page)
    first.page.wait_for_url("**/s/thanks/")
    code = code_on(first.page)
    fits(first, script)
    assert code not in str(first.requests) + str(first.context.storage_state())

    second = phone("/c/", script=script, locale=locale)
    give(second.page, code)
    second.page.wait_for_url("**/r/")
    assert second.page.locator("ol.travelled > li").count() == STAGES
    assert SECRET not in second.page.content()
    fits(second, script)
    second.page.locator("a[href='/r/withdraw/']").click()
    second.page.wait_for_url("**/r/withdraw/")
    fits(second, script)
    second.page.locator(".steps button").click()
    second.page.wait_for_url("**/r/withdrawn/")
    fits(second, script)
    assert Response.objects.get().state == ResponseState.WITHDRAWN
    assert code not in str(second.requests) + str(second.context.storage_state())

    third = phone("/c/", script=script, locale=locale)
    give(third.page, code)
    third.page.wait_for_url("**/r/")
    assert third.page.locator("ol.travelled > li").count() == STAGES


@SCRIPT
def test_a_copy_is_seen_before_finish_and_leaves_no_trace_after(phone, script):
    arrived = phone(script=script)
    page = arrived.page
    start(page)
    answer_all(page, SECRET)
    page.get_by_role("button", name="See my answers").click()
    page.wait_for_url("**/s/answers/")
    expect(page.locator(".own-words")).to_have_text(SECRET)
    fits(arrived, script)
    page.get_by_role("link", name="Back").click()
    page.wait_for_url("**/s/finish/")
    press(page)
    expect(page.locator("h1")).to_have_text("Thank you")
    leaves_no_trace(page, SECRET)
