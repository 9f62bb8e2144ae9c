"""An owner's two minutes: from the desk to what waits, and back with thanks."""

from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from tests.factories.accounts import PASSWORD, UserFactory
from tests.factories.statement import (
    ActionFactory,
    MeasureFactory,
    MeasureReadingFactory,
)

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]

TITLE = "Family time in ordinary places"


@pytest.fixture
def owner():
    """Return an owner, one of whose two actions waits for an update."""
    owner = UserFactory(owner=True)
    action = ActionFactory(title=TITLE, owner=owner, silent=True, late=True)
    measure = MeasureFactory(
        action=action, title="Held in a centre", baseline="70", target="40", unit="%"
    )
    measure.direction = "less"
    measure.save()
    on = timezone.localdate() - timedelta(days=90)
    MeasureReadingFactory(measure=measure, on=on, value="68")
    ActionFactory(title="Luggage at every home", owner=owner, area=action.area)
    return owner


@pytest.mark.parametrize("script", [True, False], ids=["script", "no-script"])
def test_owner_says_how_an_action_stands_on_a_phone(signed_in, owner, script):
    there = signed_in(owner, PASSWORD, java_script_enabled=script)
    page = there.page
    there.go("/desk/")
    expect(page.get_by_text("1 action waits for your update.")).to_be_visible()
    assert there.violations() == []
    page.get_by_role("link", name="My actions").last.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("My actions")
    expect(page.get_by_text("Never updated")).to_be_visible()
    assert there.violations() == []
    fits(page, script)
    page.get_by_role("link", name="Say how it stands").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Say how it stands")
    assert there.violations() == []
    fits(page, script)

    # Red without a reason is asked for, and nothing that was typed is lost.
    page.get_by_role("radio", name="Red").check()
    page.get_by_label("What happened since last time?").fill("Two vans came.")
    page.get_by_label("Held in a centre: what does it read now?").fill("61")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_text("Say in a few words why it is red.").first).to_be_visible()
    expect(page.get_by_label("What happened since last time?")).to_have_value(
        "Two vans came."
    )
    assert there.violations() == []
    page.get_by_label("Why does it stand so?").fill("There is no budget.")
    page.get_by_role("button", name="Save").click()
    expect(
        page.get_by_text("Thank you. The board sees it as you said.")
    ).to_be_visible()
    assert page.get_by_text("waits for").count() == 0

    # What was said stands on the action's page, drawn and as a table.
    page.get_by_role("link", name=TITLE, exact=True).click()
    expect(page.get_by_role("img", name="Line chart. Held in a centre")).to_be_visible()
    expect(page.get_by_role("cell", name="61%")).to_be_visible()
    expect(page.get_by_text("Two vans came.")).to_be_visible()
    assert there.violations() == []
    fits(page, script)
    page.get_by_role("link", name="Everything that happened to this action").click()
    expect(page.get_by_text("“Held in a centre” read 61%.")).to_be_visible()
    assert there.violations() == []


def test_worker_finds_what_was_not_updated_and_puts_it_into_a_group(signed_in, owner):
    there = signed_in(UserFactory(worker=True), PASSWORD)
    page = there.page
    there.go("/desk/statement/")
    page.get_by_role("link", name="Task groups").click()
    page.get_by_role("link", name="Add a task group").click()
    page.get_by_label("name").first.fill("Family time")
    page.get_by_label("who leads it").fill("Head of Fostering")
    page.get_by_label(owner.name).check()
    assert there.violations() == []
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_text("Led by: Head of Fostering")).to_be_visible()
    there.go("/desk/statement/")
    page.get_by_role("link", name="See which").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("All actions")
    expect(page.get_by_text("1 action", exact=True)).to_be_visible()
    assert there.violations() == []
    fits(page, script=True)
    page.get_by_role("link", name=TITLE).click()
    page.get_by_role("link", name="Change what it is, owner or date").click()
    page.get_by_label("task group").select_option("Family time")
    page.get_by_role("button", name="Save").click()
    page.get_by_role("link", name="Family time", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Family time")
    expect(page.get_by_text(owner.name)).to_be_visible()
    assert there.violations() == []
    fits(page, script=True)


def fits(page, script):
    """Fail when a phone's page is wider than the phone."""
    if script:
        assert page.evaluate("document.documentElement.scrollWidth") == 360
