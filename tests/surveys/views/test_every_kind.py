import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from surveys.domain.text_pauses import pause_text
from surveys.models import Comment, Recording, Response
from tests.factories.every_kind import open_every_kind_link
from tests.factories.media import ogg
from tests.factories.surveys import drawing
from tests.surveys.views.conftest import hidden

pytestmark = pytest.mark.django_db

# Question: the fields that answer it, and the answer as it is kept.
GOOD = {
    "know_worker": ({"answer": "yes"}, "yes"),
    "what_helps": ({"answer": ["calls", "texts"]}, ["texts", "calls"]),
    "where": ({"answer": "school"}, "school"),
    "happy": ({"answer": "4"}, "4"),
    "listens": ({"answer": "5"}, "5"),
    "safe": ({"answer": "7"}, 7),
    "first": (
        {"answer": ["sleep", "friends", "family"]},
        ["sleep", "friends", "family"],
    ),
    "since": ({"year": "2025", "month": "03"}, "2025-03"),
    "one_word": ({"answer": "long"}, None),
    "do_more": ({"answer": "turn up"}, None),
    "aloud": ({"answer": "in words"}, None),
    "drawn": ({"answer": "in words"}, None),
}
OFFERED = [
    "know_worker",
    "what_helps",
    "where",
    "listens",
    "safe",
    "first",
    "since",
    "one_word",
    "aloud",
    "drawn",
]


@pytest.fixture
def begin(client):
    """Return a function that starts a survey of the questions `keys` alone."""

    def begun(*keys, language="en", support=""):
        link = open_every_kind_link(*keys, support=support)
        return client.post(
            reverse("surveys:start", args=[link.token]),
            {"language": language, "age_band": "11-17", "agreement": "yes"},
            follow=True,
        )

    return begun


@pytest.fixture
def post(client):
    """Return a function that sends fields to the question on `page`."""

    def sent(page, fields, step="next", **options):
        action = re.search(r'<form action="(/s/\d+/)"', page.content.decode())[1]
        data = {
            "response": hidden(page, "response"),
            "question": hidden(page, "question"),
            "step": step,
        }
        options.setdefault("follow", True)
        return client.post(action, data | fields, **options)

    return sent


# How the page looks is chosen on it too, and is no answer.
LOOKS = {"size", "colours", "more"}


def choices(page, tag):
    """Return the page's elements `tag` that belong to its question."""
    return [one for one in page.parsed.all(tag) if one.get("name") not in LOOKS]


def ticked(page):
    """Return the values of the page's ticked or selected choices."""
    return [
        one.get("value")
        for tag, mark in (("input", "checked"), ("option", "selected"))
        for one in choices(page, tag)
        if one.get(mark) is not None
    ]


@pytest.mark.parametrize("key", GOOD)
def test_an_answer_is_kept_and_shown_again(begin, post, client, key):
    fields, kept = GOOD[key]
    post(begin(key), fields)
    answer = Response.objects.get().answers[key]
    assert answer == {"state": "answered"} | ({"value": kept} if kept else {})
    page = client.get("/s/1/")
    if kept:
        wanted = [str(v) for v in (kept if isinstance(kept, list) else [kept])]
        if key == "since":
            wanted = ["03", "2025"]
        assert ticked(page) == wanted
    else:
        assert Comment.objects.get().read() == fields["answer"]
        assert fields["answer"] in page.content.decode()


@pytest.mark.parametrize("key", OFFERED)
def test_not_sure_and_not_said_are_states_of_their_own(begin, post, client, key):
    page = begin(key)
    field, value = re.search(
        r'name="(answer|instead)" value="(~[a-z_]+)"', page.content.decode()
    ).groups()
    post(page, {field: value})
    assert Response.objects.get().answers == {key: {"state": value[1:]}}
    assert value in ticked(client.get("/s/1/"))


def test_not_sure_where_it_is_not_offered_is_refused(begin, post):
    page = post(begin("happy"), {"answer": "~not_sure"})
    assert page.status_code == 422
    assert Response.objects.get().answers == {}


@pytest.mark.parametrize(
    ("key", "fields"),
    [
        ("what_helps", {"answer": ["texts", "~not_said"]}),
        ("first", {"answer": ["sleep", "", ""], "instead": "~not_sure"}),
        ("since", {"year": "2025", "instead": "~not_sure"}),
        ("one_word", {"answer": "plantedxyzzy", "instead": "~not_said"}),
    ],
)
def test_an_answer_beside_not_sure_is_asked_about_and_nothing_is_lost(
    begin, post, key, fields
):
    page = post(begin(key), fields)
    assert page.status_code == 422
    assert "Please keep one of the two" in page.parsed.text()
    sent = {
        v
        for value in fields.values()
        for v in ([value] if isinstance(value, str) else value)
    }
    assert {v for v in sent if v} <= {*ticked(page), *fields_of(page)}
    assert Response.objects.get().answers == {}


def fields_of(page):
    """Return what the page's boxes hold."""
    boxes = [*page.parsed.all("input"), *page.parsed.all("textarea")]
    return {one.get("value") or (one.text or "").strip() for one in boxes}


@pytest.mark.parametrize(
    ("key", "fields", "sentence"),
    [
        ("what_helps", {"answer": ["texts", "visits", "calls"]}, "Choose up to 2"),
        ("what_helps", {"answer": ["texts", "none"]}, "Choose that one, or the others"),
        ("first", {"answer": ["sleep", "sleep", ""]}, "place of its own"),
        ("first", {"answer": ["sleep", "", ""]}, "Give every one a place"),
        ("since", {"year": "", "month": "03"}, "Choose the year and the month"),
        ("since", {"year": "2025", "month": ""}, "Choose the year and the month"),
        ("know_worker", {}, "Choose an answer"),
        ("where", {"answer": "moon"}, "Choose an answer"),
        ("one_word", {"answer": "a" * 201}, "up to 200 letters"),
        ("aloud", {}, "or press Skip"),
    ],
)
def test_what_does_not_fit_is_refused_and_stays_on_the_page(
    begin, post, key, fields, sentence
):
    page = post(begin(key), fields)
    assert page.status_code == 422
    assert sentence in page.parsed.text()
    link = next(a for a in page.parsed.all("a") if a.get("href") == "#answer")
    assert link is not None
    for value in fields.values():
        for one in [value] if isinstance(value, str) else value:
            assert one in {*ticked(page), *fields_of(page), "", "moon"}
    assert Response.objects.get().answers == {}


def test_words_of_another_answer_are_a_comment_and_shown_again(begin, post, client):
    fields = {"answer": "else", "words": "plantedxyzzy", "may_quote": "yes"}
    post(begin("know_worker"), fields)
    comment = Comment.objects.get()
    assert (comment.read(), comment.may_quote) == ("plantedxyzzy", True)
    assert comment.question.key == "know_worker"
    assert comment.reading.state == "waiting"
    assert "plantedxyzzy" not in str(Response.objects.get().answers)
    assert "plantedxyzzy" in client.get("/s/1/").content.decode()


def test_words_go_back_when_another_option_is_chosen(begin, post, client):
    page = begin("know_worker")
    post(page, {"answer": "else", "words": "plantedxyzzy"})
    post(page, {"answer": "yes", "words": "plantedxyzzy"})
    assert Comment.objects.get().taken_back is True
    assert "plantedxyzzy" not in client.get("/s/1/").content.decode()


def test_another_answer_needs_no_words(begin, post):
    post(begin("know_worker"), {"answer": "else", "words": " "})
    assert Response.objects.get().answers["know_worker"]["value"] == "else"
    assert not Comment.objects.exists()


def test_a_recording_is_sent_kept_and_offered_to_be_taken_back(begin, post, client):
    sent = SimpleUploadedFile("Oak Street.ogg", ogg(), "text/html")
    post(begin("aloud"), {"recording": sent, "answer": ""})
    assert Recording.objects.get().read() == ogg()
    page = client.get("/s/1/")
    assert "We have what you said" in page.parsed.text()
    post(page, {"answer": ""})
    assert Comment.objects.get().taken_back is False
    post(page, {"answer": "", "delete": "yes"})
    assert Comment.objects.get().taken_back is True
    assert Response.objects.get().answers["aloud"] == {"state": "skipped"}
    assert "We have what you said" not in client.get("/s/1/").parsed.text()


def test_a_recording_beside_words_is_asked_about(begin, post):
    fields = {
        "recording": SimpleUploadedFile("a", drawing(), "image/png"),
        "answer": "plantedxyzzy",
    }
    page = post(begin("drawn"), fields)
    assert "Please keep one of the two" in page.parsed.text()
    assert "plantedxyzzy" in page.content.decode()
    assert not Comment.objects.exists()


def test_script_that_holds_a_recording_is_told_why_and_keeps_its_page(begin, post):
    sent = SimpleUploadedFile("a", b"<html>", "audio/ogg")
    page = post(
        begin("aloud"),
        {"recording": sent, "answer": ""},
        headers={"accept": "application/json"},
    )
    assert page.status_code == 422
    assert page.json()["problem"].startswith("That is not something we can keep.")


def test_the_microphone_is_allowed_in_surveys_that_ask_for_a_voice_and_no_others(
    begin, client
):
    # One page stays while its questions change, so a survey's pages may all.
    for page in (begin("happy", "aloud"), client.get("/s/2/")):
        assert "microphone=(self)" in page.headers["Permissions-Policy"]
        assert "media-src 'self' blob:" in page.headers["Content-Security-Policy"]
        assert "nonce-" in page.headers["Content-Security-Policy"]
    drawn = begin("happy", "drawn")
    assert "microphone=()" in drawn.headers["Permissions-Policy"]
    assert "blob:" not in drawn.headers["Content-Security-Policy"]


def test_support_follows_a_sensitive_question_whatever_was_answered(
    begin, post, client
):
    page = begin("happy", "safe")
    for fields, step in (({"answer": "1"}, "next"), ({}, "skip")):
        after = post(page, fields, step)
        assert after.redirect_chain[-1][0] == "/s/2/"
        assert after.parsed.heading == "You are not alone"
        assert "0800 1111" in after.parsed.text().replace("\N{NO-BREAK SPACE}", " ")
    onward = post(after, {})
    assert onward.parsed.heading == "How safe do you feel?"
    assert "Question 2 of 2" in onward.parsed.text()


def test_support_is_in_the_surveys_own_words_where_it_has_some(begin, client):
    begin("happy", "safe", support="plantedxyzzy 0800 1111")
    assert "plantedxyzzy" in client.get("/s/2/").parsed.text()


def test_a_rest_asks_nothing_and_can_be_left_at_once(begin, post, client):
    page = begin("rest", "safe", "rest_two")
    assert "Touch the circle" in page.parsed.text()
    assert post(page, {}).parsed.heading == "How safe do you feel?"
    assert (
        len(
            [
                i
                for i in choices(client.get("/s/3/"), "input")
                if i.get("type") == "checkbox"
            ]
        )
        == 8
    )
    post(client.get("/s/3/"), {})
    assert Response.objects.get().answers == {}


def test_while_words_wait_unread_none_are_taken_in_any_way(begin, client):
    keys = ("know_worker", "one_word", "do_more", "aloud", "drawn")
    begin(*keys)
    pause_text(Response.objects.get().edition.survey, by=None)
    pages = [client.get(f"/s/{number}/") for number, _key in enumerate(keys, 1)]
    assert ["write here just now" in p.parsed.text() for p in pages] == [False] + [
        True
    ] * 4
    for page in pages:
        names = {i.get("name") for i in page.parsed.all("input")}
        assert not names & {"words", "recording", "may_quote"}
        assert page.parsed.all("textarea") == []


@pytest.mark.parametrize("number", range(1, 17))
def test_showing_any_kind_takes_at_most_six_queries(
    begin, post, client, number, django_assert_max_num_queries
):
    begin()
    page = client.get(f"/s/{number}/")
    key = hidden(page, "question")
    if key in GOOD:
        post(page, GOOD[key][0])
    with django_assert_max_num_queries(6):
        client.get(f"/s/{number}/")


def seal_first_words():
    """Make the survey's key, as the very first words said to it do."""
    survey = Response.objects.get().edition.survey
    Comment(survey=survey).write("")


@pytest.mark.parametrize("key", GOOD)
def test_sending_any_kind_takes_at_most_eight_queries_without_screening(
    begin, post, client, key, django_assert_max_num_queries, monkeypatch
):
    monkeypatch.setattr("surveys.after_save._registered", {})
    page = begin(key)
    seal_first_words()
    with django_assert_max_num_queries(8):
        post(page, GOOD[key][0], follow=False)


def test_sending_a_recording_takes_at_most_eight_queries_without_screening(
    begin, post, django_assert_max_num_queries, monkeypatch
):
    monkeypatch.setattr("surveys.after_save._registered", {})
    page = begin("aloud")
    seal_first_words()
    sent = SimpleUploadedFile("a", ogg(), "audio/ogg")
    # Two more than eight: the savepoint this test's own transaction makes.
    with django_assert_max_num_queries(10):
        post(page, {"recording": sent, "answer": ""}, follow=False)
