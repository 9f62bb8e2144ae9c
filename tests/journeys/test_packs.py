"""The evidence for inspectors: chosen, looked at, made, read and handed over."""

from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.factories.accounts import PASSWORD, UserFactory
from tests.factories.packs import QUOTE, a_loop, unanswered

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]


@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
def test_worker_sees_what_is_missing_makes_the_pack_and_hands_it_over(
    signed_in, script
):
    worker = UserFactory(worker=True)
    a_loop()
    unanswered()
    there = signed_in(worker, PASSWORD, java_script_enabled=script)
    there.go("/desk/pack/")
    page = there.page
    assert there.violations() == []
    page.get_by_role("link", name="Make a pack").click()
    assert there.violations() == []
    page.get_by_label("To", exact=True).fill("2020-01-01")
    page.get_by_role("button", name="See what it would say").click()
    expect(
        page.get_by_text("Choose the first day or one after it.").first
    ).to_be_visible()
    there.go("/desk/pack/new/")
    page.get_by_role("button", name="See what it would say").click()
    expect(page.get_by_role("heading", name="What is missing")).to_be_visible()
    expect(
        page.get_by_text("Nobody has been told what came of “A good day”.").first
    ).to_be_visible()
    assert there.violations() == []
    assert page.locator("html").evaluate("one => one.scrollWidth") == 360
    page.get_by_role("button", name="Make it").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(
        "How children were heard, and what came of it"
    )
    assert there.violations() == []
    page.get_by_role("link", name="What they said", exact=True).click()
    expect(page.get_by_text(QUOTE)).to_be_visible()
    page.get_by_role("link", name="Source 1").first.click()
    expect(page.locator("#source-1")).to_be_in_viewport()
    with page.expect_download() as taken:
        page.get_by_role("link", name="As a Word file").click()
    assert Path(taken.value.path()).read_bytes().startswith(b"PK")
    there.go("/desk/pack/")
    expect(page.get_by_role("heading", name="Packs made")).to_be_visible()
