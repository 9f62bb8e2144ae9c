"""A young person follows what they said with a receipt, stage by stage, also from paper."""

import pytest
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import expect

from surveys.models import Consultation, PaperSlip, Response
from tests.factories.accounts import PASSWORD, UserFactory
from tests.factories.answering import open_survey_link
from tests.factories.codes import receipt
from tests.factories.minutes import DecisionFactory, MeetingFactory
from tests.factories.replies import (
    PromiseFactory,
    PromiseWordingFactory,
    ReplyFactory,
    VerdictFactory,
)
from tests.factories.statement import KeyThemeFactory, ReleaseFactory, cited_theme
from tests.factories.surveys import in_days
from tests.journeys.test_codes import CODE
from voice.briefings.domain.decisions import tell_decision
from voice.releases.models import Release
from voice.replies.models import Promise

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]
WIDE = "document.documentElement.scrollWidth - innerWidth"
LATER, NOW, DONE = "later", "now", "done"


@pytest.fixture
def link():
    """Return a link to a survey that is open, asked in English and Urdu."""
    return open_survey_link()


def look(visit, code):
    """Type `code`, hold the page to axe and the width of a phone; return its stages."""
    visit.go("/c/")
    visit.page.locator("#code").fill(code)
    with visit.page.expect_navigation():
        visit.page.locator("main form button[type=submit]").first.click()
    expect(visit.page.locator("ol.travelled > li")).to_have_count(7)
    if visit.script:
        assert visit.page.evaluate(WIDE) <= 0
    assert visit.violations() == []
    assert visit.elsewhere() == []
    stages = visit.page.locator("ol.travelled > li").all()
    return [stage.get_attribute("data-step") for stage in stages]


def move(consultation, **days):
    """Move days of a consultation; each is counted from today."""
    moved = {name: in_days(number) for name, number in days.items()}
    Consultation.objects.filter(pk=consultation.pk).update(**moved)


def decided(key_theme):
    """Have today's meeting decide something, and young people be told of it."""
    meeting = MeetingFactory(on=timezone.localdate())
    tell_decision(
        DecisionFactory(meeting=meeting, key_theme=key_theme),
        words={"en": "They find the money.", "ur": "وہ پیسے ڈھونڈیں گے۔"},
        by=UserFactory(worker=True),
    )


@pytest.mark.parametrize(
    ("locale", "script"), [("en-GB", True), ("ur", True), ("en-GB", False)]
)
def test_a_receipt_is_followed_from_the_first_day_to_the_verdict(
    visit, link, locale, script
):
    code, response = receipt(link)
    consultation = link.survey.consultation
    child = visit(locale=locale, java_script_enabled=script)
    page = child.page
    assert look(child, code) == [NOW, NOW, LATER, LATER, LATER, LATER, LATER]

    move(consultation, opens_on=-30, closes_on=-2, reply_due_on=20)
    assert look(child, code)[:3] == [DONE, DONE, LATER]

    release = ReleaseFactory(edition=link.survey.editions.get())
    assert look(child, code)[2:4] == [DONE, LATER]
    key_theme = KeyThemeFactory()
    cited_theme(key_theme, release=release)
    MeetingFactory(on=in_days(9))
    assert look(child, code)[3:5] == [DONE, NOW]
    decided(key_theme)
    assert look(child, code)[4:6] == [DONE, LATER]

    move(consultation, reply_due_on=-1)
    assert look(child, code)[5] == NOW
    expect(page.locator("li[data-late] .travelled-state")).to_have_count(1)

    reply = ReplyFactory(release=release, published=True)
    promise = PromiseFactory(reply=reply)
    PromiseWordingFactory(promise=promise)
    assert look(child, code)[5:] == [DONE, LATER]
    Promise.objects.update(due_on=in_days(-3))
    assert look(child, code)[6] == NOW
    expect(page.locator(".travelled-lines > li[data-bad]")).to_have_count(1)
    Promise.objects.update(state="kept")
    VerdictFactory(promise=Promise.objects.get())
    assert look(child, code) == [DONE] * 7

    before = page.locator("main").inner_text()
    signed = Release.objects.get(pk=release.pk).content_hash
    page.locator(f'a[href="{reverse("surveys:withdraw")}"]').click()
    with page.expect_navigation():
        page.locator("main form button[type=submit]").last.click()
    assert not Response.objects.filter(pk=response.pk).exists()
    assert Release.objects.get(pk=release.pk).content_hash == signed
    assert look(child, code) == [DONE] * 7
    assert page.locator("main").inner_text() == before


def test_who_answers_on_paper_has_a_receipt_before_the_paper_has_come(
    visit, signed_in, link
):
    worker = UserFactory(worker=True)
    link.survey.members.get_or_create(user=worker)
    desk = signed_in(worker, PASSWORD, laptop=True)
    desk.go(reverse("surveys:paper_sheets", args=[link.survey.slug]))
    desk.page.get_by_label("How many slips?").fill("2")
    assert desk.violations() == []
    desk.page.get_by_role("button", name="Make slips to print").click()
    expect(desk.page.get_by_text("Print this page now")).to_be_visible()
    assert desk.violations() == []
    codes = CODE.findall(desk.page.locator("main").inner_text())
    assert len(set(codes)) == 2
    child = visit()
    assert look(child, codes[1])[0] == NOW
    child.page.locator(f'a[href="{reverse("surveys:withdraw")}"]').click()
    with child.page.expect_navigation():
        child.page.locator("main form button[type=submit]").last.click()
    expect(child.page.get_by_role("heading", level=1)).to_have_text(
        "They are taken back"
    )
    assert PaperSlip.objects.get(is_taken_back=True).number == 2
    assert look(child, codes[1])[0] == NOW
