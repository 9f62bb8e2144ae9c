"""A worker plans sessions, moves one, cancels one and writes up another; others read it."""

import pytest
from django.urls import reverse

from surveys.models import PlannedSession, SessionNote
from tests.factories.accounts import PASSWORD, UserFactory
from tests.factories.cms import page_of
from tests.factories.council import CouncilFactory, HelpLineFactory
from tests.factories.planned_sessions import PlannedSessionFactory
from tests.factories.surveys import EditionFactory, SurveyFactory, in_days

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def worker():
    return UserFactory(worker=True, job_title="Youth worker")


@pytest.fixture
def survey(worker):
    CouncilFactory()
    HelpLineFactory()
    return EditionFactory(survey=SurveyFactory(live=True)).survey


def of(page, title):
    """Return where the list tells of the session called `title`."""
    named = page.get_by_role("heading", name=title, exact=True)
    return page.get_by_role("listitem").filter(has=named)


def plan(page, title, *, on):
    """Fill the form of a session that begins the plan, and send it."""
    page.get_by_role("link", name="Plan a session").click()
    page.get_by_label("What is it called?").fill(title)
    page.get_by_label("Which day?").fill(on.isoformat())
    page.get_by_label("It starts at").fill("16:00")
    page.get_by_label("It ends at").fill("18:00")
    page.get_by_label("Where?").fill("The youth centre, the blue door")
    page.get_by_label("How can they come?").fill("just come along.")
    page.get_by_label("There is food").check()
    page.get_by_label("Everybody: it stands").check()
    page.get_by_role("button", name="Plan it").click()
    page.get_by_text(f"Planned: {title}.").wait_for()


@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
def test_a_worker_plans_moves_cancels_and_writes_up(signed_in, worker, survey, script):
    held = PlannedSessionFactory(survey=survey, held_by=worker, held=True, title="Met")
    there = signed_in(worker, PASSWORD, java_script_enabled=script)
    page = there.page
    there.go(reverse("surveys:survey", args=[survey.slug]))
    page.get_by_role("link", name="Planned sessions").click()
    assert page.get_by_text("No notes written yet").is_visible()
    assert there.violations() == []
    plan(page, "Pizza and talk", on=in_days(5))
    plan(page, "A walk", on=in_days(7))
    page.get_by_role("link", name="Pizza and talk", exact=True).click()
    page.get_by_label("Which day?").fill(in_days(6).isoformat())
    assert there.violations() == []
    page.get_by_role("button", name="Save").click()
    page.get_by_text("Moved: it was to be on").wait_for()
    of(page, "A walk").get_by_role("link", name="Cancel it").click()
    assert there.violations() == []
    page.get_by_role("button", name="Cancel it").click()
    page.get_by_role("link", name="Why?: Say why.").wait_for()
    page.get_by_label("Why?").fill("it will be too cold.")
    page.get_by_role("button", name="Cancel it").click()
    page.get_by_text("The reason stays with it.").wait_for()
    assert there.violations() == []
    of(page, "Met").get_by_role("link", name="Write up what was said").click()
    assert page.get_by_label("When was it?").input_value() == held.held_on.isoformat()
    page.get_by_label("How many young people were there?").fill("7")
    page.get_by_label("What was said").first.fill("come when you say")
    page.get_by_label("About which question?").first.select_option(index=5)
    page.get_by_role("button", name="Send it to be read").click()
    page.get_by_role("heading", name="A session, written up").wait_for()
    assert SessionNote.objects.get().planned == held
    there.go(reverse("surveys:planned_sessions", args=[survey.slug]))
    assert page.get_by_text("No notes written yet").count() == 0
    assert there.elsewhere() == []
    moved = PlannedSession.objects.get(title="Pizza and talk")
    assert moved.moves.get().held_on == in_days(5)


@pytest.mark.parametrize("language", ["en", "ur"])
def test_anybody_reads_on_a_phone_what_comes_and_what_was_cancelled(
    visit, worker, survey, language
):
    PlannedSessionFactory(survey=survey, held_by=worker)
    PlannedSessionFactory(
        survey=survey,
        held_by=worker,
        cancelled=True,
        title="A walk",
        cancelled_why="It will be too cold.",
    )
    address = page_of(survey.consultation, language=language).url
    there = visit(is_mobile=True, has_touch=True)
    there.go(address)
    page = there.page
    told = page.locator("section[aria-labelledby=in-person]")
    assert told.get_by_text("Pizza and talk").is_visible()
    assert told.get_by_text("It will be too cold.").is_visible()
    assert page.locator("html").get_attribute("dir") == (
        "rtl" if language == "ur" else "ltr"
    )
    wide = "document.documentElement.scrollWidth > document.documentElement.clientWidth"
    assert not page.evaluate(wide)
    assert there.violations() == []
    assert there.elsewhere() == []
