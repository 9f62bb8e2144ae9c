"""A briefing is written by one person, approved and issued by another, read by the board."""

import re

import pytest
from playwright.sync_api import expect

from tests.factories.accounts import PASSWORD, UserFactory
from tests.factories.council import CouncilFactory
from tests.factories.statement import (
    ActionFactory,
    KeyThemeFactory,
    StatementFactory,
    cited_quote,
)
from tests.factories.surveys import in_days
from tests.journeys.test_whole_loop import follow, good, press
from voice.briefings.models import Briefing

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]

TITLE = "What children told us about moving"


@pytest.fixture
def house(visit):
    """Return who takes part, once there is something to tell."""
    CouncilFactory()
    key_theme = KeyThemeFactory(statement=StatementFactory())
    ActionFactory(area__key_theme=key_theme)
    cited_quote(key_theme)
    return {
        "writer": UserFactory(worker=True),
        "second": UserFactory(worker=True),
        "member": UserFactory(board=True),
    }


def begin(there):
    """Begin a briefing from the desk's list."""
    there.go("/desk/briefings/")
    good(there)
    follow(there, "Write the first briefing")
    good(there)
    page = there.page
    page.get_by_label("Title").fill(TITLE)
    page.get_by_label("For whom").fill("Improvement Board")
    page.get_by_label("Day of the meeting").fill(in_days(7).isoformat())
    press(there, "Save")


def choose(there):
    """Choose a key theme, what was released, and who answered."""
    good(there)
    for kind in ("key_theme", "results", "reach"):
        there.page.locator(f"[name={kind}]").first.check(force=True)
    press(there, "Save")
    good(there)


def write(there, words):
    """Write in the first section."""
    page = there.page
    page.get_by_label("What we say of it").fill(words)
    page.get_by_label("The same in easy read").fill("We asked children.")
    page.get_by_label("Picture beside it").select_option("asking")
    press(there, "Save")


@pytest.mark.parametrize("script", [True, False])
def test_briefing_is_written_mended_approved_issued_and_read(signed_in, house, script):
    writer = signed_in(house["writer"], PASSWORD, java_script_enabled=script)
    begin(writer)
    choose(writer)
    follow(writer, "Write in section 1")
    good(writer)
    write(writer, "All of the 46 children said so.")
    good(writer)
    words = writer.page.locator("main")
    expect(words).to_contain_text("the number “46” is in no release")
    expect(words).to_contain_text("“All” tells what each single child said")
    write(writer, "They ask to be told before they move.")
    good(writer)
    follow(writer, "Read it as the board will")
    good(writer)
    expect(words).to_contain_text("They ask to be told before they move.")

    member = signed_in(house["member"], PASSWORD, java_script_enabled=script)
    member.go("/board/briefings/")
    good(member)
    expect(member.page.locator("main")).to_contain_text("No paper has been issued yet")

    second = signed_in(house["second"], PASSWORD, java_script_enabled=script)
    second.go(f"/desk/briefings/{Briefing.objects.get().pk}/")
    follow(second, re.compile("Read and approve"))
    good(second)
    press(second, "Approve it")
    good(second)
    follow(second, re.compile("Issue it"))
    good(second)
    press(second, "Issue it for good")
    good(second)
    expect(second.page.locator("main")).to_contain_text("Issued")

    member.go("/board/")
    follow(member, "Papers for the board")
    follow(member, TITLE)
    good(member)
    expect(member.page.locator("main")).to_contain_text(
        "They ask to be told before they move."
    )
    assert [one.by for one in Briefing.objects.get().openings.all()] == [
        house["member"]
    ]
