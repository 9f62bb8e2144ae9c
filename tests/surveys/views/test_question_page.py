import copy
import re

import pytest
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from django_tasks_db.models import DBTaskResult

from surveys import after_save
from surveys.models import Comment, Response
from surveys.views import question_page
from surveys.views.compiled import _kept, compiled
from tests.factories.every_kind import open_every_kind_link
from tests.factories.surveys import EditionFactory
from tests.sql import sql_written
from tests.surveys.views.test_every_kind import GOOD
from voice.moderation.models import Reading

pytestmark = pytest.mark.django_db

SCRIPT = {"accept": "application/json"}
PLANTED = "plantedxyzzy"
SHOWING, SUBMITTING = 6, 8


@pytest.fixture
def link():
    """Return a link to a survey of faces, a scale and words."""
    return open_every_kind_link("happy", "safe", "do_more")


def begin(client, link):
    """Start on a device of its own; return what every page of it sends."""
    address = reverse("surveys:start", args=[link.token])
    before = set(Response.objects.values_list("pk", flat=True))
    client.post(address, {"language": "en", "age_band": "11-17", "agreement": "yes"})
    response = Response.objects.exclude(pk__in=before).get()
    return {"response": str(response.pk), "step": "next"}


def token(page):
    """Return the forgery token of the question's own form."""
    form = page.content.decode().rpartition("<form ")[2]
    return re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', form)[1]


@pytest.fixture
def made(monkeypatch):
    """Return a list of the keys of the questions that a template was asked for."""
    keys = []
    make = question_page._made

    def noted(turn, *args, **more):
        keys.append(turn.question["key"])
        return make(turn, *args, **more)

    monkeypatch.setattr(question_page, "_made", noted)
    return keys


def test_a_question_nobody_answered_is_compiled_once_for_all(link, made):
    pages = []
    for device in (Client(), Client()):
        began = begin(device, link)
        page = device.get("/s/1/")
        assert began["response"] in page.content.decode()
        pages.append(page)
    assert made == ["happy"]
    assert token(pages[0]) != token(pages[1])


def test_a_kept_page_is_sent_with_a_token_of_its_own(link):
    device = Client(enforce_csrf_checks=True)
    other = Client()
    begin(other, link)
    other.get("/s/1/")
    start = device.get(reverse("surveys:start", args=[link.token]))
    began = {"language": "en", "age_band": "11-17", "agreement": "yes"}
    began["csrfmiddlewaretoken"] = token(start)
    device.post(reverse("surveys:start", args=[link.token]), began)
    page = device.get("/s/1/")
    number = re.search(r'name="response" value="([^"]+)"', page.content.decode())[1]
    sent = {"response": number, "question": "happy", "answer": "3"}
    assert device.post("/s/1/", sent).status_code == 403
    sent["csrfmiddlewaretoken"] = token(page)
    assert device.post("/s/1/", sent).status_code == 303


def test_what_one_person_answered_is_never_kept(link, client):
    began = begin(client, link)
    client.post("/s/1/", began | {"question": "happy", "answer": "3"})
    client.post("/s/4/", began | {"question": "do_more", "answer": PLANTED})
    shown = [client.get(f"/s/{number}/").content.decode() for number in (1, 3, 4)]
    assert 'value="3" checked>' in shown[0]
    assert PLANTED in shown[2]
    kept = "".join(step.part.main + step.part.foot for step in _kept.values())
    assert "How safe" in kept
    for own in (PLANTED, 'value="3" checked>', began["response"]):
        assert own not in kept
    other = Client()
    begin(other, link)
    assert " checked>" not in other.get("/s/1/", headers=SCRIPT).json()["page"]


def test_a_refused_page_is_given_back_to_script_and_never_kept(link, client):
    began = begin(client, link)
    sent = began | {"question": "do_more", "answer": PLANTED * 1000}
    page = client.post("/s/4/", sent, headers=SCRIPT)
    told = page.json()
    assert (page.status_code, told["next"], told["refused"]) == (422, "/s/4/", True)
    assert PLANTED in told["page"]
    assert 'role="alert"' in told["page"]
    assert PLANTED not in "".join(
        step.part.main + step.part.foot for step in _kept.values()
    )


def test_script_is_given_any_step_and_the_last_page(link, client):
    begin(client, link)
    told = [client.get(f"/s/{number}/", headers=SCRIPT).json() for number in (1, 4)]
    assert [one["next"] for one in told] == ["/s/1/", "/s/4/"]
    assert "face_scale" in told[0]["styles"]
    last = client.get("/s/5/", headers=SCRIPT, follow=True).json()
    assert last["next"] == "/s/finish/"
    assert "That was the last question" in last["page"]


def test_a_page_says_which_style_it_has(link, client):
    begin(client, link)
    page = client.get("/s/1/").content.decode()
    assert 'data-parts="drawing face_scale"' in page
    assert ".face-card" in page
    assert ".number-card" not in page
    told = client.get("/s/3/", headers=SCRIPT).json()
    assert ".number-card" in told["styles"]["number_scale"]


def test_only_so_many_steps_are_kept(monkeypatch):
    monkeypatch.setattr("surveys.views.compiled.KEPT", 2)
    for key in "abca":
        compiled(key, lambda key=key: key)
    assert list(_kept) == ["c", "a"]


@pytest.mark.parametrize("headers", [{}, SCRIPT], ids=["page", "script"])
@pytest.mark.parametrize("key", GOOD)
def test_each_kind_is_shown_and_submitted_with_few_queries(
    client, monkeypatch, django_assert_max_num_queries, key, headers
):
    """What the rooms above do with a comment is theirs: here it is answering alone."""
    monkeypatch.setattr(after_save, "_registered", {})
    link = open_every_kind_link(key, "do_more")
    number = 2 if key == "do_more" else 1
    # What this process reads once, another device has read; its survey has its key.
    for device in (Client(), client):
        began = begin(device, link) | {"question": key}
        if device is not client:
            for step in ("/s/1/", "/s/2/"):
                device.get(step)
            device.post("/s/2/", began | {"question": "do_more", "answer": "a"})
    address = "/s/1/" if number == 1 or key == "do_more" else "/s/2/"
    fields = began | GOOD[key][0]
    with django_assert_max_num_queries(SHOWING):
        assert client.get(address, headers=headers).status_code == 200
    with django_assert_max_num_queries(SUBMITTING):
        assert client.post(address, fields, headers=headers).status_code in (200, 303)
    with django_assert_max_num_queries(SHOWING):
        assert client.get(address, headers=headers).status_code == 200
    assert (
        Response.objects.get(pk=began["response"]).answers[key]["state"] == "answered"
    )


@pytest.mark.parametrize("headers", [{}, SCRIPT], ids=["page", "script"])
def test_a_form_opened_before_an_edit_is_sent_to_its_own_edition(client, headers):
    """A second edition words the question anew and asks one thing less."""
    link = open_every_kind_link("happy", "one_word")
    began = begin(client, link)
    page = client.get("/s/1/").content.decode()
    newer = copy.deepcopy(link.survey.editions.get().definition)
    newer["questions"] = newer["questions"][:1]
    newer["questions"][0]["wordings"]["en"][""]["prompt"] = PLANTED
    second = EditionFactory(survey=link.survey, number=2, definition=newer)
    assert PLANTED not in page
    sent = began | {"question": "happy", "answer": "3"}
    client.post("/s/1/", sent, headers=headers)
    assert "Your week" in client.get("/s/3/").content.decode()
    client.post("/s/3/", began | {"question": "one_word", "answer": "good"})
    client.post("/s/finish/", began)
    response = Response.objects.get()
    assert response.edition.number == 1
    assert set(response.answers) == {"happy", "one_word"}
    other = Client()
    begin(other, link)
    assert PLANTED in other.get("/s/1/").content.decode()
    assert Response.objects.filter(edition=second).count() == 1


def test_showing_and_sending_a_closed_question_writes_no_query_anew():
    link = open_every_kind_link("happy", "know_worker")
    for device in (Client(), Client()):
        began = begin(device, link)
        device.get("/s/1/")
        with sql_written() as written:
            device.get("/s/1/")
            sent = device.post("/s/1/", began | {"question": "happy", "answer": "4"})
            device.get("/s/2/")
        assert sent.status_code == 303
    assert written == []


@pytest.fixture
def _as_in_production(settings):
    """Have a cache and a queue in the database."""
    settings.CACHES = {
        "default": {
            "BACKEND": "django.core.cache.backends.db.DatabaseCache",
            "LOCATION": "voice_cache",
        }
    }
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    call_command("createcachetable", verbosity=0)


@pytest.fixture
def tell(_as_in_production):
    """Return what tells words to the first of two such questions, as script does.

    What a process reads once, another device has read.
    """
    link = open_every_kind_link("one_word", "do_more")

    def told_on(device, began, words):
        fields = began | {"question": "one_word", "answer": words}
        sent = device.post("/s/1/", fields, headers=SCRIPT)
        assert 'value="do_more"' in sent.json()["page"]

    other, device = Client(), Client()
    began = begin(other, link)
    for words in ("visits", "texts"):
        told_on(other, began, words)
    began = begin(device, link)
    return lambda words: told_on(device, began, words)


def test_words_after_words_take_at_most_eight_queries_without_reading(
    tell, monkeypatch, django_assert_max_num_queries
):
    monkeypatch.setattr(after_save, "_registered", {})
    for words in ("visits", "visits and texts"):
        with django_assert_max_num_queries(SUBMITTING):
            tell(words)


def test_words_are_put_before_readers_in_three_queries_more(
    tell, django_assert_max_num_queries
):
    with django_assert_max_num_queries(SUBMITTING + 3):
        tell("visits")
    # What may stand on the old words is looked for in two.
    with django_assert_max_num_queries(SUBMITTING + 5):
        tell("visits and texts")


def test_of_words_told_again_only_what_is_kept_is_written_anew(tell):
    tell("visits")
    with sql_written() as written:
        tell("visits and texts")
    assert written == [Comment, Reading, DBTaskResult]
