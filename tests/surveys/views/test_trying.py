import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from surveys.models import Comment, Edition, Recording, Response
from tests.factories.accounts import UserFactory
from tests.factories.every_kind_draft import every_kind_draft
from tests.factories.media import ogg

pytestmark = pytest.mark.django_db
SECRET = "plantedxyzzy"


@pytest.fixture
def worker():
    return UserFactory(worker=True)


@pytest.fixture
def survey(worker):
    return every_kind_draft(members=[worker])


@pytest.fixture
def begin(sign_in, worker, survey):
    """Return a function that begins a test run and returns its first page."""
    client = sign_in(worker)

    def begun(language="en", age_band="11-17"):
        return client.post(
            reverse("surveys:try_survey", args=[survey.slug]),
            {"language": language, "age_band": age_band},
            follow=True,
        )

    return begun


@pytest.fixture
def send(client, survey):
    """Return a function that sends one page of the test run."""

    def sent(page, fields=None, step="next", **options):
        source = page.content.decode()
        action = re.search(
            rf'<form action="(/desk/surveys/{survey.slug}/try/\d+/)"', source
        )
        key = re.search(r'name="question" value="([^"]*)"', source)
        data = {"response": "", "question": key[1], "step": step} | (fields or {})
        return client.post(action[1], data, follow=True, **options)

    return sent


def test_a_test_run_walks_the_whole_draft_and_keeps_nothing(begin, send):
    page = begin()
    seen = []
    answers = {
        "Do you know your worker?": {"answer": "yes"},
        "What matters most?": {"answer": ["school", "home", "outside"]},
        "Your week in a few words": {"answer": SECRET},
        "What should change?": {"answer": SECRET},
        "Tell us aloud": {"answer": SECRET},
    }
    while page.parsed.heading != "Thank you":
        heading = page.parsed.heading
        seen.append(heading)
        assert "Test Nothing is counted or kept." in page.parsed.text()
        step = "next" if heading in answers else "skip"
        page = send(page, answers.get(heading), step=step)
    assert seen == [
        "Do you know your worker?",
        "My worker listens.",
        "What helps?",
        "Where do you feel best?",
        "How happy are you?",
        "You are not alone",
        "Time for a little rest",
        "How safe?",
        "What matters most?",
        "Since when?",
        "Your week in a few words",
        "What should change?",
        "Tell us aloud",
    ]
    assert "This was a test run" in page.parsed.text()
    assert [m.objects.count() for m in (Response, Comment, Recording, Edition)] == [
        0,
        0,
        0,
        0,
    ]


def test_no_word_that_was_tried_is_kept_even_in_the_session(begin, send, client):
    page = begin()
    send(page, {"answer": "else", "words": SECRET})
    page = client.get(page.redirect_chain[-1][0].replace("/1/", "/10/"))
    assert page.parsed.heading == "Your week in a few words"
    send(page, {"answer": SECRET})
    assert client.session["trial"]["answers"]["one_word"] == {"state": "answered"}
    assert SECRET not in str(dict(client.session))


def test_a_page_says_when_it_is_shown_and_is_left_out_when_it_is_not(begin, send):
    page = send(begin(), {"answer": "yes"})
    assert "shown when “Do you know your worker?” is Yes" in page.parsed.text()
    page = send(begin(), {"answer": "no"})
    assert page.parsed.heading == "What helps?"


def test_what_a_young_person_would_be_refused_is_refused(begin, send, client, survey):
    page = send(begin(), {"answer": "moon"})
    assert page.status_code == 422
    assert "Choose an answer" in page.parsed.text()
    address = reverse("surveys:try_step", args=[survey.slug, 12])
    bad = SimpleUploadedFile("a", b"<html>", "audio/ogg")
    page = send(client.get(address), {"recording": bad, "answer": ""})
    assert "That is not something we can keep." in page.parsed.text()
    good = SimpleUploadedFile("a", ogg(), "audio/ogg")
    page = send(client.get(address), {"recording": good, "answer": ""})
    assert page.parsed.heading == "Thank you"
    assert not Recording.objects.exists()


def test_a_test_run_is_of_the_newest_draft(begin, survey):
    survey.title = "Newer"
    survey.questions[0].value["prompt"] = "Do you know who your worker is?"
    survey.save_revision()
    assert begin().parsed.heading == "Do you know who your worker is?"


def test_words_that_are_missing_in_a_language_stand_in_the_base_one(begin):
    page = begin(language="ur")
    assert page.parsed.heading == "Do you know your worker?"
    assert page.parsed.all("html")[0].get("dir") == "rtl"


def test_each_age_band_is_asked_its_own(begin, client, survey):
    begin(age_band="8-11")
    address = reverse("surveys:try_step", args=[survey.slug, 13])
    assert client.get(address).parsed.heading == "Draw your best day"
    begin(age_band="11-17")
    assert client.get(address, follow=True).parsed.heading == "Thank you"


def test_an_age_band_the_draft_does_not_ask_is_refused(begin):
    page = begin(age_band="16-25")
    assert page.status_code == 422


def test_without_a_beginning_there_is_no_page(sign_in, worker, survey):
    client = sign_in(worker)
    for name, more in (("try_step", [1]), ("try_end", [])):
        page = client.get(reverse(f"surveys:{name}", args=[survey.slug, *more]))
        assert page.headers["Location"].endswith(f"/{survey.slug}/try/")


def test_a_test_run_of_one_survey_is_not_one_of_another(begin, client, worker):
    begin()
    other = every_kind_draft(members=[worker])
    page = client.get(reverse("surveys:try_step", args=[other.slug, 1]))
    assert page.headers["Location"].endswith(f"/{other.slug}/try/")


def test_a_page_of_a_test_run_takes_few_queries(
    begin, client, survey, django_assert_max_num_queries
):
    begin()
    address = reverse("surveys:try_step", args=[survey.slug, 2])
    client.get(address)
    with django_assert_max_num_queries(14):
        client.get(address)
