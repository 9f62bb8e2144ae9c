"""Every public page, as a phone and a laptop show it; and the frame round it, by hand."""

import pytest
from playwright.sync_api import expect

from tests.factories.cms import build, page_of
from tests.factories.council import CouncilFactory, HelpLineFactory
from tests.factories.replies import (
    PromiseFactory,
    ReleaseFactory,
    ReplyFactory,
    ReplyWordingFactory,
)
from tests.factories.surveys import (
    ConsultationFactory,
    EditionFactory,
    InvitationFactory,
    SurveyFactory,
)
from tests.pagecheck.looking import Walk, mapped

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def site():
    """Build a site with a consultation in each state that a page can show."""
    CouncilFactory()
    HelpLineFactory(name="Night line", number="07700 900123")
    build()
    survey = SurveyFactory(
        live=True, consultation=ConsultationFactory(title="What makes a good day")
    )
    EditionFactory(survey=survey)
    InvitationFactory(survey=survey)
    page_of(survey.consultation)
    for title, how in (
        ("What we are reading", {"closed": True}),
        ("What we owe", {"overdue": True}),
    ):
        page_of(ConsultationFactory(title=title, **how))
    release = ReleaseFactory(consultation__closed=True, quotes=["We want names."])
    reply = ReplyFactory(release=release, published=True)
    ReplyWordingFactory(reply=reply)
    PromiseFactory(reply=reply, kept=True)
    page_of(reply.consultation)


@pytest.mark.parametrize("language", ["en", "ur"])
def test_nothing_is_wrong_with_any_public_page(site, browser, live_server, language):
    walk = Walk(browser, live_server.url)
    asking = browser.new_page()
    paths = mapped(asking, live_server.url, (language,))
    assert len(paths) > 5
    walk.look([*paths, f"/{language}/search/?q=good", f"/help/?in={language}"])
    walk.follow(asking)
    asking.close()
    assert walk.found == {}
    assert len(walk.links) > 5


@pytest.mark.parametrize("script", [True, False])
def test_menu_search_and_way_back_work_on_a_phone(site, visit, script):
    there = visit(java_script_enabled=script, is_mobile=True, has_touch=True)
    there.go("/en/")
    there.page.get_by_text("Menu", exact=True).tap()
    there.page.locator(".strip-folded").get_by_role(
        "link", name="Who asks, and who reads it"
    ).tap()
    there.page.get_by_role("link", name="Search").tap()
    there.page.get_by_label("What are you looking for?").fill("good day")
    there.page.get_by_role("button", name="Search").tap()
    there.page.get_by_role("link", name="What makes a good day").tap()
    assert there.page.locator("h1").inner_text() == "What makes a good day"
    there.page.get_by_role("link", name="Home").tap()
    there.page.wait_for_url("**/en/")
    assert there.violations() == []
    assert there.elsewhere() == []


def test_menu_is_opened_by_the_keyboard(site, visit):
    there = visit()
    there.go("/en/about/")
    there.page.locator(".strip summary").focus()
    there.page.keyboard.press("Enter")
    there.page.keyboard.press("Tab")
    links = there.page.locator(".strip-folded a")
    expect(links.first).to_be_focused()
    for _link in range(links.count() - 1):
        there.page.keyboard.press("Tab")
    expect(links.last).to_be_focused()
    expect(links.last).to_have_attribute("aria-current", "page")


def test_language_switch_says_when_a_page_is_not_translated(site, visit):
    from cms.models import HomePage, StandardPage

    home = HomePage.objects.get(locale__language_code="en")
    words = [("text", "<p>Words.</p>")]
    home.add_child(instance=StandardPage(title="Only here", slug="only", body=words))
    there = visit()
    there.go("/en/only/")
    there.page.get_by_role("link", name="اردو").click()
    assert there.page.locator("html").get_attribute("lang") == "ur"
    assert there.page.locator(".instead .notice").is_visible()
    assert there.violations() == []
    there.page.get_by_role("link", name="Only here").click()
    assert there.page.locator("h1").inner_text() == "Only here"
