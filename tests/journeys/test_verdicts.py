"""A promise, its date past, asked of the same groups, released, beside the rating."""

from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from surveys.models import Consultation
from tests.factories.accounts import PASSWORD, UserFactory
from tests.factories.cms import page_of
from tests.factories.council import CouncilFactory, HelpLineFactory
from tests.factories.releases import answer
from tests.factories.replies import (
    PromiseFactory,
    PromiseWordingFactory,
    ReplyWordingFactory,
)
from tests.journeys.test_answering import start
from tests.journeys.test_releases import sign
from tests.journeys.test_whole_loop import good, press
from voice.replies.models import Promise, PromiseSurvey, Verdict

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]

NOT_KEPT = "fewer than half of them say it was kept"


@pytest.fixture
def promise(visit):
    """Return a promise young people have read, its day ten days away."""
    CouncilFactory()
    HelpLineFactory()
    UserFactory(lead=True)
    made = PromiseFactory(
        reply__published=True, due_on=timezone.localdate() + timedelta(days=10)
    )
    PromiseWordingFactory(promise=made)
    ReplyWordingFactory(reply=made.reply)
    return made


@pytest.fixture
def workers(promise):
    """Return two workers who run the survey the promise came of."""
    both = [UserFactory(worker=True), UserFactory(worker=True)]
    for survey in promise.reply.consultation.surveys.all():
        for worker in both:
            survey.members.get_or_create(user=worker)
    return both


def one_answers(child, link, *, helped):
    """Answer both questions on a phone, the first with no."""
    child.go(link)
    start(child.page)
    if helped:
        good(child)
    expect(child.page.get_by_text("No more bin bags").first).to_be_visible()
    child.page.get_by_label("No, you did not", exact=True).check(force=True)
    press(child, "Next")
    child.page.get_by_label("No, nothing changed for me", exact=True).check(force=True)
    press(child, "Next")
    press(child, "Finish")
    assert "Thank you" in child.page.locator("h1").inner_text()


def others_answer(survey):
    """Have fifty-eight more say what they think; they are the same groups."""
    made = [*answer(survey, yes=0, no=58, age_band=survey.age_bands[0])]
    for number, response in enumerate(made):
        kept = "yes" if number < 12 else "partly" if number < 30 else "no"
        response.answers = {
            "kept": {"state": "answered", "value": kept},
            "difference": {"state": "answered", "value": "same"},
        }
        response.save(update_fields=["answers"])


def time_passes(survey):
    """Let four weeks pass: the survey closed yesterday."""
    today = timezone.localdate()
    Consultation.objects.filter(pk=survey.consultation_id).update(
        opens_on=today - timedelta(days=29),
        closes_on=today - timedelta(days=1),
        reply_due_on=today + timedelta(days=27),
    )


@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
def test_a_promise_comes_back_as_the_young_peoples_verdict(
    signed_in, visit, promise, workers, script
):
    worker = signed_in(workers[0], PASSWORD, java_script_enabled=script)
    page, address = worker.page, f"/desk/replies/promises/{promise.pk}/"
    worker.go(address)
    good(worker)
    expect(page.get_by_text("Ask once its date has passed")).to_be_visible()
    Promise.objects.update(due_on=timezone.localdate() - timedelta(days=3))
    worker.go(address)
    page.get_by_label("Kept", exact=True).check()
    press(worker, "Save")
    worker.go(address)
    press(worker, "Ask young people")
    good(worker)
    press(worker, "Publish it now")
    survey = PromiseSurvey.objects.get().survey
    assert survey.live
    worker.go(f"/desk/surveys/{survey.slug}/ways-in/")
    press(worker, "Make an open link")
    link = f"/a/{survey.invitations.get().token}/"
    one_answers(visit(java_script_enabled=script), link, helped=script)
    others_answer(survey)
    time_passes(survey)
    worker.go(f"/desk/releases/of/{survey.slug}/")
    press(worker, "Propose and sign")
    assert not Verdict.objects.exists()
    sign(signed_in(workers[1], PASSWORD, java_script_enabled=script))
    worker.go(address)
    good(worker)
    expect(page.get_by_text(NOT_KEPT)).to_be_visible()
    child = visit(java_script_enabled=script)
    child.go(page_of(promise.reply.consultation).url)
    good(child)
    expect(child.page.get_by_text("You and we do not say the same.")).to_be_visible()
    expect(child.page.get_by_text("“Yes, you kept it”").first).to_be_visible()
