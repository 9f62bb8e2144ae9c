"""A tablet goes round a room, and a worker types for somebody: script on and off."""

import re

import pytest
from playwright.sync_api import expect

from surveys.enums import ResponseState
from surveys.models import GroupSession, Response
from tests.factories.accounts import PASSWORD, UserFactory
from tests.factories.answering import open_survey_link
from tests.journeys.test_answering import (
    SCRIPT,
    answer,
    answer_all,
    enhanced,
    history,
    move_to,
    press,
    start,
    to_the_words,
)

pytestmark = [
    pytest.mark.journey,
    pytest.mark.django_db(transaction=True),
]

SECRETS = ["firstxyzzy", "secondxyzzy", "thirdxyzzy"]
CODE = re.compile(r"[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]")


@pytest.fixture
def survey(transactional_db):
    return open_survey_link().survey


@pytest.fixture
def worker(survey):
    return UserFactory(worker=True)


def entries_of(page):
    """Return the entries of the history that are pages of the house."""
    entries, _here = history(page)
    return [entry for entry in entries if entry["url"].startswith("http")]


def walk_back(page, *, never, and_forward=False):
    """Go to every entry there is, all the way back (and forward again), and return;
    what must `never` show is on none of them."""
    entries, here = history(page)
    house = entries_of(page)
    for entry in [*reversed(house), *(house if and_forward else [])]:
        move_to(page, entry)
        for words in never:
            assert words not in page.content(), entry["url"]
            assert words not in page.locator("body").inner_text(), entry["url"]
        typed = page.locator("textarea, input[type=text]").evaluate_all(
            "all => all.map((one) => one.value).join(' ')"
        )
        assert not any(words in typed for words in never)
        assert page.locator("input[name=answer]:checked").count() == 0
    move_to(page, entries[here])


def open_session(desk, survey):
    """Open a session as a worker does, looking at each page."""
    page = desk.page
    desk.go(f"/desk/surveys/{survey.slug}/groups/")
    assert desk.violations() == []
    page.get_by_label("Which group is it?").fill("Thursday group")
    page.get_by_label("Who is beside them?").fill("Youth worker")
    page.get_by_label("How many young people are in the room?").fill("3")
    page.get_by_role("button", name="Open the session").click()
    expect(page.locator("h1")).to_have_text("Thursday group")
    assert desk.violations() == []
    return GroupSession.objects.get()


def say_something(page, words):
    """Walk to the box for words, and fill it without sending it."""
    start(page)
    to_the_words(page)
    page.locator("textarea").fill(words)


def finish(page):
    """Send what is on the page, walk to the end, and finish."""
    while "/s/finish/" not in page.url:
        press(page)
    press(page)
    expect(page.locator("h1")).to_have_text("Thank you")


@SCRIPT
def test_three_young_people_answer_one_after_another_on_one_tablet(
    signed_in, visit, survey, worker, script
):
    tablet = signed_in(worker, PASSWORD, java_script_enabled=script)
    page = tablet.page
    session = open_session(tablet, survey)
    if script:
        enhanced(page)
    page.get_by_role("link", name="Hand over this tablet").click()
    expect(page.locator("h1")).to_have_text("Hand this tablet over")
    assert tablet.violations() == []
    page.get_by_role("button", name="Sign out and hand over").click()
    expect(page.locator("h1")).to_have_text("Next person: it is your turn")
    assert tablet.violations() == []
    # No young person holds the desk, nor gets back to it.
    walk_back(page, never=["Thursday group", session.shown_code])

    # The first finishes.
    page.get_by_role("link", name="Start").click()
    say_something(page, SECRETS[0])
    finish(page)
    page.get_by_role("button", name="Next person").click()
    expect(page.locator("h1")).to_have_text("Next person: it is your turn")
    walk_back(page, never=SECRETS)

    # The second leaves with words in the box.
    page.get_by_role("link", name="Start").click()
    say_something(page, SECRETS[1])
    page.get_by_role("button", name="Leave").click()
    expect(page.locator("h1")).to_have_text("All clear")
    page.get_by_role("button", name="Next person").click()
    expect(page.locator("h1")).to_have_text("Next person: it is your turn")
    walk_back(page, never=SECRETS)

    # The third starts, goes Back, and finishes.
    page.get_by_role("link", name="Start").click()
    start(page)
    walk_back(page, never=SECRETS)
    to_the_words(page)
    page.locator("textarea").fill(SECRETS[2])
    finish(page)
    walk_back(page, never=SECRETS, and_forward=True)

    done = Response.objects.filter(invitation=session.invitation)
    assert done.filter(state=ResponseState.FINISHED).count() == 2
    assert done.count() == 3
    assert tablet.elsewhere() == []
    counts = signed_in(worker, PASSWORD, java_script_enabled=script)
    counts.go(f"/desk/surveys/{survey.slug}/groups/{session.pk}/")
    expect(counts.page.locator("dd").first).to_have_text("3")
    expect(counts.page.locator("dd").nth(1)).to_have_text("2")
    counts.go(f"/desk/surveys/{survey.slug}/groups/{session.pk}/wall/")
    assert counts.violations() == []
    expect(counts.page.locator(".wall-code")).to_have_text(session.shown_code)


@SCRIPT
def test_own_phone_joins_with_the_code_on_the_wall(
    signed_in, visit, survey, worker, script
):
    desk = signed_in(worker, PASSWORD, laptop=True)
    session = open_session(desk, survey)
    phone = visit(java_script_enabled=script)
    page = phone.page
    phone.go("/c/")
    page.locator("input[name=code]").fill(session.shown_code.lower())
    page.locator("main button[type=submit]").first.click()
    start(page)
    assert Response.objects.get().invitation_id == session.invitation_id
    desk.page.get_by_text("Close it now").click()
    desk.page.get_by_role("button", name="Close this session").click()
    expect(desk.page.get_by_text("Whoever had started may finish.")).to_be_visible()
    answer_all(page)
    press(page)
    expect(page.locator("h1")).to_have_text("Thank you")
    late = visit(java_script_enabled=script)
    late.go(f"/a/{session.invitation.token}/")
    expect(late.page.locator("h1")).to_have_text("This session is over")
    late.go("/c/")
    late.page.locator("input[name=code]").fill(session.shown_code)
    late.page.locator("main button[type=submit]").first.click()
    expect(late.page.locator("h1")).not_to_have_text("This session is over")
    assert late.page.url.endswith("/c/")


@SCRIPT
def test_worker_types_and_the_young_person_looks_through_it(
    signed_in, survey, worker, script
):
    desk = signed_in(worker, PASSWORD, java_script_enabled=script)
    page = desk.page
    desk.go(f"/desk/surveys/{survey.slug}/assisted/")
    assert desk.violations() == []
    page.get_by_label("English").check()
    page.locator("input[name=age_band][value='8-11']").check()
    page.locator("input[name=helped_by][value=worker]").check()
    page.locator("input[name=help_given][value=typed]").check()
    page.get_by_role("button", name="Go on to what they are told").click()
    page.locator("input[name=agreement][value=yes]").check(force=True)
    assert desk.violations() == []
    press(page)
    code = CODE.search(page.locator("main").inner_text())[0]
    assert desk.violations() == []
    page.get_by_role("link", name="I have read this").click()
    expect(page.get_by_text("Typed by a worker.")).to_be_visible()
    answer(page)
    press(page)

    # Left by accident: the code opens the same draft again.
    page.get_by_role("button", name="Leave").click()
    expect(page.locator("h1")).to_have_text("All clear")
    desk.go("/c/")
    page.locator("input[name=code]").fill(code)
    page.locator("main button[type=submit]").first.click()
    page.wait_for_url(re.compile(r"/s/2/$"))
    to_the_words(page)
    page.locator("textarea").fill(SECRETS[0])
    while "/s/check/" not in page.url:
        press(page)
    expect(page.get_by_text(SECRETS[0])).to_be_visible()
    assert desk.violations() == []

    # One thing is changed, and read back again.
    page.get_by_role("link", name="Change something").first.click()
    page.locator("input[name=answer]").first.check(force=True)
    press(page)
    page.wait_for_url(re.compile(r"/s/check/$"))
    page.get_by_role("button", name="Yes, that is what I meant").click()
    expect(page.locator("h1")).to_have_text("That was the last question")
    press(page)
    expect(page.locator("h1")).to_have_text("Thank you")
    walk_back(page, never=[SECRETS[0]])
    row = Response.objects.get()
    assert (row.state, row.is_checked) == (ResponseState.FINISHED, True)
    assert (row.helped_by, row.help_given) == ("worker", ["typed"])
