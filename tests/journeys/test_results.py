"""Whoever runs a survey looks at what was answered so far, page by page."""

import copy

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from surveys.domain.asked import keep_asked
from surveys.domain.counting import roll_up
from surveys.domain.stopping import note_stops
from tests.factories.accounts import PASSWORD, UserFactory
from tests.factories.surveys import (
    DEFINITION,
    ConsultationFactory,
    EditionFactory,
    InvitationFactory,
    ResponseFactory,
    SurveyFactory,
    in_days,
)

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def worker():
    return UserFactory(worker=True)


@pytest.fixture
def survey(worker):
    """Return a survey that was answered, and left, and asked the year before too."""
    before = SurveyFactory(
        title="The year before",
        live=True,
        consultation=ConsultationFactory(
            opens_on=in_days(-400), closes_on=in_days(-380)
        ),
    )
    for edition in (
        EditionFactory(survey=before),
        EditionFactory(definition=copy.deepcopy(DEFINITION)),
    ):
        way = InvitationFactory(survey=edition.survey, label="Library wall")
        keep_asked(way, groups={"11 to 17": 20}, by=worker)
        for number in range(9):
            ResponseFactory(
                edition=edition,
                invitation=way,
                finished=True,
                took="5" if number % 2 else "10",
                company="helping" if number % 3 else "alone",
            )
        ResponseFactory(
            edition=edition,
            invitation=way,
            answers={"know_worker": {"state": "skipped"}},
            capability_hash=None,
            touched_at=None,
        )
        roll_up(edition.survey, at=timezone.now())
    note_stops(timezone.now())
    return edition.survey


def test_worker_walks_through_what_was_answered_by_keyboard(signed_in, worker, survey):
    there = signed_in(worker, PASSWORD)
    there.go(f"/desk/surveys/{survey.slug}/results/?by=help")
    page = there.page
    expect(
        page.get_by_role("columnheader", name="Somebody helped").first
    ).to_be_visible()
    assert there.violations() == []
    for name, said in (
        ("Who answered", "45 %"),
        ("Who finished", "The one in the middle took: 5 to 10 minutes."),
        ("Round by round", "The year before"),
    ):
        page.get_by_role("link", name=name).focus()
        page.keyboard.press("Enter")
        expect(page.get_by_role("heading", level=1)).to_contain_text(name)
        expect(page.get_by_text(said).first).to_be_visible()
        assert there.violations() == []
        assert page.evaluate("document.documentElement.scrollWidth") == 360
