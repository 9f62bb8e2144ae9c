import pytest
from django.urls import reverse

from tests.factories.accounts import UserFactory
from tests.factories.briefings import BriefingFactory, issued_on
from tests.factories.statement import KeyThemeFactory, ReleaseFactory
from voice.briefings.models import Publication

pytestmark = pytest.mark.django_db


@pytest.fixture
def briefing():
    return issued_on(ReleaseFactory(quotes=["plumtree words"]), KeyThemeFactory())


@pytest.fixture
def at_work(sign_in):
    return sign_in(UserFactory(worker=True))


def test_worker_reads_the_public_part_before_saying_yes(at_work, briefing):
    here = reverse("briefings:publish", args=[briefing.pk])
    assert "plumtree words" in at_work.get(here).parsed.text()
    assert not Publication.objects.exists()
    after = at_work.post(here, follow=True)
    assert "its public part is on the site" in after.parsed.text()


def test_draft_cannot_be_shown(at_work):
    here = reverse("briefings:publish", args=[BriefingFactory().pk])
    assert at_work.get(here).status_code == 404


def test_taking_it_off_asks_why(at_work, briefing):
    at_work.post(reverse("briefings:publish", args=[briefing.pk]))
    here = reverse("briefings:unpublish", args=[briefing.pk])
    assert "Say why." in at_work.post(here, {"why": ""}).parsed.text()
    at_work.post(here, {"why": "A mistake."})
    assert Publication.objects.get().ended_why == "A mistake."
    assert at_work.get(here).status_code == 404
