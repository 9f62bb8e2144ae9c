import pytest
from django.conf import settings
from django.urls import reverse

from surveys.enums import Mode
from surveys.models import Invitation, Response
from tests.factories.accounts import UserFactory
from tests.factories.answering import whole_definition
from tests.factories.surveys import EditionFactory

pytestmark = pytest.mark.django_db

SAID = {
    "language": "en",
    "age_band": "11-17",
    "helped_by": "worker",
    "helper": "Key worker",
    "help_given": ["read_aloud", "typed"],
}
YES = {"told": "yes", "agreement": "yes"}


@pytest.fixture
def desk(sign_in):
    return sign_in(UserFactory(worker=True))


@pytest.fixture
def address(link):
    return reverse("surveys:assisted", args=[link.survey.slug])


def test_worker_says_who_helps_then_reads_out_then_types(desk, address):
    assert desk.get(address).status_code == 200
    page = desk.post(address, SAID)
    text = page.parsed.text()
    assert "Do you want to take part?" in text
    assert "Somebody types your answers for you" in text
    assert "0800 1111" in text
    assert Response.objects.count() == 0
    page = desk.post(address, SAID | YES, follow=True)
    assert "This survey is not a referral." in page.parsed.text()
    row = Response.objects.get()
    assert (row.helped_by, row.help_given) == ("worker", ["read_aloud", "typed"])
    assert (row.agreement, row.company) == ("told", "helping")
    assert row.invitation.helper == "Key worker"
    page = desk.get(reverse("surveys:step", args=[1]))
    assert "Typed by a worker." in page.parsed.text()


@pytest.mark.parametrize("missing", ["help_given", "helped_by", "age_band"])
def test_who_helps_and_how_must_be_said(desk, address, missing):
    page = desk.post(
        address, {name: value for name, value in SAID.items() if name != missing}
    )
    assert page.status_code == 422
    assert 'value="Key worker"' in page.content.decode()
    assert Invitation.objects.filter(kind="assisted").count() == 0


def test_without_a_yes_nothing_starts(desk, address):
    page = desk.post(address, SAID | {"told": "yes"})
    assert page.status_code == 422
    assert "Choose yes or no." in page.parsed.text()
    page = desk.post(address, SAID | {"told": "yes", "agreement": "no"})
    assert "They said no, and that is fine" in page.parsed.text()
    assert Response.objects.count() == 0
    assert Invitation.objects.filter(kind="assisted").count() == 0


def test_what_is_told_is_in_their_own_language(desk, address):
    page = desk.post(address, SAID | {"language": "ur"})
    assert page.headers["Content-Language"] == "ur"
    assert 'dir="rtl"' in page.content.decode()


def test_a_reference_is_asked_for_only_where_a_worker_may_know(desk, address):
    assert 'name="reference"' not in desk.get(address).content.decode()
    known = EditionFactory(
        definition=whole_definition() | {"mode": Mode.KNOWN_TO_WORKER.value},
        survey__mode=Mode.KNOWN_TO_WORKER,
    ).survey
    there = reverse("surveys:assisted", args=[known.slug])
    assert 'name="reference"' in desk.get(there).content.decode()
    desk.post(there, SAID | YES | {"reference": "AB 12"})
    assert Invitation.objects.get(kind="assisted").label == "AB 12"


def test_nobody_types_into_a_closed_survey(desk, address, link, in_days):
    link.survey.consultation.closes_on = in_days(-1)
    link.survey.consultation.save()
    assert "Nobody can answer now" in desk.get(address).parsed.text()
    assert "Nobody can answer now" in desk.post(address, SAID | YES).parsed.text()
    assert Response.objects.count() == 0


def finish(browser):
    """Go through to the end, skipping everything; return the page that thanks."""
    row = Response.objects.get()
    return browser.post(reverse("surveys:finish"), {"response": row.pk}, follow=True)


def test_a_worker_who_typed_comes_back_to_the_desk(desk, address):
    desk.post(address, SAID | YES, follow=True)
    page = finish(desk)
    assert address in [a.get("href") for a in page.parsed.all("a")]


def test_nobody_else_is_led_to_the_desk(desk, address):
    desk.post(address, SAID | YES, follow=True)
    del desk.cookies[settings.SESSION_COOKIE_NAME]
    page = finish(desk)
    assert page.parsed.heading == "Thank you"
    assert [a for a in page.parsed.all("a") if "/desk/" in a.get("href", "")] == []


def test_a_worker_who_does_not_run_the_survey_is_not_led_there(desk, sign_in, address):
    desk.post(address, SAID | YES, follow=True)
    page = finish(sign_in(UserFactory(outsider=True)))
    assert page.parsed.heading == "Thank you"
    assert [a for a in page.parsed.all("a") if "/desk/" in a.get("href", "")] == []
