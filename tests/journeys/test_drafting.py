"""Drafting a survey as a participation worker does: by choosing, on a laptop."""

import io

import pytest
from PIL import Image
from playwright.sync_api import expect

from surveys.drafting.reading import latest_draft_of
from surveys.models import Survey
from tests.factories.accounts import PASSWORD, UserFactory
from tests.factories.council import CouncilFactory
from tests.factories.surveys import ConsultationFactory

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]
ADD = "/admin/snippets/surveys/survey/add/"


@pytest.fixture
def desk(signed_in):
    """Return a worker's laptop at the form of a new survey."""
    CouncilFactory()
    ConsultationFactory(title="How is it")
    UserFactory(lead=True)
    worker = signed_in(UserFactory(worker=True), PASSWORD, laptop=True)
    worker.go(ADD)
    return worker


def add(page, kind):
    """Add one question of this kind at the end of the survey; return its box."""
    page.locator(
        "[data-streamfield-stream-container] button[title='Insert a block']"
    ).last.click()
    page.get_by_role("option", name=kind, exact=True).click()
    box = page.locator("[data-streamfield-child]").last
    expect(box.locator("[data-enhanced]").last).to_be_attached()
    return box


def ask(page, kind, prompt, *options):
    """Add a question with its words; return its box."""
    box = add(page, kind)
    box.locator("[name$=-value-prompt]").fill(prompt)
    for number, words in enumerate(options, start=1):
        line = box.get_by_role("textbox", name=f"Option {number}", exact=True)
        if not line.count():
            box.get_by_role("button", name="Add an option").click()
        line.fill(words)
    return box


def picture():
    """Return a small picture as a file to choose."""
    content = io.BytesIO()
    Image.new("RGB", (40, 30), "green").save(content, "PNG")
    return {
        "name": "park.png",
        "mimeType": "image/png",
        "buffer": content.getvalue(),
    }


def begin(page):
    page.locator("[name=consultation]").select_option(label="How is it")
    page.locator("[name=title]").fill("How is it where I live")
    page.locator("[name=introduction]").fill("We want to know.")
    page.locator("[name=thanks]").fill("Thank you.")
    page.get_by_label("8 to 11").first.check(force=True)


def save(page):
    with page.expect_navigation():
        page.get_by_role("button", name="Save draft").first.click()
    page.wait_for_load_state()


def test_worker_drafts_a_survey_by_choosing(desk):
    page = desk.page
    begin(page)
    ask(page, "One choice", "Do you have a social worker?", "Yes", "No", "Other")
    scale = ask(page, "0 to 10", "How safe do you feel?")
    scale.locator("[name$=-value-low]").fill("not at all")
    scale.locator("[name$=-value-high]").fill("very")
    scale.get_by_role("button", name="More about this question").click()
    scale.get_by_role("button", name="Show it only when…").click()
    scale.get_by_label("What it depends on").select_option(
        label="1. Do you have a social worker?"
    )
    save(page)
    survey = Survey.objects.get()
    first, second = latest_draft_of(survey).questions
    assert [option.key for option in first.options] == ["yes", "no", "other"]
    assert second.show_if == {
        "question": "do_you_have_a_social_worker",
        "operator": "is",
        "value": "yes",
    }
    assert desk.violations() == []
