"""What a meeting agrees comes back to the board until it is said what came of it."""

import pytest
from playwright.sync_api import expect

from tests.factories.accounts import PASSWORD, UserFactory
from tests.factories.minutes import MeetingFactory
from tests.factories.statement import ActionFactory, KeyThemeFactory, cited_quote
from tests.factories.surveys import in_days

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]

WHAT = "Find the money for transport to family time"


@pytest.fixture
def key_theme():
    """Return a key theme with a quote and an action; the board met yesterday."""
    key_theme = KeyThemeFactory(title="Voice of children")
    ActionFactory(area__key_theme=key_theme, red=True)
    cited_quote(key_theme, "come wen u say")
    MeetingFactory(on=in_days(-1))
    return key_theme


@pytest.mark.parametrize("script", [True, False])
def test_clerk_records_a_decision_and_the_board_sees_it_come_back(
    signed_in, key_theme, script
):
    clerk = signed_in(UserFactory(worker=True), PASSWORD, java_script_enabled=script)
    clerk.go("/board/")
    page = clerk.page
    page.get_by_role("link", name="Record what a meeting agreed").first.click()
    page.get_by_label("What was agreed").fill(WHAT)
    page.get_by_label("Owner").fill("Director of Finance")
    page.get_by_label("By", exact=True).fill(str(in_days(-3)))
    page.get_by_label("Key theme").select_option(label=str(key_theme))
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("link", name="Choose a day after")).to_be_visible()
    expect(page.get_by_label("What was agreed")).to_have_value(WHAT)
    assert clerk.violations() == []
    page.get_by_label("By", exact=True).fill(str(in_days(20)))
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("What the board agreed")
    assert clerk.violations() == []

    member = signed_in(UserFactory(board=True), PASSWORD, java_script_enabled=script)
    member.go("/board/")
    there = member.page
    expect(there.get_by_role("heading", name="Last time you agreed")).to_be_visible()
    expect(there.get_by_text(WHAT)).to_be_visible()
    assert there.get_by_role("link", name="Record what a meeting agreed").count() == 0
    assert member.violations() == []
    there.get_by_role("link", name=str(key_theme)).first.click()
    expect(there.get_by_text(WHAT)).to_be_visible()
    assert there.evaluate("document.documentElement.scrollWidth") == 360
    assert member.violations() == []

    page.get_by_role("link", name="Say what came of it").click()
    page.get_by_label("Done", exact=True).check()
    page.get_by_label("What came of it").fill("A budget was found.")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_text("A budget was found.")).to_be_visible()
    member.go("/board/decisions/")
    expect(there.get_by_text("A budget was found.")).to_be_visible()
    assert member.violations() == []
