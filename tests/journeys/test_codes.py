"""Codes: a worker takes them out once, and a young person starts by one of them."""

import re

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from surveys.domain.invitations import open_link
from surveys.enums import CodeState
from surveys.models import InvitationCode, Response
from tests.factories.accounts import PASSWORD, UserFactory
from tests.factories.council import CouncilFactory, HelpLineFactory
from tests.factories.surveys import EditionFactory, SurveyMemberFactory

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]
PHONE = {"width": 360, "height": 740}
LAPTOP = {"width": 1280, "height": 800}
CODE = re.compile(r"\b[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]\b")


@pytest.fixture
def survey():
    """Return a survey that is open, without a way in."""
    CouncilFactory()
    HelpLineFactory()
    return EditionFactory().survey


@pytest.fixture
def desk(signed_in, survey):
    worker = UserFactory(worker=True)
    SurveyMemberFactory(survey=survey, user=worker)
    return signed_in(worker, PASSWORD, laptop=True)


def good(visit):
    """Hold the page to axe, one host, and the width of a phone and of a laptop."""
    for size in (PHONE, LAPTOP):
        visit.page.set_viewport_size(size)
        wide = "document.documentElement.scrollWidth - innerWidth"
        assert visit.page.evaluate(wide) <= 0
        assert visit.violations() == []
    assert visit.elsewhere() == []


def test_codes_are_made_taken_out_once_and_let_one_person_in(desk, visit, survey):
    desk.go(reverse("surveys:invitations", args=[survey.slug]))
    good(desk)
    desk.page.get_by_role("link", name="Codes, one for each person").click()
    desk.page.get_by_label("How many codes?").fill("12")
    desk.page.get_by_label("What are they for?").fill("Care leavers")
    desk.page.get_by_label("Who was asked?").fill("Care leavers: 12")
    good(desk)
    desk.page.get_by_role("button", name="Make the codes").click()
    expect(desk.page.get_by_role("heading", level=1)).to_have_text("Care leavers")
    good(desk)
    batch = desk.page.url
    desk.page.get_by_label("Slips to cut out").check()
    desk.page.get_by_role("button", name="Take them out now").click()
    expect(desk.page.get_by_text("Print this page now")).to_be_visible()
    codes = CODE.findall(desk.page.locator("main").inner_text())
    assert len(set(codes)) == 12
    good(desk)
    desk.page.goto(batch)
    expect(desk.page.get_by_text("The codes are no longer here.")).to_be_visible()
    good(desk)

    phone = visit()
    phone.go(f"/c/#{codes[0]}")
    expect(phone.page.locator("#code")).to_have_value(codes[0])
    with phone.page.expect_navigation():
        phone.page.locator("main form button[type=submit]").first.click()
    expect(phone.page.get_by_role("heading", level=1)).to_have_text(
        "My social worker and me"
    )
    phone.page.locator("input[name=agreement][value=yes]").check(force=True)
    with phone.page.expect_navigation():
        phone.page.locator("main form button[type=submit]").last.click()
    expect(phone.page).to_have_url(re.compile(r"/s/1/$"))
    assert Response.objects.get().started_by.state == CodeState.STARTED
    assert not [url for url in phone.requests if codes[0] in url.split("#")[0]]
    assert InvitationCode.objects.filter(state=CodeState.UNUSED).count() == 11


@pytest.mark.parametrize("size", ["poster", "cards", "large"])
def test_posters_are_good_pages(desk, survey, size):
    link = open_link(survey, by=survey.members.first().user)
    address = reverse("surveys:poster", args=[survey.slug, link.pk])
    desk.go(f"{address}?size={size}")
    good(desk)
