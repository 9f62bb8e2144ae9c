"""Who opens our own screens in the Wagtail admin, tried with real objects."""

from datetime import date, time

import pytest

from surveys.models import ConsultationWording
from tests.factories.accounts import UserFactory
from tests.factories.council import CouncilFactory, HelpLineFactory
from tests.factories.surveys import SurveyFactory
from tests.house.access import ADMIN, EDITOR, WORKER
from voice.accounts.enums import Role
from voice.council.models import AgeBand, DutyHours, Holiday

pytestmark = pytest.mark.django_db

COUNCIL = {ADMIN, EDITOR}


@pytest.fixture
def paths():
    """Return every screen of ours in the admin, and the roles it is for."""
    survey = SurveyFactory(languages=["en", "ur"])
    survey.save_revision()
    consultation = survey.consultation
    wording = ConsultationWording.objects.create(
        consultation=consultation, language="ur", title="عنوان"
    )
    hours = DutyHours.objects.create(weekday=0, starts=time(9), ends=time(17))
    holiday = Holiday.objects.create(day=date(2026, 12, 25), name="Christmas Day")
    snippets = "/admin/snippets/surveys/survey"
    found = {
        f"/admin/surveys/{survey.pk}/wordings/": {WORKER},
        f"/admin/surveys/{survey.pk}/wordings/ur/any/": {WORKER},
        f"/admin/surveys/{survey.pk}/wordings/ur/any/words.po": {WORKER},
        f"/admin/surveys/{survey.pk}/wordings/ur/any/file/": {WORKER},
        "/admin/surveys/safety-words/ur/": {WORKER},
        "/admin/council/own/": COUNCIL,
        f"/admin/council/edit/{CouncilFactory().pk}/": COUNCIL,
        f"{snippets}/": {WORKER},
        f"{snippets}/add/": {WORKER},
        f"{snippets}/preview/": {WORKER},
    }
    for view in ("edit", "preview", "history", "usage", "delete"):
        found[f"{snippets}/{view}/{survey.pk}/"] = {WORKER}
    for name, thing, roles in (
        ("consultations", consultation, {WORKER}),
        ("consultation-wordings", wording, {WORKER}),
        ("help-lines", HelpLineFactory(), COUNCIL),
        ("age-bands", AgeBand.objects.get(key="4-7"), COUNCIL),
        ("duty-hours", hours, COUNCIL),
        ("holidays", holiday, COUNCIL),
    ):
        found[f"/admin/{name}/"] = roles
        found[f"/admin/{name}/new/"] = roles
        found[f"/admin/{name}/edit/{thing.pk}/"] = roles
        found[f"/admin/{name}/history/{thing.pk}/"] = roles
    return found


def opens(client, path):
    """Say whether `path` is shown, or leads to another screen of ours."""
    page = client.get(path)
    if page.status_code == 302:
        return page.headers["Location"] not in {"/admin/", "/"} and (
            "login" not in page.headers["Location"]
        )
    return page.status_code == 200


@pytest.mark.parametrize("role", Role, ids=lambda role: role.value)
def test_role_opens_only_its_own_screens_in_the_admin(role, sign_in, paths):
    client = sign_in(UserFactory(roles=[role]))
    assert {path: opens(client, path) for path in paths} == {
        path: role in roles for path, roles in paths.items()
    }


@pytest.mark.parametrize("role", [EDITOR, ADMIN], ids=lambda role: role.value)
def test_web_editor_and_administrator_cannot_publish_a_survey(role, sign_in):
    survey = SurveyFactory()
    client = sign_in(UserFactory(roles=[role]))
    client.post(
        f"/admin/snippets/surveys/survey/edit/{survey.pk}/",
        {"title": "Planted by an editor", "action-publish": "yes"},
    )
    survey.refresh_from_db()
    assert (survey.title, survey.live) == ("My social worker and me", False)
    assert not survey.editions.exists()
