"""A plan comes as a spreadsheet, is mended, saved, adopted, and compared."""

import csv
from io import StringIO

import pytest
from playwright.sync_api import expect

from tests.factories.accounts import PASSWORD, UserFactory
from tests.factories.statement import StatementFactory
from voice.statement.models import Action, StatementVersion

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]

HEAD = [
    "Key theme number",
    "Key theme",
    "Area number",
    "Area for improvement",
    "Action number",
    "Action",
    "Owner",
    "Due date",
    "Status",
]
ROW = ["1", "Voice", "1.1", "Hear back", "1.1.1", "Answer on time", "Manager"]


def sheet(*rows):
    """Return a file as a browser sends it."""
    table = StringIO()
    csv.writer(table).writerows([HEAD, *rows])
    return {
        "name": "plan.csv",
        "mimeType": "text/csv",
        "buffer": table.getvalue().encode(),
    }


@pytest.mark.parametrize("script", [True, False])
def test_plan_is_brought_mended_adopted_and_compared(signed_in, script):
    worker = UserFactory(worker=True)
    statement = StatementFactory()
    there = signed_in(worker, PASSWORD, java_script_enabled=script)
    page = there.page
    at = f"/desk/statement/{statement.pk}"

    def good():
        assert there.violations() == []
        assert page.evaluate("document.documentElement.scrollWidth") == 360

    def bring(*rows):
        page.locator("main [name=file]").set_input_files(sheet(*rows))
        page.get_by_role("button", name="See what would change").click()

    there.go("/desk/statement/")
    page.get_by_role("link", name="Bring it from a spreadsheet").click()
    expect(page.get_by_role("link", name="The sheet as XLSX")).to_be_visible()
    good()
    bring([*ROW, "31/02/2026", "green"])
    expect(page.get_by_text("Row 2, Due date:")).to_be_visible()
    good()
    assert not Action.objects.exists()
    bring([*ROW, "31/03/2026", "green"])
    expect(page.get_by_role("heading", level=1)).to_have_text(
        "What the file would change"
    )
    good()
    page.get_by_role("button", name="Save these changes").click()
    expect(page.get_by_text("Answer on time")).to_be_visible()
    page.get_by_role("link", name="Versions").click()
    page.get_by_role("link", name="Adopt it as it stands").click()
    page.locator("[name=name]").fill("Submission")
    page.locator("[name=body]").fill("Executive")
    page.locator("[name=adopted_on]").fill("2026-01-08")
    good()
    page.get_by_role("button", name="See what will be frozen").click()
    expect(page.get_by_role("button", name="Freeze it")).to_be_visible()
    good()
    page.get_by_role("button", name="Freeze it").click()
    expect(page.get_by_text("Adopted by Executive on 8 January 2026.")).to_be_visible()
    good()
    assert StatementVersion.objects.get().name == "Submission"
    there.go(f"{at}/import/")
    bring([*ROW, "30/06/2026", "green"])
    page.get_by_role("button", name="Save these changes").click()
    page.get_by_role("link", name="Versions").click()
    page.get_by_role("link", name="What changed since").click()
    expect(
        page.get_by_text("Action 1.1.1 is due on 30 June 2026; before: 31 March 2026.")
    ).to_be_visible()
    good()
