import re
from urllib.parse import urlencode

import pytest
from django.urls import reverse

from surveys.logic.codes import paper_code
from surveys.models import Comment, PaperSheet, PaperSlip, Response
from tests.factories.accounts import UserFactory
from tests.factories.every_kind import open_every_kind_link

pytestmark = pytest.mark.django_db
SECRET = "plantedxyzzy turn up"


@pytest.fixture
def survey(client, settings):
    settings.PAPER_SAMPLE = 1
    survey = open_every_kind_link().survey
    client.force_login(UserFactory(worker=True))
    return survey


@pytest.fixture
def top(survey):
    edition = survey.editions.get()
    return {
        "code": paper_code(edition.pk),
        "language": "en",
        "age_band": "11-17",
        "helped_by": "not_said",
    }


def keyed(question, survey):
    """Return what is keyed of one question."""
    name, kind = f"q-{question['key']}", question["kind"]
    options = question["options"]
    if kind == "order":
        chosen = options[: question.get("most") or len(options)]
        return {f"{name}-{key}": n for n, key in enumerate(chosen, start=1)}
    if kind == "date":
        return {f"{name}-year": 2025, f"{name}-month": "03"}
    if kind == "scale":
        return {name: "7"}
    if kind == "several":
        return {name: options[:1]}
    if options:
        return {name: options[0]}
    return {name: SECRET} if kind not in {"message", "break"} else {}


@pytest.fixture
def form(survey):
    data = {}
    for question in survey.editions.get().definition["questions"]:
        data |= keyed(question, survey)
    return data


def at(name, survey, **args):
    return reverse(f"surveys:{name}", kwargs={"slug": survey.slug, **args})


def test_empty_list_says_what_to_do_and_begins_with_the_newest_code(
    client, survey, top
):
    page = client.get(at("paper_sheets", survey))
    assert "No paper yet" in page.content.decode()
    assert f'value="{top["code"]}"' in page.content.decode()


@pytest.mark.parametrize("code", ["", "222-22", "not a code", "222-4V"])
def test_code_of_no_paper_of_this_survey_is_refused_kindly(client, survey, top, code):
    page = client.get(at("key_paper", survey), top | {"code": code})
    assert page.status_code == 422
    assert "age_band" in page.content.decode()


def test_paper_of_every_kind_is_keyed_twice_and_settled(client, survey, top, form):
    where = at("key_paper", survey)
    page = client.get(where, top)
    assert page.status_code == 200
    page = client.post(where, form, query_params=top, follow=True)
    assert "Write 1 on the paper" in page.content.decode()
    assert "plantedxyzzy" not in page.content.decode()
    sheet = PaperSheet.objects.get()
    answers = sheet.response.answers
    asked = [
        question["key"]
        for question in survey.editions.get().definition["questions"]
        if question["kind"] not in {"message", "break"}
    ]
    assert sorted(answers) == sorted(asked)
    assert {one["state"] for one in answers.values()} == {"answered"}
    assert Comment.objects.exists()
    again = at("key_paper_again", survey, pk=sheet.pk)
    page = client.get(again)
    assert "plantedxyzzy" not in page.content.decode()
    page = client.post(again, form | {"q-safe": "3"}, follow=True)
    assert page.request["PATH_INFO"] == at("settle_paper", survey, pk=sheet.pk)
    page = client.post(page.request["PATH_INFO"], {})
    assert page.status_code == 422
    page = client.post(
        at("settle_paper", survey, pk=sheet.pk), {"right-safe": "second"}, follow=True
    )
    assert "1 difference, settled" in page.content.decode()
    sheet.response.refresh_from_db()
    assert sheet.response.answers["safe"]["value"] == 3
    assert client.get(again).status_code == 404


def test_refused_paper_keeps_all_that_was_keyed(client, survey, top, form):
    order = next(name for name in form if name.startswith("q-first-"))
    same = {name: 1 for name in form if name.startswith("q-first-")}
    page = client.post(at("key_paper", survey), form | same, query_params=top)
    assert page.status_code == 422
    assert SECRET in page.content.decode()
    assert f"#id_{order}" in page.content.decode()
    assert not PaperSheet.objects.exists()


def test_list_asks_the_same_however_long_it_is(
    client, survey, top, form, django_assert_max_num_queries
):
    for _ in range(3):
        client.post(at("key_paper", survey), form, query_params=top)
    with django_assert_max_num_queries(22):
        page = client.get(at("paper_sheets", survey))
    assert "3 papers wait to be keyed again" in page.content.decode()


def test_slips_are_shown_once_and_kept_nowhere(client, survey):
    page = client.post(at("paper_slips", survey), {"number": 3, "language": "en"})
    shown = page.content.decode()
    codes = set(re.findall(r"[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]\b", shown))
    assert len(codes) == 3
    assert "slip 3" in page.parsed.text()
    assert page.headers["Cache-Control"] == "no-store"
    again = client.get(at("paper_sheets", survey)).content.decode()
    assert not [code for code in codes if code in again]


@pytest.mark.parametrize("number", ["0", "500", "many"])
def test_too_many_slips_are_refused_kindly(client, survey, number):
    asked = {"number": number, "language": "en"}
    page = client.post(at("paper_slips", survey), asked, follow=True)
    assert "from 1 to 120 slips" in page.parsed.text()
    assert not PaperSlip.objects.exists()


def test_a_paper_is_keyed_with_the_number_of_its_slip_once(client, survey, top, form):
    client.post(at("paper_slips", survey), {"number": 1, "language": "en"})
    where = f"{at('key_paper', survey)}?{urlencode(top | {'slip': 1})}"
    page = client.post(where, form, follow=True)
    assert "Kept as number 1" in page.parsed.text()
    assert "slip=" not in page.redirect_chain[-1][0]
    assert Response.objects.get().receipt_hash
    page = client.get(where)
    assert page.status_code == 422
    assert "another paper was keyed with it" in page.parsed.text()
