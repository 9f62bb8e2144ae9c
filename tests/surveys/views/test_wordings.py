"""The wordings editor keeps what was typed and says what is missing."""

import pytest

from surveys.models import LanguageApproval
from tests.factories.accounts import UserFactory
from tests.factories.surveys import SurveyFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def survey():
    return SurveyFactory(languages=["en", "ur"])


@pytest.fixture
def at_work(sign_in):
    return sign_in(UserFactory(worker=True))


def path(survey, language="ur", band="any"):
    return f"/admin/surveys/{survey.pk}/wordings/{language}/{band}/"


def filled(page, text="لفظ"):
    """Return what the form sends with every box filled."""
    return {name: text for name in page.context["form"].fields if ":" in name}


def test_editor_has_a_box_for_every_part(at_work, survey):
    page = at_work.get(path(survey))
    boxes = [name for name in page.context["form"].fields if name.startswith("text:")]
    assert len(boxes) == 19
    assert page.context["version"].missing == 19


def test_saving_and_approving_makes_the_language_complete(at_work, survey):
    sent = filled(at_work.get(path(survey)))
    sent |= {"reader_name": "Amina Sadiq", "then": "approve"}
    page = at_work.post(path(survey), sent, follow=True)
    assert page.status_code == 200
    assert page.context["version"].approval.reader_name == "Amina Sadiq"
    assert page.context["version"].missing == 0


@pytest.mark.parametrize("name", ["", "   "])
def test_approval_without_a_name_saves_nothing_and_loses_nothing(at_work, survey, name):
    sent = filled(at_work.get(path(survey)), "planted")
    page = at_work.post(path(survey), sent | {"reader_name": name, "then": "approve"})
    assert page.status_code == 422
    assert page.content.decode().count("planted") == 19
    assert not survey.wordings.exists()
    assert not LanguageApproval.objects.exists()


def test_approval_of_half_a_language_saves_nothing_and_loses_nothing(at_work, survey):
    sent = {"text::title": "planted", "reader_name": "Amina", "then": "approve"}
    page = at_work.post(path(survey), sent)
    assert page.status_code == 422
    assert "Word everything first" in page.content.decode()
    assert "planted" in page.content.decode()
    assert not survey.wordings.exists()


def test_stale_wording_is_right_again_when_somebody_says_so(at_work, survey):
    sent = filled(at_work.get(path(survey)))
    at_work.post(path(survey), sent)
    survey.title = "Another title"
    survey.save_revision()
    page = at_work.get(path(survey))
    assert page.context["version"].stale == 1
    page = at_work.post(path(survey), sent, follow=True)
    assert page.context["version"].stale == 1
    page = at_work.post(path(survey), sent | {"right::title": "on"}, follow=True)
    assert page.context["version"].stale == 0


@pytest.mark.parametrize(
    ("language", "band"), [("pl", "any"), ("ur", "4-7"), ("ur", "x")]
)
def test_version_that_is_not_asked_is_not_found(at_work, survey, language, band):
    assert at_work.get(path(survey, language, band)).status_code == 404


def test_survey_that_is_not_there_is_not_found(at_work):
    assert at_work.get("/admin/surveys/999999/wordings/ur/any/").status_code == 404
