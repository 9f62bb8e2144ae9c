"""A poll: from nothing to a link, with nothing to choose."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from surveys.models import Consultation, Invitation, Survey
from surveys.ready import ready_surveys
from tests.factories.accounts import UserFactory
from tests.factories.surveys import (
    ConsultationFactory,
    SurveyFactory,
    SurveyMemberFactory,
)
from voice.accounts.models import User

pytestmark = pytest.mark.django_db
QUICK = reverse("surveys:quick")
JOB = "Participation worker"


@pytest.fixture
def desk(sign_in):
    UserFactory(lead=True)
    return sign_in(UserFactory(worker=True, job_title=JOB))


def as_it_comes(page, **said):
    """Return the form's values as a browser would send them back, with `said`."""
    form = page.context["form"]
    sent = {}
    for field in form:
        value = field.value()
        sent[field.html_name] = value if isinstance(value, list) else str(value or "")
    return sent | said


FACTS = {
    "title": "Our summer trip",
    "asked_who": "everybody in the Thursday group",
    "asked": "12",
}


def test_a_poll_opens_with_three_facts_and_nothing_chosen(desk):
    page = desk.post(QUICK, as_it_comes(desk.get(QUICK), **FACTS), follow=True)
    assert "Your poll is open." in page.parsed.text()
    survey = Survey.objects.get()
    assert survey.live
    edition = survey.editions.get()
    assert [q["kind"] for q in edition.definition["questions"]] == [
        "faces",
        "single",
        "long_text",
    ]
    assert edition.definition["age_bands"] == ["11-17"]
    assert edition.definition["mode"] == "name_not_asked"
    assert all(q["decision"] for q in edition.definition["questions"])
    assert Invitation.objects.get().survey == survey
    consultation = survey.consultation
    assert (consultation.asked, consultation.decision_maker) == (
        12,
        "Participation worker",
    )
    assert consultation.closes_on == timezone.localdate() + timedelta(weeks=2)


def test_a_question_left_empty_is_not_asked(desk):
    sent = as_it_comes(desk.get(QUICK), **FACTS, prompt_2="", prompt_3="")
    desk.post(QUICK, sent)
    [question] = Survey.objects.get().editions.get().definition["questions"]
    assert question["kind"] == "faces"
    assert question["wordings"]["en"][""]["options"]["5"] == "As happy as can be"


def test_who_decided_last_decides_again(desk):
    ConsultationFactory(decision_maker="Head of Play")
    assert desk.get(QUICK).context["form"]["decision_maker"].value() == "Head of Play"


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("title", "", "required"),
        ("asked", "0", "greater than or equal to 1"),
        ("asked", "many", "whole number"),
        ("prompt_1", "", "required"),
        ("kind_1", "", "Choose how it is answered."),
        ("kind_1", "drawing", "not one of the available"),
        ("closes_on", "2001-01-01", "This day is over."),
        ("age_bands", [], "Choose at least one age band."),
        ("age_bands", ["1-99"], "not one of the available"),
    ],
)
def test_a_bad_answer_is_said_beside_its_field_and_nothing_typed_is_lost(
    desk, name, value, words
):
    sent = as_it_comes(desk.get(QUICK), **FACTS, prompt_2="Is quokkaberry good?")
    page = desk.post(QUICK, sent | {name: value})
    assert page.status_code == 422
    assert any(words in error for error in page.context["form"].errors[name])
    assert "quokkaberry" in page.content.decode()
    assert not Consultation.objects.exists()


def test_a_poll_that_cannot_open_yet_is_kept_and_says_why(sign_in):
    desk = sign_in(UserFactory(worker=True, job_title="Worker"))
    page = desk.post(QUICK, as_it_comes(desk.get(QUICK), **FACTS), follow=True)
    survey = Survey.objects.get()
    assert page.request["PATH_INFO"] == reverse("surveys:check", args=[survey.slug])
    assert "invite a safeguarding lead first" in page.parsed.text()
    assert not survey.live
    assert not Invitation.objects.exists()


def test_two_polls_of_one_title_have_names_of_their_own(desk):
    for _time in range(2):
        desk.post(QUICK, as_it_comes(desk.get(QUICK), **FACTS))
    assert sorted(Survey.objects.values_list("slug", flat=True)) == [
        "our-summer-trip",
        "our-summer-trip-2",
    ]


def test_a_title_without_letters_has_a_short_name_too(desk):
    desk.post(QUICK, as_it_comes(desk.get(QUICK), **FACTS | {"title": "آپ کا سفر"}))
    assert Survey.objects.get().slug == "poll"


@pytest.mark.parametrize("slug", ["quick", "new", "begin", "file"])
def test_no_short_name_of_a_survey_is_taken(desk, slug):
    survey = SurveyFactory(slug=slug, title="Plantedheronword")
    SurveyMemberFactory(survey=survey, user=User.objects.get(job_title=JOB))
    page = desk.get(reverse("surveys:survey", kwargs={"slug": slug}))
    (heading,) = page.parsed.all("h1")
    assert page.parsed.text(heading) == "Plantedheronword"


def test_no_ready_survey_hides_behind_the_poll_or_the_file():
    names = {ready.name for ready in ready_surveys()}
    assert names.isdisjoint({"quick", "file"})
