"""A survey's own page, its editions, and closing, opening, more time, archive, copy."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from surveys.domain.publishing import publish_survey
from surveys.drafting.values import extras_of
from surveys.models import ScheduleRefusal, Survey
from tests.factories.accounts import UserFactory
from tests.factories.surveys import EditionFactory, ResponseFactory, SurveyFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def worker():
    UserFactory(lead=True)
    return UserFactory(worker=True)


@pytest.fixture
def desk(sign_in, worker):
    return sign_in(worker)


@pytest.fixture
def survey(worker):
    survey = SurveyFactory(title="How it is")
    publish_survey(survey, by=worker)
    return Survey.objects.get(pk=survey.pk)


def at(name, survey):
    """Return an address of the survey."""
    return reverse(f"surveys:{name}", args=[survey.slug])


def links(page):
    """Return the addresses the page leads to."""
    return {link.get("href") for link in page.parsed.all("a")}


def test_its_page_says_where_it_stands_and_leads_on(desk, survey):
    page = desk.get(at("survey", survey))
    text = page.parsed.text()
    assert "Open Edition 1, published on" in text
    assert "0 finished and 0 under way, of 470 asked." in text
    assert links(page) >= {
        at(name, survey)
        for name in ("editions", "invitations", "people", "copy", "close", "extend")
    }
    assert at("reopen", survey) not in links(page)
    assert at("archive", survey) not in links(page)


def test_a_draft_has_no_ways_in_yet(desk):
    survey = SurveyFactory()
    page = desk.get(at("survey", survey))
    assert "Nothing is published yet." in page.parsed.text()
    assert at("invitations", survey) not in links(page)


def test_a_refused_schedule_is_told_on_its_page_and_in_the_list(desk, survey):
    ScheduleRefusal.objects.create(survey=survey, reasons=["Name a reader <b>."])
    text = desk.get(at("survey", survey)).parsed.text()
    assert "It did not publish itself on" in text
    assert "Name a reader <b>." in text
    listed = desk.get(reverse("surveys:surveys")).parsed.text()
    assert "Did not publish itself" in listed


def test_what_is_scheduled_is_told(desk, worker):
    survey = SurveyFactory()
    survey.go_live_at = timezone.now() + timedelta(days=3)
    survey.save_revision(user=worker).publish(user=worker)
    assert "A draft publishes itself on" in desk.get(at("survey", survey)).parsed.text()


def test_editions_say_in_words_what_changed(desk, survey, worker):
    survey.questions[0].value["prompt"] = "Do you know who your worker is?"
    del survey.questions[1]
    publish_survey(survey, by=worker)
    text = desk.get(at("editions", survey)).parsed.text()
    assert (
        "From edition 1 to edition 2: questions added: 0, changed: 1, taken out: 1. "
        "No trend breaks."
    ) in text
    assert (
        "Changed: “Do you know who your worker is?” Question, English "
        "before: Do you know your worker? now: Do you know who your worker is? "
        "The trend goes on"
    ) in text
    assert "Taken out: “What helps?” The trend ends" in text


def test_conditions_are_told_in_words(desk, survey, worker):
    condition = {"question": "know_worker", "operator": "is", "value": "yes"}
    survey.questions[1].value["extras"] = extras_of({"show_if": condition})
    survey.save_revision(user=worker)
    text = desk.get(at("editions", survey)).parsed.text()
    assert (
        "When it is shown before: always now: shown when “Do you know your worker?” is "
    ) in text
    assert "Other young people are asked it now" in text


def test_the_draft_is_compared_before_it_is_published(desk, survey, worker):
    survey.questions[0].value["options"] = [
        *survey.questions[0].value["options"],
        {
            "id": "",
            "key": "bit",
            "text": "A bit",
            "is_other": False,
            "is_alone": False,
            "picture": None,
        },
    ]
    survey.save_revision(user=worker)
    text = desk.get(at("editions", survey)).parsed.text()
    assert "From edition 1 to the draft, if it is published as it is now:" in text
    assert "New option: “A bit”." in text
    assert "The trend breaks" in text
    assert "Its options are not the same." in text
    edit = reverse("wagtailsnippets_surveys_survey:edit", args=[survey.pk])
    assert b"1 trend breaks." in desk.get(edit).content
    checklist = desk.get(reverse("surveys:check", args=[survey.slug])).parsed.text()
    assert "1 trend breaks." in checklist


def test_any_two_editions_can_be_chosen(desk, survey, worker):
    for title in ("Two", "Three"):
        survey.title = title
        publish_survey(survey, by=worker)
    text = desk.get(at("editions", survey) + "?before=1&after=2").parsed.text()
    assert "before: How it is now: Two" in text
    assert "Three" not in text.split("What changed")[1].split("From edition")[1]


@pytest.mark.parametrize(
    "query", ["before=2&after=1", "before=1&after=9", "before=x&after=draft"]
)
def test_a_comparison_that_cannot_be_is_refused_kindly(desk, survey, worker, query):
    survey.title = "Two"
    publish_survey(survey, by=worker)
    page = desk.get(f"{at('editions', survey)}?{query}")
    assert page.status_code == 200
    assert "Choose an earlier edition first" in page.parsed.text()


def test_one_edition_has_nothing_to_compare(desk, survey):
    text = desk.get(at("editions", survey)).parsed.text()
    assert "There is one edition and no newer draft" in text


def test_no_edition_yet_says_so(desk):
    text = desk.get(at("editions", SurveyFactory())).parsed.text()
    assert "No edition yet" in text


@pytest.mark.parametrize("name", ["close", "archive", "take_out", "copy", "extend"])
def test_nothing_happens_without_saying_yes(desk, survey, name):
    page = desk.post(at(name, survey), {})
    assert page.status_code == 422
    assert "Something needs another look" in page.parsed.text()
    assert Survey.objects.filter(live=True, archived=None).get() == survey


def test_close_open_again_and_archive(desk, survey):
    page = desk.post(at("close", survey), {"sure": "on"}, follow=True)
    assert "Closed. Nobody can start it now" in page.parsed.text()
    page = desk.post(at("reopen", survey), {"sure": "on"}, follow=True)
    assert "Open again, until" in page.parsed.text()
    page = desk.post(at("archive", survey), {"sure": "on"})
    assert "It is open. Close it first." in page.parsed.text()
    desk.post(at("close", survey), {"sure": "on"})
    page = desk.post(at("archive", survey), {"sure": "on"}, follow=True)
    assert "Archived. You find it at the end" in page.parsed.text()


def test_an_archived_survey_is_in_the_archive_and_in_no_other_list(desk, survey):
    survey.title = "Plantedheronword"
    survey.save()
    for name in ("close", "archive"):
        desk.post(at(name, survey), {"sure": "on"})
    desk.get(at("survey", survey))
    lists = [reverse("surveys:surveys"), "/admin/snippets/surveys/survey/"]
    for path in lists:
        assert b"Plantedheronword" not in desk.get(path).content
    away = desk.get(lists[0] + "?archived").parsed.text()
    assert "Plantedheronword Archived" in away
    assert "1 archived survey" in desk.get(lists[0]).parsed.text()
    desk.post(at("take_out", survey), {"sure": "on"})
    for path in lists:
        assert b"Plantedheronword" in desk.get(path).content


def test_a_survey_after_its_closing_day_is_told_what_to_do_first(desk):
    edition = EditionFactory(survey__consultation__closed=True, survey__live=False)
    page = desk.get(at("reopen", edition.survey))
    assert "Its closing day is over. Give it more time first." in page.parsed.text()
    assert at("extend", edition.survey) in links(page)


def test_more_time_is_given(desk, survey, in_days):
    sent = {
        "closes_on": in_days(20).isoformat(),
        "reply_due_on": in_days(80).isoformat(),
        "reply_moved_why": "We heard that many were on holiday.",
        "sure": "on",
    }
    page = desk.post(at("extend", survey), sent, follow=True)
    assert "It closes on" in page.parsed.text()
    survey.consultation.refresh_from_db()
    assert survey.consultation.closes_on == in_days(20)
    assert survey.consultation.reply_moved_why == sent["reply_moved_why"]


def test_a_reply_that_comes_later_needs_a_reason(desk, survey, in_days):
    sent = {
        "closes_on": in_days(20).isoformat(),
        "reply_due_on": in_days(80).isoformat(),
        "sure": "on",
    }
    page = desk.post(at("extend", survey), sent)
    assert page.status_code == 422
    assert "Say why we reply later than we said." in page.parsed.text()
    survey.consultation.refresh_from_db()
    assert survey.consultation.reply_due_on == in_days(60)


def test_days_in_the_wrong_order_are_told_beside_the_field(desk, survey, in_days):
    sent = {
        "closes_on": in_days(5).isoformat(),
        "reply_due_on": in_days(4).isoformat(),
        "sure": "on",
    }
    page = desk.post(at("extend", survey), sent)
    assert page.status_code == 422
    text = page.parsed.text()
    assert "Closes on: Choose a day after the one on which it closes now." in text
    assert "We reply by: The reply must come after it closes." in text
    typed = {box.get("name"): box.get("value") for box in page.parsed.all("input")}
    assert typed["closes_on"] == sent["closes_on"]


def test_closing_says_how_many_are_answering(desk, survey):
    edition = survey.editions.get()
    ResponseFactory(edition=edition, answers={"know_worker": {"state": "skipped"}})
    text = desk.get(at("close", survey)).parsed.text()
    assert "1 young person is answering now. Whoever has begun may finish." in text


def test_a_copy_is_made(desk, survey):
    page = desk.get(at("copy", survey))
    title = next(b for b in page.parsed.all("input") if b.get("name") == "title")
    assert title.get("value") == "How it is (copy)"
    sent = {"title": "Again", "consultation": survey.consultation_id}
    page = desk.post(at("copy", survey), sent, follow=True)
    assert page.parsed.heading == "Again"
    assert Survey.objects.get(slug="again").questions[0].value["key"] == "know_worker"


def test_a_copy_goes_to_no_consultation_of_others(desk, survey):
    theirs = SurveyFactory(members=[]).consultation
    sent = {"title": "Again", "consultation": theirs.pk}
    page = desk.post(at("copy", survey), sent)
    assert page.status_code == 422
    assert Survey.objects.filter(title="Again").count() == 0
    typed = next(b for b in page.parsed.all("input") if b.get("name") == "title")
    assert typed.get("value") == "Again"


def test_the_list_asks_the_same_of_the_database_however_long(
    desk, survey, django_assert_max_num_queries
):
    SurveyFactory.create_batch(4)
    with django_assert_max_num_queries(13):
        page = desk.get(reverse("surveys:surveys"))
    assert len(page.parsed.all("tr")) == 6
