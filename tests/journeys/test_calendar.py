"""The calendar on a phone and a laptop, and two audiences that never meet."""

import pytest
from playwright.sync_api import expect

from surveys.audience import Audience
from surveys.domain.invitations import open_link
from tests.factories.accounts import PASSWORD, UserFactory
from tests.factories.replies import PromiseFactory, ReplyFactory
from tests.factories.surveys import (
    DEFINITION,
    ConsultationFactory,
    EditionFactory,
    SurveyFactory,
    in_days,
)

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]
STAFF = {
    "audience": Audience.STAFF,
    "asked_who": "Social workers",
    "asked": 80,
    "age_bands": ["staff"],
}


@pytest.fixture
def worker():
    """Return a worker of two consultations, one of them late; and a promise is late."""
    worker = UserFactory(worker=True)
    for title, traits in (
        ("Moving home", {}),
        ("Going to school", {"overdue": True}),
    ):
        consultation = ConsultationFactory(title=title, **traits)
        EditionFactory(survey=SurveyFactory(consultation=consultation, live=True))
    reply = ReplyFactory(published=True)
    PromiseFactory(reply=reply, text="We will ring back", due_on=in_days(-3))
    return worker


@pytest.mark.parametrize("laptop", [False, True])
def test_worker_looks_at_the_months_and_goes_on_to_the_reply(signed_in, worker, laptop):
    there = signed_in(worker, PASSWORD, laptop=laptop)
    there.go("/desk/calendar/")
    page = there.page
    late = page.get_by_role("region", name="Late")
    expect(late).to_contain_text("We will ring back")
    assert there.violations() == []
    width = page.viewport_size["width"]
    assert page.evaluate("document.documentElement.scrollWidth") == width
    late.get_by_role("link", name="Going to school").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Going to school")


def test_staff_read_words_for_adults_and_choose_no_age(visit, worker):
    consultation = ConsultationFactory(title="Caseloads")
    survey = SurveyFactory(consultation=consultation, live=True, **STAFF)
    EditionFactory(
        survey=survey,
        definition=DEFINITION | {"age_bands": ["staff"], "audience": "staff"},
    )
    link = open_link(survey, by=worker)
    there = visit()
    there.go(f"/a/{link.token}/")
    page = there.page
    expect(page.get_by_text("a child or somebody else is not safe")).to_be_visible()
    expect(page.get_by_text("If you are worried about a child now")).to_be_visible()
    expect(page.get_by_text("How old are you?")).to_have_count(0)
    assert page.get_by_role("link", name="0800 1111").count() > 0
    assert there.violations() == []
    assert page.evaluate("document.documentElement.scrollWidth") == 360
