"""Age bands in the council's settings, and wherever bands are chosen."""

import pytest

from tests.factories.accounts import UserFactory
from tests.factories.surveys import EditionFactory, SurveyFactory
from voice.council.models import AgeBand

pytestmark = pytest.mark.django_db


@pytest.fixture
def admin(sign_in):
    return sign_in(UserFactory(editor=True))


def test_the_list_says_which_ages_other_bands_have_too(admin):
    words = admin.get("/admin/age-bands/").parsed.text()
    assert "16, 17: also in 16 to 25 (leaving care)" in words
    assert "11: also in 11 to 17 (secondary)" in words


def test_a_band_is_added_and_then_offered_to_surveys(admin, sign_in):
    page = admin.post(
        "/admin/age-bands/new/",
        {"name": "adults", "youngest": 18, "oldest": 21, "is_offered": "on"},
    )
    assert page.status_code == 302
    assert AgeBand.objects.get(key="18-21").name == "adults"
    survey = SurveyFactory()
    client = sign_in(UserFactory(worker=True))
    page = client.get(f"/admin/snippets/surveys/survey/edit/{survey.pk}/")
    assert "18 to 21 (adults)" in page.content.decode()


def test_ages_that_were_asked_are_refused_beside_the_field(admin):
    EditionFactory()
    page = admin.post(
        "/admin/age-bands/edit/11-17/",
        {"name": "teens", "youngest": 11, "oldest": 18, "is_offered": "on"},
    )
    form = page.context["form"]
    assert list(form.errors) == ["youngest"]
    assert "so these ages stay" in form.errors["youngest"][0]
    assert form["oldest"].value() == "18"
    assert AgeBand.objects.get(key="11-17").oldest == 17


def test_no_band_is_ever_deleted(admin):
    admin.post("/admin/age-bands/delete/4-7/")
    assert AgeBand.objects.filter(key="4-7").exists()
