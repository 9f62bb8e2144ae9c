"""A child asks to be contacted; a reader passes on, and one lead alone sees it."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from tests.factories.accounts import PASSWORD, UserFactory
from tests.factories.answering import open_survey_link
from tests.factories.council import CouncilFactory, HelpLineFactory
from tests.factories.surveys import CommentFactory
from tests.journeys.test_answering import enhanced, history, move_to, press, start
from tests.journeys.test_whole_loop import arrive_by, good
from voice.moderation.models import Concern, ContactDetails

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]

SECRET = "plantedxyzzy"
WORDS = "zephyrlantern he got my arm"
PHONE_WIDTH = 360


def looked_at(visit, *, script=True):
    """Hold the page to axe (which needs script), one host and the phone's width."""
    if script:
        enhanced(visit.page)
        assert visit.violations() == [], visit.page.url
    wide = visit.page.evaluate("document.documentElement.scrollWidth")
    assert wide <= PHONE_WIDTH, visit.page.url
    assert visit.elsewhere() == []


def shows_nothing(page):
    """Nothing of what was typed for us is on the page or in a box of it."""
    boxes = page.locator("textarea, input:not([type=hidden], [type=radio])")
    typed = boxes.evaluate_all("boxes => boxes.map((box) => box.value)")
    assert SECRET not in page.content() + " ".join(typed), page.url


@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
def test_a_child_asks_to_be_contacted_and_the_phone_forgets(visit, script):
    link = open_survey_link()
    child = visit(java_script_enabled=script)
    page = child.page
    child.go(f"/a/{link.token}/")
    start(page)
    while "/s/finish/" not in page.url:
        if script:
            enhanced(page)
        skip = page.locator(".steps button[value=skip]").count()
        press(page, "skip" if skip else "next")
    looked_at(child, script=script)
    page.get_by_role("link", name="I want someone to contact me").click()
    page.wait_for_url("**/s/contact/")
    looked_at(child, script=script)
    page.locator(".steps button").last.click()
    expect(page.get_by_text("Tell us how we can reach you").first).to_be_visible()
    looked_at(child, script=script)
    page.locator("[name=box1]").fill(f"{SECRET} one")
    page.locator("[name=box2]").fill(f"{SECRET} two")
    page.locator(".steps button").last.click()
    page.wait_for_url("**/s/contact/sent/")
    looked_at(child, script=script)
    details = ContactDetails.objects.get().read()
    assert (details["called"], details["how"]) == (f"{SECRET} one", f"{SECRET} two")
    shows_nothing(page)
    entries = [one for one in history(page)[0] if one["url"].startswith("http")]
    for entry in [*reversed(entries[:-1]), *entries]:
        move_to(page, entry)
        shows_nothing(page)
    child.go(f"/a/{link.token}/")
    shows_nothing(page)
    child.go("/s/contact/")
    shows_nothing(page)
    assert Concern.objects.count() == 1


@pytest.fixture
def passed_on(visit):
    """Return the people, and a comment that a reader is about to pass on."""
    CouncilFactory()
    HelpLineFactory()
    return {
        "comment": CommentFactory(words=WORDS),
        "worker": UserFactory(worker=True, name="Noor Ellery"),
        "walled": UserFactory(lead=True, name="Ruth Quill"),
        "lead": UserFactory(lead=True, name="Ana Bright"),
    }


def test_what_a_reader_passes_on_reaches_one_lead_and_not_the_other(
    signed_in, passed_on
):
    reader = signed_in(passed_on["worker"], PASSWORD)
    pass_on(reader, passed_on["comment"])
    concern = Concern.objects.get()

    lead = signed_in(passed_on["lead"], PASSWORD)
    decide(lead, concern)

    walled = signed_in(passed_on["walled"], PASSWORD)
    for name in ("concern", "referral"):
        answer = walled.page.goto(
            walled.home + reverse(f"moderation:{name}", args=[concern.pk])
        )
        assert answer.status == 404
        assert "zephyrlantern" not in walled.page.content()
    walled.go(reverse("moderation:concerns"))
    good(walled)
    expect(walled.page.get_by_text("No concerns")).to_be_visible()

    reader.go(reverse("moderation:one_passed_on", args=[concern.pk]))
    good(reader)
    concern.refresh_from_db()
    assert concern.state == "decided"
    source = reader.page.content()
    assert "Front door rung" not in source
    assert "zephyrlantern" not in source


def pass_on(reader, comment):
    """Pass the comment on, Ruth left out, and look it up in the reader's own list."""
    page = reader.page
    reader.go(reverse("moderation:comment", args=[comment.pk]))
    enhanced(page)
    good(reader)
    page.locator("summary", has_text="Pass on to safeguarding").click()
    page.get_by_label("Ruth Quill").check(force=True)
    good(reader)
    arrive_by(reader, page.get_by_role("button", name="Pass on now", exact=True))
    enhanced(page)
    good(reader)
    reader.go(reverse("moderation:reading"))
    enhanced(page)
    good(reader)
    arrive_by(reader, page.get_by_role("link", name="What you passed on").first)
    good(reader)
    arrive_by(reader, page.locator("main .concern-card a").first)
    good(reader)
    assert "zephyrlantern" not in page.content()


def decide(lead, concern):
    """See it in the list, read the words, print the referral and decide."""
    page = lead.page
    lead.go(reverse("moderation:concerns"))
    enhanced(page)
    good(lead)
    assert "zephyrlantern" not in page.content()
    arrive_by(lead, page.locator("main .concern-card a").first)
    enhanced(page)
    good(lead)
    expect(page.locator("main .words")).to_have_text(WORDS)
    arrive_by(lead, page.get_by_role("link", name="Referral to print").first)
    good(lead)
    page.emulate_media(media="print")
    expect(page.locator("main .words")).to_be_visible()
    for screen in ("[data-screen]", ".desk-top", ".watch"):
        expect(page.locator(screen).first).to_be_hidden()
    page.emulate_media(media="screen")
    lead.go(reverse("moderation:concern", args=[concern.pk]))
    enhanced(page)
    page.locator("[name=outcome][value=front_door]").check(force=True)
    page.locator("[name=note]").fill("Front door rung at once.")
    page.locator("[name=reference]").fill("TEST-1")
    arrive_by(lead, page.get_by_role("button", name="Record the decision"))
    enhanced(page)
    good(lead)
