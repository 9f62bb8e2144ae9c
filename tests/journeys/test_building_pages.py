"""A web editor builds pages of blocks from empty, by choosing, and a child reads them."""

import pytest
from playwright.sync_api import expect
from wagtail.models import Page

from cms.models import HomePage, StandardPage
from tests.factories.replies import PromiseFactory

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]


def begin(editor, kind, *, under, **fields):
    """Begin a page of `kind` under a page in the admin; its address is made of its title."""
    editor.go(f"/admin/pages/add/cms/{kind}/{under}/")
    page = editor.page
    for name, words in fields.items():
        page.locator(f"[name={name}]").fill(words)
    page.locator("[name=title]").press("Tab")
    expect(page.locator("[name=slug]")).not_to_have_value("")


def publish(editor):
    """Publish what is on the screen."""
    page = editor.page
    page.locator("footer [data-w-dropdown-target=toggle]").first.click()
    page.locator("button[name=action-publish]").click()
    expect(page.locator(".messages")).to_contain_text("published")


def add(editor, kind):
    """Add a block of this kind at the end of the page; return its box."""
    page = editor.page
    boxes = page.locator("[data-contentpath=body] [data-streamfield-child]")
    stream = page.locator("[data-streamfield-stream-container]").first
    number = int(page.locator("[name=body-count]").input_value())
    stream.get_by_title("Insert a block").last.click()
    page.get_by_role("option", name=kind, exact=True).click()
    expect(page.locator("[name=body-count]")).to_have_value(str(number + 1))
    expect(boxes.last).to_be_visible()
    return page.locator(f"#body-{number}-id").locator("xpath=ancestor::div[1]")


def fill(editor, **fields):
    """Fill boxes of blocks by the ends of their names."""
    for name, words in fields.items():
        box = editor.page.locator(f"[name={name.replace('__', '-')}]")
        box.fill(words)


def test_editor_builds_a_page_of_blocks_from_empty(editor, visit):
    promise = PromiseFactory(reply__published=True, text="A bag for every move.")
    root = Page.get_first_root_node()
    begin(editor, "homepage", under=root.pk, title="Front", welcome="Hello all of you")
    publish(editor)
    home = HomePage.objects.get()
    begin(editor, "standardpage", under=home.pk, title="How we listen")
    page = editor.page
    add(editor, "Text")
    page.locator("[contenteditable=true]").first.click()
    page.keyboard.type("A person reads every word.")
    add(editor, "Promise")
    page.locator("[name=body-1-value-promise]").select_option(label=promise.text)
    add(editor, "Whom to turn to")
    fill(editor, body__2__value__role="Duty worker")
    fill(editor, body__2__value__phone="01632 960 001")
    publish(editor)
    child = visit(locale="en-GB")
    child.go(StandardPage.objects.get().get_url())
    main = child.page.locator("main")
    expect(child.page.locator("h1")).to_have_text("How we listen")
    for words in (
        "A person reads every word.",
        "A bag for every move.",
        "01632 960 001",
    ):
        expect(main).to_contain_text(words)
    assert child.page.evaluate("document.documentElement.scrollWidth") == 360
    assert child.violations() == []


def test_block_that_is_not_whole_is_refused_and_nothing_typed_is_lost(editor):
    root = Page.get_first_root_node()
    begin(editor, "homepage", under=root.pk, title="Front", welcome="Hello all of you")
    publish(editor)
    home = HomePage.objects.get()
    begin(editor, "standardpage", under=home.pk, title="How we listen")
    add(editor, "Call to act")
    fill(editor, body__0__value__title="Tell us", body__0__value__button="Go")
    page = editor.page
    page.locator("footer [data-w-dropdown-target=toggle]").first.click()
    page.locator("button[name=action-publish]").click()
    expect(page.locator("main")).to_contain_text("Say where the button leads.")
    expect(page.locator("[name=body-0-value-button]")).to_have_value("Go")
    assert StandardPage.objects.count() == 0
