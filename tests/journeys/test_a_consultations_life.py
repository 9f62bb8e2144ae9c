"""A consultation from the four questions to checked, its page read at each state."""

from datetime import timedelta

import pytest
from django.db import transaction
from django.utils import timezone
from playwright.sync_api import expect

from surveys.models import Consultation, Survey
from tests.factories.accounts import PASSWORD, UserFactory
from tests.factories.cms import page_of
from tests.factories.council import CouncilFactory, HelpLineFactory
from tests.factories.moderation import ReadingFactory
from tests.factories.replies import (
    PromiseFactory,
    ReleaseFactory,
    ReplyFactory,
    ReplyWordingFactory,
    VerdictFactory,
)
from tests.factories.surveys import (
    ConsultationFactory,
    ResponseFactory,
    SurveyFactory,
)
from tests.journeys.test_whole_loop import good, press
from voice.replies.domain.replies import publish_reply

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def people(visit):
    """Return who works on it: a worker, and a web editor."""
    CouncilFactory()
    HelpLineFactory()
    UserFactory(lead=True)
    return {
        "worker": UserFactory(worker=True),
        "editor": UserFactory(editor=True, is_superuser=True),
    }


def move(*, opens, closes, reply):
    """Let time pass: the days of the consultation, counted from today."""
    today = timezone.localdate()
    Consultation.objects.update(
        opens_on=today + timedelta(days=opens),
        closes_on=today + timedelta(days=closes),
        reply_due_on=today + timedelta(days=reply),
    )


def answer_the_four_questions(worker, survey):
    """Be refused until the consultation says how it is safe, say it, and publish."""
    check = f"/desk/surveys/{survey.slug}/check/"
    worker.go(check)
    good(worker)
    missing = "English: the consultation does not say yet: how it is safe."
    expect(worker.page.get_by_text(missing)).to_be_visible()
    worker.go(f"/admin/consultations/edit/{survey.consultation_id}/")
    worker.page.locator("[name=how_safe]").fill("You choose where you answer.")
    worker.page.keyboard.press("Escape")
    with worker.page.expect_navigation():
        worker.page.locator("form button[type=submit]:visible").last.click()
    worker.go(check)
    press(worker, "Publish it now")
    assert Survey.objects.get().live


def one_is_heard():
    """Have a young person finish, and say something that waits to be read."""
    edition = Survey.objects.get().editions.get()
    response = ResponseFactory(finished=True, edition=edition)
    with transaction.atomic():
        return ReadingFactory(comment__response=response).comment


def says(child, words):
    """Read the public page on a phone: it says `words`, and is good."""
    child.page.reload()
    good(child)
    expect(child.page.get_by_text(words).first).to_be_visible()


def nothing_ends_it(worker, editor, page):
    """Be refused by the archive and by the page's own button, with the way on."""
    worker.go(f"/desk/surveys/{Survey.objects.get().slug}/archive/")
    good(worker)
    expect(worker.page.get_by_text("First publish the reply to them")).to_be_visible()
    expect(worker.page.get_by_role("link", name="Write the reply")).to_be_visible()
    editor.go(f"/admin/pages/{page.pk}/unpublish/")
    press(editor, "Yes, unpublish it")
    expect(editor.page.get_by_text("First publish the reply to them")).to_be_visible()
    page.refresh_from_db()
    assert page.live


def test_its_page_says_where_it_is_until_young_people_have_checked(
    signed_in, visit, people
):
    survey = SurveyFactory(consultation=ConsultationFactory(how_safe=""))
    worker = signed_in(people["worker"], PASSWORD)
    editor = signed_in(people["editor"], PASSWORD)
    answer_the_four_questions(worker, survey)
    page, child = page_of(survey.consultation), visit()
    child.go(page.url)
    says(child, "Is it safe for me?")
    says(child, "You choose where you answer.")
    move(opens=3, closes=20, reply=60)
    says(child, "This opens on")
    move(opens=-3, closes=20, reply=60)
    says(child, "Tell us until")
    comment = one_is_heard()
    move(opens=-30, closes=-1, reply=40)
    says(child, "This is closed. We are reading what you told us.")
    nothing_ends_it(worker, editor, page)
    with transaction.atomic():
        ReadingFactory(comment=comment, approved=True, by=people["worker"])
    says(child, "A person has read every word you told us.")
    reply = ReplyFactory(release=ReleaseFactory(survey=survey))
    says(child, "About 165 of you told us something")
    move(opens=-90, closes=-60, reply=-2)
    says(child, "That is 2 days late, and we are sorry.")
    worker.go("/desk/")
    expect(worker.page.get_by_text("1 reply is late.")).to_be_visible()
    ReplyWordingFactory(reply=reply)
    promise = PromiseFactory(reply=reply, kept=True)
    publish_reply(reply, by=people["worker"])
    says(child, "It came 2 days later than we said.")
    says(child, "we ask you if we kept it")
    VerdictFactory(promise=promise)
    says(child, "You told us if we kept our promises.")
    worker.go("/desk/replies/")
    good(worker)
    expect(worker.page.get_by_text("It has come all the way round.")).to_be_visible()
