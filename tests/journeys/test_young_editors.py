"""A Children in Care Council reads a reply before it is out: not yet, and then yes."""

import pytest
from playwright.sync_api import expect

from tests.factories.accounts import PASSWORD, UserFactory
from tests.factories.council import CouncilFactory, HelpLineFactory
from tests.factories.young_editors import EditorsGroupFactory, reply_to_read
from voice.replies.models import Reply
from voice.young_editors.models import WithoutYes

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]

WROTE = "Say sorry first xyzzy"
WHY = "The minister comes on Monday and asked for it to be out."


@pytest.fixture
def reply(visit):
    """Return a reply being written, its writer known, and one group of editors."""
    CouncilFactory()
    HelpLineFactory()
    UserFactory(lead=True)
    EditorsGroupFactory(name="Care Council")
    return reply_to_read()


def press(page, name):
    page.get_by_role("button", name=name, exact=True).click()


def read_at(young, code):
    """Type the code on a phone, and stand before what it opens."""
    young.go("/c/")
    young.page.locator("#code").fill(code)
    press(young.page, "Go on")
    young.page.wait_for_url("**/e/")
    assert young.violations() == []


def code_of(desk, reply):
    """Ask the group to read the reply; return the code, told once."""
    page = desk.page
    desk.go(f"/desk/replies/to/{reply.consultation.slug}/")
    page.get_by_role("link", name="Ask a group to read it").click()
    page.get_by_role("link", name="Care Council").click()
    assert desk.violations() == []
    press(page, "Ask them")
    assert desk.violations() == []
    press(page, "Make their code")
    assert desk.violations() == []
    code = page.locator(".editors-code").inner_text()
    assert code not in page.url
    press_link = page.get_by_role("link", name="I have it: go on")
    press_link.click()
    return code


@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
def test_not_yet_then_yes_then_out(visit, signed_in, reply, script):
    reply, writer = reply
    desk = signed_in(writer, PASSWORD, laptop=True)
    code = code_of(desk, reply)
    young = visit(java_script_enabled=script)
    read_at(young, code)
    expect(young.page.locator("main")).to_contain_text("Suitcases are now in every")
    young.page.locator("[name=box1]").fill(WROTE)
    press(young.page, "Not yet")
    young.page.wait_for_url("**/e/sent/?in=en")
    assert "xyzzy" not in young.page.content()
    desk.go(f"/desk/replies/to/{reply.consultation.slug}/publish/")
    expect(desk.page.locator("main")).to_contain_text("have not said yes")
    change_what_they_asked(desk, reply)
    read_at(young, code)
    expect(young.page.locator("main")).to_contain_text("We are sorry. Moves come")
    expect(young.page.locator("main")).to_contain_text("It says sorry first now.")
    assert "xyzzy" not in young.page.content()
    press(young.page, "Yes, this is right")
    young.page.wait_for_url("**/e/sent/?in=en")
    desk.go(f"/desk/replies/to/{reply.consultation.slug}/publish/")
    press(desk.page, "Publish for good")
    expect(desk.page.locator("h1")).to_be_visible()
    assert Reply.objects.get().is_published
    assert not WithoutYes.objects.exists()


def change_what_they_asked(desk, reply):
    """Read the comment, change the reply, show it again and say so."""
    page = desk.page
    desk.go(f"/desk/replies/to/{reply.consultation.slug}/")
    said = page.locator("[name$=you_said]").first
    said.fill("We are sorry. " + said.input_value())
    page.get_by_role("button", name="Save", exact=True).first.click()
    page.get_by_role("link", name="Care Council").click()
    expect(page.locator("main")).to_contain_text(WROTE)
    expect(page.locator("ins").first).to_contain_text("We are sorry.")
    assert desk.violations() == []
    press(page, "Show them the words of now")
    page.get_by_label("Changed", exact=True).check()
    page.locator("textarea[name$=told]").fill("It says sorry first now.")
    press(page, "Save")
    expect(page.locator("main")).to_contain_text("It says sorry first now.")


def test_published_without_their_yes_and_the_chair_reads_why(signed_in, reply):
    reply, writer = reply
    desk = signed_in(writer, PASSWORD, laptop=True)
    page = desk.page
    desk.go(f"/desk/replies/to/{reply.consultation.slug}/publish/")
    page.get_by_text("Publish it without their yes").click()
    page.locator("#why").fill(WHY)
    assert desk.violations() == []
    press(page, "Publish for good, without their yes")
    expect(page.locator("main")).to_be_visible()
    assert Reply.objects.get().is_published
    assert WithoutYes.objects.get().reason == WHY
