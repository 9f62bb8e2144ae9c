"""A consultation that nobody answered ends with a reply and a promise all the same."""

import pytest
from playwright.sync_api import expect

from tests.factories.accounts import PASSWORD, UserFactory
from tests.factories.cms import page_of
from tests.factories.council import CouncilFactory, HelpLineFactory
from tests.factories.surveys import (
    DEFINITION,
    ConsultationFactory,
    EditionFactory,
    SurveyFactory,
)
from tests.journeys.test_whole_loop import good, press

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def consultation(visit):
    """Return a closed consultation that nobody answered."""
    CouncilFactory()
    HelpLineFactory()
    UserFactory(lead=True)
    made = ConsultationFactory(closed=True, title="Where shall we meet?")
    survey = SurveyFactory(consultation=made, live=True)
    EditionFactory(survey=survey, definition=DEFINITION | {"languages": ["en"]})
    return made


def write(worker, consultation):
    """Say what happened and what is promised, beside nothing that was heard."""
    worker.go(f"/desk/replies/to/{consultation.slug}/")
    good(worker)
    worker.page.get_by_label("What happened").fill(
        "Nobody answered. We asked too late."
    )
    worker.page.get_by_label("We did").fill("Now we ask in schools, too.")
    worker.page.get_by_label("Next").fill("We ask again in spring.")
    press(worker, "Save")


def test_nobody_answered_and_they_are_told_what_we_do_differently(
    signed_in, visit, consultation
):
    page, child = page_of(consultation), visit()
    child.go(page.url)
    good(child)
    expect(child.page.get_by_text("nobody answered. That is for us")).to_be_visible()
    worker = signed_in(UserFactory(worker=True), PASSWORD)
    write(worker, consultation)
    worker.go(f"/desk/replies/to/{consultation.slug}/publish/")
    good(worker)
    press(worker, "Publish for good")
    child.page.reload()
    good(child)
    expect(child.page.get_by_role("heading", name="What happened")).to_be_visible()
    expect(child.page.get_by_text("We asked too late.")).to_be_visible()
    expect(child.page.get_by_text("You said")).to_have_count(0)
