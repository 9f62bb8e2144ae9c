"""The pages before the first question, in every age band, English and Urdu."""

import pytest
from playwright.sync_api import expect

from tests.factories.every_kind import open_every_kind_link
from tests.journeys.test_answering import enhanced

# The age bands are laid anew: how large a page is goes by them.
pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]

# All of it was 7.9 screens of a phone once; none of it may be left out.
MOST_SCREENS = 6.5
BANDS = ("4-7", "8-11", "11-17", "16-25")


def held_to_account(arrived):
    """Hold a start page to axe, one host, and the width of a phone."""
    assert arrived.violations() == []
    assert arrived.elsewhere() == []
    width = arrived.page.evaluate("document.documentElement.scrollWidth")
    assert width <= arrived.page.viewport_size["width"]


@pytest.mark.parametrize("locale", ["en-GB", "ur"])
def test_the_start_pages_of_every_band_are_for_everybody(
    visit, transactional_db, locale
):
    link = open_every_kind_link(age_bands=BANDS)
    arrived = visit(locale=locale)
    for number in range(len(BANDS)):
        arrived.go(f"/a/{link.token}/")
        if not number:
            held_to_account(arrived)
        arrived.page.locator(".ages a").nth(number).click()
        yes = arrived.page.locator("input[name=agreement][value=yes]")
        expect(yes).to_have_count(1)
        enhanced(arrived.page)
        # What else is asked of who is helped is shown too.
        arrived.page.locator("[name=company][value=helping]").check(force=True)
        expect(arrived.page.locator("[name=help_given]").first).to_be_attached()
        held_to_account(arrived)


def test_what_the_youngest_are_told_is_no_longer_than_they_can_listen(
    visit, transactional_db
):
    link = open_every_kind_link(age_bands=BANDS)
    arrived = visit()
    arrived.go(f"/a/{link.token}/")
    arrived.page.locator(".ages a").first.click()
    expect(
        arrived.page.locator("html[data-reads=young] [name=agreement]")
    ).to_have_count(2)
    enhanced(arrived.page)
    tall = arrived.page.evaluate("document.documentElement.scrollHeight")
    assert tall <= MOST_SCREENS * arrived.page.viewport_size["height"]
