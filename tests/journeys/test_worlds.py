"""Everyone of the staff sees exactly their world, on a phone, and works in it."""

import re
from dataclasses import dataclass

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from cms.domain.site import build_site, home_in
from surveys.models import SurveyMember
from tests.factories.accounts import PASSWORD, UserFactory
from tests.factories.council import CouncilFactory, HelpLineFactory
from tests.factories.moderation import ConcernFactory
from tests.factories.statement import ActionFactory
from tests.factories.surveys import CommentFactory
from voice.accounts.models import User
from voice.accounts.rooms import rooms_for
from voice.moderation.models import Reading
from voice.records.models import Breach

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]

WORDS = "the new worker never rings back"
WORRY = "zephyrlantern"
ROOMS = {
    "worker": [
        "wagtailadmin_home",
        "surveys:surveys",
        "surveys:asks",
        "replies:calendar",
        "moderation:reading",
        "moderation:clocks",
        "moderation:requests",
        "duty:rota",
        "themes:themes",
        "releases:list",
        "statement:statement",
        "young_editors:groups",
        "replies:list",
        "briefings:briefings",
        "moderation:thanks",
        "briefings:front",
        "briefings:packs",
    ],
    "lead": [
        "moderation:clocks",
        "moderation:screening",
        "moderation:concerns",
        "duty:rota",
        "releases:list",
        "moderation:thanks",
        "briefings:front",
        "records:breaches",
    ],
    "officer": [
        "releases:list",
        "moderation:thanks",
        "records:front",
        "records:breaches",
        "accounts:review",
        "accounts:break_glass",
        "accounts:audit",
    ],
    "editor": ["wagtailadmin_home"],
    "board": ["briefings:front"],
}


@dataclass
class House:
    """Who is there, and what there is to see."""

    people: dict[str, User]
    comment: str
    others_comment: str
    concern: str


@pytest.fixture
def house():
    """Return the house with a comment to read, one of others, a concern, an action."""
    CouncilFactory()
    HelpLineFactory()
    people = {who: UserFactory(**{who: True}, name=who.title()) for who in ROOMS}
    comment, others = CommentFactory(words=WORDS), CommentFactory(words=WORRY)
    SurveyMember.objects.filter(survey=others.survey, user=people["worker"]).delete()
    ActionFactory(title="Old and new visit together")
    concern = ConcernFactory(reading__comment__words=WORRY, lead=people["lead"])
    build_site(by=people["editor"])
    return House(
        people,
        reverse("moderation:comment", args=[comment.pk]),
        reverse("moderation:comment", args=[others.pk]),
        reverse("moderation:concern", args=[concern.pk]),
    )


def others(house):
    """Return two addresses of others for each, and how each is turned away."""
    staff, audit = reverse("accounts:staff"), reverse("accounts:audit")
    return {
        "worker": {house.others_comment: 404, house.concern: 403},
        "lead": {house.comment: 403, audit: 403},
        "officer": {house.comment: 403, house.concern: 403},
        "editor": {house.comment: 403, staff: 403},
        "board": {house.comment: 403, house.concern: 403},
    }


def arrive(visit, user, **options):
    """Sign in through the page, on a phone; return it."""
    there = visit(**options)
    there.go("/account/login/")
    good(there)
    there.page.locator("main input[name=login]").fill(user.email)
    there.page.locator("main input[name=password]").fill(PASSWORD)
    send(there, there.page.locator("main form:has([name=password]) [type=submit]"))
    assert "/account/" not in there.page.url
    return there


def settled(there):
    """Wait until whatever the page enhances is enhanced; without script nothing is."""
    there.page.wait_for_load_state("load")
    if there.script:
        plain = there.page.locator("[data-enhance]:not([data-enhanced])")
        expect(plain).to_have_count(0)


def send(there, button):
    """Press `button`, and wait until the next page stands."""
    with there.page.expect_navigation():
        button.first.click()
    settled(there)


def good(there, *, ours=True):
    """Hold the page to axe and one host; pages of ours to the width of a phone."""
    settled(there)
    assert there.violations() == [], there.page.url
    assert there.elsewhere() == []
    wide = "document.documentElement.scrollWidth > document.documentElement.clientWidth"
    assert not (ours and there.page.evaluate(wide)), there.page.url


def opened(there, path, *, ours=True):
    """Open `path`, good; return its main part."""
    arrived = there.page.goto(there.home + path)
    assert arrived.status == 200, path
    good(there, ours=ours)
    return there.page.locator("main")


def rooms_shown(there):
    """Return where the desk leads; whoever has one room is led there at once."""
    there.go(reverse("accounts:home"))
    path = there.page.url.removeprefix(there.home)
    good(there, ours=not path.startswith("/admin/"))
    if path != reverse("accounts:home"):
        return [path]
    menu, rooms = (
        [link.get_attribute("href") for link in there.page.locator(links).all()]
        for links in (".desk-rooms a", "main .rooms__link")
    )
    # What is seldom needed stands at the end of a long menu.
    assert sorted(menu) == sorted(rooms)
    return rooms


def read_and_approve(there, house):
    opened(there, reverse("moderation:reading"))
    expect(opened(there, house.comment)).to_contain_text(WORDS)
    there.page.locator("[name=may_count]").check(force=True)
    send(there, there.page.get_by_role("button", name="Approve as it is"))
    good(there)
    reading = Reading.objects.get(comment=house.comment.rsplit("/", 2)[1])
    assert (reading.state, reading.decided_by) == ("approved", house.people["worker"])


def decide_about_a_concern(there, house):
    opened(there, reverse("moderation:concerns"))
    expect(opened(there, house.concern)).to_contain_text(WORRY)
    form = there.page.locator("main form:has([name=outcome])")
    select = form.locator("select[name=outcome]")
    if select.count():
        select.select_option("front_door")
    else:
        form.locator("[name=outcome][value=front_door]").check(force=True)
    form.locator("[name=note]").fill("Rang the front door at once.")
    form.locator("[name=reference]").fill("TEST-1")
    send(there, form.locator("button"))
    good(there)
    expect(there.page.locator("main")).to_contain_text("TEST-1")


def write_a_near_miss_down(there, house):
    opened(there, reverse("records:breaches"))
    opened(there, reverse("records:enter_breach"))
    form = there.page.locator("main form:has([name=what])")
    form.locator("[name=kind]").first.check(force=True)
    form.locator("[name=reporting]").first.check(force=True)
    form.locator("[name=known_at]").fill("2026-01-05T10:00")
    for box in ("what", "whom", "harm", "done", "told", "why"):
        form.locator(f"[name={box}]").fill("A letter lay on the printer.")
    send(there, form.locator("button[type=submit]"))
    good(there)
    assert Breach.objects.get().entered_by == house.people["officer"]


def publish_a_page(there, house):
    home = home_in("en")
    opened(there, reverse("wagtailadmin_home"), ours=False)
    opened(there, f"/admin/pages/{home.pk}/edit/", ours=False)
    page = there.page
    page.locator("[name=welcome]").fill("What you say is read")
    page.locator("footer [data-w-dropdown-target=toggle]").first.click()
    with page.expect_navigation():
        page.locator("button[name=action-publish]").click()
    expect(opened(there, "/en/")).to_contain_text("What you say is read")


def read_the_briefing(there, house):
    opened(there, reverse("briefings:front"))
    send(there, there.page.locator("main a[href*='/board/']"))
    good(there)
    expect(there.page.locator("main")).to_contain_text("Old and new visit together")


WORKS = {
    "worker": read_and_approve,
    "lead": decide_about_a_concern,
    "officer": write_a_near_miss_down,
    "editor": publish_a_page,
    "board": read_the_briefing,
}


@pytest.mark.parametrize(
    ("who", "locale"), [*((who, "en-GB") for who in ROOMS), ("board", "ur")]
)
def test_everyone_sees_exactly_their_world(visit, house, who, locale):
    there = arrive(visit, house.people[who], locale=locale)
    expected = [reverse(name) for name in ROOMS[who]]
    assert rooms_shown(there) == expected
    assert [room.url for room in rooms_for(house.people[who])] == expected
    page = there.page.locator("html")
    expect(page).to_have_attribute("lang", re.compile(f"^{locale[:2]}"))
    expect(page).to_have_attribute("dir", "rtl" if locale == "ur" else "ltr")
    WORKS[who](there, house)
    for path, status in others(house)[who].items():
        refused = there.page.goto(there.home + path)
        assert refused.status == status, path
        good(there)
        source = there.page.content()
        assert WORDS not in source, path
        assert WORRY not in source, path
