import pytest

from tests.factories.accounts import UserFactory
from tests.factories.releases import (
    AnsweredSurveyFactory,
    ReleaseFactory,
    comment_on,
    tagged,
)
from tests.factories.surveys import SurveyMemberFactory
from voice.releases.models import Release

pytestmark = pytest.mark.django_db


@pytest.fixture
def worker():
    """Return a participation worker."""
    return UserFactory(worker=True)


def main_text(page):
    """Return what the main part of a page says."""
    return page.parsed.text(next(e for e in page.parsed.all("main")))


@pytest.fixture
def survey(worker):
    """Return a closed survey of nine, one of whom wrote about something rare."""
    survey = AnsweredSurveyFactory(yes=6, no=3)
    SurveyMemberFactory(survey=survey, user=worker)
    response = survey.editions.first().responses.first()
    reading = comment_on(response, "They open my letters.")
    tagged(survey, "Letters are opened", [reading], heard_from_few=True)
    return survey


def test_a_release_that_could_be_worked_out_says_what_to_leave_out(
    sign_in, worker, survey
):
    client = sign_in(worker)
    url = f"/desk/releases/of/{survey.slug}/"
    quote = str(survey.comments.get().pk)
    page = client.post(url, {"quotes": [quote]})
    assert page.status_code == 200
    assert "“Letters are opened”: beside the other figures" in main_text(page)
    boxes = page.parsed.all("input")
    ticked = {box.get("value") for box in boxes if box.get("checked") is not None}
    theme = survey.consultation.codebooks.get().themes.get(name="Letters are opened")
    assert ticked == {quote, f"theme/{theme.pk}/"}
    assert not Release.objects.exists()
    client.post(url, {"quotes": [quote], "leave_out": [f"theme/{theme.pk}/"]})
    release = Release.objects.get()
    assert release.tables["themes"] == []
    assert release.quotes.count() == 1


def test_only_what_is_told_can_be_left_out(sign_in, worker, survey):
    url = f"/desk/releases/of/{survey.slug}/"
    page = sign_in(worker).post(url, {"leave_out": ["question/know_worker/nothing"]})
    assert page.status_code == 200
    assert not Release.objects.exists()


def test_who_signs_hears_that_it_was_tried(sign_in, worker):
    release = ReleaseFactory()
    SurveyMemberFactory(survey=release.survey, user=worker)
    figures = release.attempts.get().figures
    for path in (f"/desk/releases/{release.pk}/", f"/desk/releases/{release.pk}/sign/"):
        said = main_text(sign_in(worker).get(path))
        assert f"They had {figures} figures before them" in said
        assert "nothing was found that is certain of anybody" in said


def test_who_signs_hears_why_not(sign_in, worker, settings):
    release = ReleaseFactory()
    SurveyMemberFactory(survey=release.survey, user=worker)
    settings.DISCLOSURE_ATTACK_SECONDS = -1
    page = sign_in(worker).post(f"/desk/releases/{release.pk}/sign/", follow=True)
    assert "could not be settled in time" in page.parsed.text(
        page.parsed.all("body")[0]
    )
    release.refresh_from_db()
    assert release.is_waiting
