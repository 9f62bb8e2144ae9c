"""A web editor builds the site's pages from empty: home, lists, news, a campaign."""

import pytest
from playwright.sync_api import expect
from wagtail.models import Page

from cms.models import CampaignPage, HomePage, UpdateIndexPage

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]


def write(editor, kind, *, under, **fields):
    """Write a page of `kind` under a page in the admin, and publish it."""
    editor.go(f"/admin/pages/add/cms/{kind}/{under}/")
    page = editor.page
    for name, words in fields.items():
        page.locator(f"[name={name}]").fill(words)
    # The page's address is made of its title once the title is left.
    page.keyboard.press("Tab")
    expect(page.locator("[name=slug]")).not_to_have_value("")
    page.locator("footer [data-w-dropdown-target=toggle]").first.click()
    page.locator("button[name=action-publish]").click()
    expect(page.locator(".messages")).to_contain_text("published")


def test_editor_builds_the_site_from_empty(editor, visit):
    root = Page.get_first_root_node()
    write(editor, "homepage", under=root.pk, title="Front", welcome="Hello all of you")
    home = HomePage.objects.get()
    for kind, title in (
        ("consultationindexpage", "What we ask"),
        ("changedpage", "What changed"),
        ("updateindexpage", "News"),
    ):
        write(editor, kind, under=home.pk, title=title)
    news = UpdateIndexPage.objects.get()
    for title, day in (("New bags", "2026-03-04"), ("New homes", "2026-04-05")):
        write(
            editor,
            "updatepage",
            under=news.pk,
            title=title,
            dated=day,
            summary=f"{title} for everybody.",
        )
    write(
        editor,
        "campaignpage",
        under=home.pk,
        title="Run a session",
        introduction="For youth clubs.",
    )
    reader = visit()
    reader.go("/en/")
    expect(reader.page.locator("h1")).to_have_text("Hello all of you")
    reader.page.get_by_role("link", name="Everything we have asked").click()
    expect(reader.page.locator("h1")).to_have_text("What we ask")
    reader.go(news.get_url())
    expect(reader.page.locator("main h2")).to_have_text(["New homes", "New bags"])
    reader.page.get_by_role("link", name="New bags").click()
    expect(reader.page.locator("main")).to_contain_text("4 March 2026")
    reader.go(CampaignPage.objects.get().get_url())
    reader.page.get_by_role("link", name="Open the session plan").click()
    expect(reader.page.locator("h1")).to_have_text("A session plan")
    assert reader.violations() == []
