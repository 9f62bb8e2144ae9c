"""Those who run a survey have all its answers as a file, with a reason, for a day."""

import pytest
from django.urls import reverse

from surveys.models import Response
from tests.factories.accounts import UserFactory
from tests.factories.releases import AnsweredSurveyFactory, comment_on
from tests.factories.surveys import SurveyMemberFactory
from voice.releases.domain import exporting
from voice.releases.domain.exporting import ask_export
from voice.releases.models import Export

pytestmark = pytest.mark.django_db
WHY = "To look at it with the youth council"


@pytest.fixture
def worker():
    return UserFactory(worker=True)


@pytest.fixture
def survey():
    return AnsweredSurveyFactory(yes=3, no=2)


@pytest.fixture
def held(monkeypatch):
    """Keep what is asked for waiting: nobody makes it."""
    monkeypatch.setattr(exporting, "export_asked", lambda _pk: None)


def url(name, survey, *more):
    return reverse(f"releases:{name}", args=[survey.slug, *more])


def main_text(page):
    return page.parsed.text(next(e for e in page.parsed.all("main")))


def test_it_is_asked_for_with_a_reason_made_and_taken(sign_in, survey, worker):
    comment_on(Response.objects.first(), "zebra come wen u say")
    client = sign_in(worker)
    page = client.get(url("answers", survey))
    assert "5 responses, one a line" in main_text(page)
    page = client.post(url("answers", survey), {"why": WHY}, follow=True)
    assert "Your file is ready: 5 responses" in main_text(page)
    export = Export.objects.get()
    assert (export.why, export.by) == (WHY, worker)
    page = client.post(url("take_answers", survey, export.pk))
    content = b"".join(page.streaming_content).decode("utf-8-sig")
    assert len(content.splitlines()) == 6
    assert "zebra come wen u say" in content
    assert page.headers["Content-Disposition"] == 'attachment; filename="answers.csv"'
    assert "no-store" in page.headers["Cache-Control"]


def test_no_word_of_a_young_person_is_on_the_page(sign_in, survey, worker):
    comment_on(Response.objects.first(), "zebra come wen u say")
    page = sign_in(worker).post(url("answers", survey), {"why": WHY}, follow=True)
    assert "zebra" not in page.content.decode()


@pytest.mark.parametrize("why", ["", "because"])
def test_without_a_reason_nothing_is_made_and_what_was_typed_stays(
    sign_in, survey, worker, why
):
    page = sign_in(worker).post(url("answers", survey), {"why": why})
    assert page.status_code == 422
    assert "Something needs another look" in main_text(page)
    field = next(one for one in page.parsed.all("input") if one.get("name") == "why")
    assert (field.get("value") or "") == why
    assert not Export.objects.exists()


def test_how_far_it_is_is_told_without_script_too(sign_in, survey, worker, held):
    export = ask_export(survey, why=WHY, by=worker)
    Export.objects.filter(pk=export.pk).update(
        state="making", rows_done=2_000, rows_all=5_000
    )
    page = sign_in(worker).get(url("answers", survey))
    assert "2000 of 5000 responses so far" in main_text(page).replace(",", "")
    assert [one.get("value") for one in page.parsed.all("progress")] == ["2000"]
    assert "See how far it is" in main_text(page)
    page = sign_in(worker).post(url("answers", survey), {"why": WHY})
    assert "being made already" in main_text(page)


def test_what_is_not_ready_is_not_given(sign_in, survey, worker, held):
    export = ask_export(survey, why=WHY, by=worker)
    page = sign_in(worker).post(url("take_answers", survey, export.pk), follow=True)
    assert "not there any more" in main_text(page)


def test_it_is_destroyed_when_asked(sign_in, survey, worker):
    export = ask_export(survey, why=WHY, by=worker)
    page = sign_in(worker).post(url("drop_answers", survey, export.pk), follow=True)
    assert "The file is destroyed" in main_text(page)
    assert not export.parts.exists()


def test_another_who_runs_it_sees_who_asked_and_why_and_cannot_take_it(
    sign_in, survey, worker
):
    export = ask_export(survey, why=WHY, by=worker)
    colleague = UserFactory(worker=True)
    client = sign_in(colleague)
    assert WHY in main_text(client.get(url("answers", survey)))
    for name in ("take_answers", "drop_answers"):
        assert client.post(url(name, survey, export.pk)).status_code == 404
    assert export.parts.exists()


def test_who_does_not_run_the_survey_finds_nothing(sign_in, survey, worker):
    export = ask_export(survey, why=WHY, by=worker)
    stranger = UserFactory(outsider=True)
    SurveyMemberFactory(user=stranger, survey=AnsweredSurveyFactory(yes=1, no=0))
    client = sign_in(stranger)
    assert client.get(url("answers", survey)).status_code == 404
    assert client.post(url("answers", survey), {"why": WHY}).status_code == 404
    for name in ("take_answers", "drop_answers"):
        assert client.post(url(name, survey, export.pk)).status_code == 404


def test_who_runs_it_no_more_has_it_no_more(sign_in, survey, worker):
    export = ask_export(survey, why=WHY, by=worker)
    survey.members.filter(user=worker).delete()
    client = sign_in(worker)
    assert client.post(url("take_answers", survey, export.pk)).status_code == 404


def test_a_survey_nobody_answered_leads_to_its_ways_in(sign_in, worker):
    survey = AnsweredSurveyFactory(yes=0, no=0)
    SurveyMemberFactory(user=worker, survey=survey)
    page = sign_in(worker).get(url("answers", survey))
    assert "Nobody has finished yet" in main_text(page)


def test_the_list_of_releases_leads_there(sign_in, survey, worker):
    page = sign_in(worker).get("/desk/releases/")
    assert f'href="{url("answers", survey)}"' in page.parsed.source
    page = sign_in(UserFactory(owner=True)).get("/desk/releases/")
    assert url("answers", survey) not in page.parsed.source


def test_the_page_asks_as_much_of_the_database_for_many_files(
    sign_in, survey, worker, django_assert_max_num_queries, held
):
    for number in range(12):
        Export.objects.create(
            survey=survey, by=UserFactory(), why=f"{WHY} {number}", state="expired"
        )
    client = sign_in(worker)
    with django_assert_max_num_queries(16):
        client.get(url("answers", survey))
