"""Evidence walked both ways: from the board to the question, from the question on."""

import pytest
from playwright.sync_api import expect

from tests.factories.accounts import PASSWORD, UserFactory
from tests.factories.files import photograph
from tests.factories.replies import PromiseFactory, ReplyFactory
from tests.factories.statement import ActionFactory, cited_quote, cited_theme

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]

QUESTION = "What should your worker do more of?"


@pytest.fixture
def evidence():
    """Return a theme under an action, beside a quote, with a promise that keeps it."""
    action = ActionFactory(title="Old and new worker visit together")
    key_theme = action.area.key_theme
    found = cited_theme(key_theme, action=action)
    cited_quote(key_theme)
    reply = ReplyFactory(
        consultation=found.release.survey.consultation,
        release=found.release,
        published=True,
    )
    PromiseFactory(reply=reply, action=action, text="You meet both at once.")
    return found


def fits(there):
    """Say that nothing is wider than the screen, and axe finds nothing."""
    width = there.page.evaluate("document.documentElement.scrollWidth")
    return width == there.page.viewport_size["width"] and there.violations() == []


@pytest.mark.parametrize("script", [True, False])
def test_board_member_walks_back_to_the_question(signed_in, evidence, script):
    there = signed_in(UserFactory(board=True), PASSWORD, java_script_enabled=script)
    there.go(f"/board/key-themes/{evidence.key_theme_id}/")
    assert fits(there)
    page = there.page
    section = page.get_by_role("region", name="The evidence, and where it comes from")
    section.get_by_role("listitem").filter(
        has_text="Workers keep changing"
    ).get_by_role("link").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(
        f"Where evidence {evidence.pk} comes from"
    )
    assert fits(there)
    expect(page.get_by_text(QUESTION)).to_be_visible()
    expect(page.get_by_text("About 150 of 470 answered.")).to_be_visible()
    expect(page.get_by_text("You meet both at once.")).to_be_visible()
    page.get_by_role("main").get_by_role("link", name=str(evidence.key_theme)).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(str(evidence.key_theme))


def test_worker_walks_from_evidence_to_the_question_and_forward_again(
    signed_in, evidence
):
    there = signed_in(UserFactory(worker=True), PASSWORD)
    page = there.page
    there.go(f"/desk/statement/evidence/{evidence.pk}/")
    assert fits(there)
    page.get_by_role("link", name="My social worker and me", exact=True).click()
    expect(page.get_by_role("heading", level=2, name=QUESTION)).to_be_visible()
    assert fits(there)
    asked = page.get_by_role("region", name=QUESTION)
    asked.get_by_text("The themes of release 1").click()
    expect(asked.get_by_text("30% · 45")).to_be_visible()
    expect(asked.get_by_role("link", name="You meet both at once.")).to_be_visible()
    asked.get_by_role("link", name="Old and new worker visit together").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(
        "Old and new worker visit together"
    )


@pytest.mark.parametrize("script", [True, False])
def test_worker_brings_a_photograph_and_sets_it_aside(
    signed_in, evidence, tmp_path, in_days, script
):
    picture = tmp_path / "painted.jpg"
    picture.write_bytes(photograph())
    there = signed_in(UserFactory(worker=True), PASSWORD, java_script_enabled=script)
    page = there.page
    there.go(f"/desk/statement/evidence/file/?place=action-{evidence.action_id}")
    assert fits(there)
    page.get_by_label("File").set_input_files(picture)
    page.get_by_label("What is it called?").fill("What the group painted")
    page.get_by_label("Where is it from?").fill("Hilltop Thursday")
    page.get_by_label("Of which day is it?").fill(in_days(-9).isoformat())
    page.get_by_label("What does it show?").fill("Doors that stay open.")
    page.get_by_label("Supports it").check()
    page.get_by_role("button", name="Keep it as evidence").click()
    expect(page.get_by_text("The file is evidence now.")).to_be_visible()
    assert fits(there)
    with page.expect_download() as taken:
        page.get_by_role("link", name="Save the file").click()
    assert taken.value.suggested_filename.endswith(".webp")
    page.get_by_role("link", name="Set it aside, with a reason").click()
    page.get_by_label("Why is it set aside?").fill("The group painted it for another.")
    page.get_by_role("button", name="Set it aside").click()
    expect(page.get_by_text("Why: The group painted it for another.")).to_be_visible()
