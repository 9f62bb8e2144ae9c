import re
from datetime import timedelta

import pytest
import time_machine
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from surveys.domain.invitations import stop_invitation
from surveys.enums import ResponseState
from surveys.models import Comment, Response
from surveys.queries.steps import forget_editions
from tests.factories.answering import URDU
from tests.surveys.views.conftest import hidden
from voice.council.models import AgeBand

pytestmark = pytest.mark.django_db

GOOD = ["yes", ["texts"], "3", "7", "", "turn up"]


def answered_all(start, send, **options):
    """Answer every question, and return the last page."""
    page = start(**options)
    for answer in GOOD:
        page = send(page, answer)
    return page


def test_walk_from_start_to_thanks_is_one_finished_response(start, send, client):
    page = answered_all(start, send)
    assert page.parsed.heading == "That was the last question"
    assert Response.objects.get().state == ResponseState.UNDER_WAY
    page = send(page)
    assert page.parsed.heading == "Thank you"
    response = Response.objects.get()
    assert response.state == ResponseState.FINISHED
    assert response.answers == {
        "know_worker": {"state": "answered", "value": "yes"},
        "what_helps": {"state": "answered", "value": ["texts"]},
        "happy": {"state": "answered", "value": "3"},
        "safe": {"state": "answered", "value": 7},
        "do_more": {"state": "answered"},
    }
    assert Comment.objects.get().read() == "turn up"


def test_walk_in_urdu_is_urdu_and_right_to_left_on_every_page(start, send):
    page = start(language="ur")
    for answer in GOOD:
        html = page.parsed.all("html")[0]
        assert (html.get("lang"), html.get("dir")) == ("ur", "rtl")
        assert page.parsed.heading == URDU[hidden(page, "question")]
        page = send(page, answer)
    page = send(page)
    assert page.parsed.all("html")[0].get("lang") == "ur"
    assert "شکریہ۔" in page.parsed.text()
    assert Comment.objects.get().language == "ur"


def test_progress_is_in_words_and_messages_are_not_counted(start, send):
    page = start()
    said = []
    for answer in GOOD:
        said.append(
            [p.text for p in page.parsed.all("p") if p.text and "of 5" in p.text]
        )
        page = send(page, answer)
    assert said == [
        ["Question 1 of 5"],
        ["Question 2 of 5"],
        ["Question 3 of 5"],
        ["Question 4 of 5"],
        [],
        ["Question 5 of 5"],
    ]


def test_skip_goes_on_and_is_kept_as_skipped(start, send):
    page = send(start(), step="skip")
    assert hidden(page, "question") == "what_helps"
    assert Response.objects.get().answers == {"know_worker": {"state": "skipped"}}


def test_next_without_an_answer_is_refused_kindly(start, send):
    page = send(start())
    assert page.status_code == 422
    assert "Choose an answer, or press Skip." in page.parsed.text()
    assert Response.objects.get().answers == {}


def test_back_shows_what_was_sent(start, send, client):
    page = start()
    for answer in GOOD:
        page = send(page, answer, may_quote="yes")
    chosen = []
    for number in range(1, 7):
        page = client.get(reverse("surveys:step", args=[number]))
        chosen += [
            i.get("value")
            for i in page.parsed.all("input")
            if "checked" in i.attrib and i.get("name") in {"answer", "may_quote"}
        ]
        chosen += [t.text for t in page.parsed.all("textarea")]
    assert chosen == ["yes", "texts", "3", "7", "yes", "turn up"]


def test_skipping_after_writing_empties_the_box(start, send, client):
    answered_all(start, send)
    page = client.get(reverse("surveys:step", args=[6]))
    send(page, step="skip")
    page = client.get(reverse("surveys:step", args=[6]))
    assert "turn up" not in page.content.decode()
    assert Comment.objects.get().taken_back


@pytest.mark.parametrize("words", ["plantedxyzzy " * 400, "plantedxyzzy \0 here"])
def test_refused_words_stay_on_the_page(start, send, client, words):
    answered_all(start, send)
    page = client.get(reverse("surveys:step", args=[6]))
    page = send(page, words, may_quote="yes")
    assert page.status_code == 422
    assert page.parsed.all("textarea")[0].text == words.replace("\0", "")
    assert "checked" in page.parsed.all("input")[-1].attrib
    assert Comment.objects.get().read() == "turn up"


def test_words_come_back_exactly_as_text(start, send, client):
    words = '\n  <b>&amp;</b> "quoted" 👨‍👩‍👧 {{ x }} \u202eabc'
    page = answered_all(start, send)
    send(client.get(reverse("surveys:step", args=[6])), words)
    assert Comment.objects.get().read() == words
    page = client.get(reverse("surveys:step", args=[6]))
    assert page.parsed.all("textarea")[0].text == words


def test_form_names_its_own_question_whatever_its_address(start, client):
    page = start()
    client.post(
        reverse("surveys:step", args=[3]),
        {
            "response": hidden(page, "response"),
            "question": "know_worker",
            "answer": "no",
        },
    )
    assert Response.objects.get().answers == {
        "know_worker": {"state": "answered", "value": "no"}
    }


def test_page_sent_twice_is_one_answer(start, send):
    page = start()
    for _ in range(2):
        following = send(page, "yes")
        assert hidden(following, "question") == "what_helps"
    assert Response.objects.count() == 1


def test_form_of_another_response_changes_nothing(start, send):
    other = start()
    start()
    page = send(other, "yes")
    assert page.status_code == 409
    assert page.parsed.heading == "Nothing was changed"
    assert [r.answers for r in Response.objects.all()] == [{}, {}]


def test_form_on_another_device_changes_nothing(start):
    page = start()
    elsewhere = Client().post(
        "/s/1/",
        {
            "response": hidden(page, "response"),
            "question": "know_worker",
            "answer": "no",
        },
    )
    assert elsewhere.status_code == 409
    assert Response.objects.get().answers == {}


def test_form_sent_after_finishing_changes_nothing(start, send):
    first = start()
    page = first
    for answer in GOOD:
        page = send(page, answer)
    send(page)
    late = send(first, "no")
    assert late.status_code == 409
    assert Response.objects.get().answers["know_worker"]["value"] == "yes"


def test_finishing_again_thanks_again_and_changes_nothing(start, send):
    last = answered_all(start, send)
    for _ in range(2):
        assert send(last).parsed.heading == "Thank you"
    assert Response.objects.count() == 1


def test_finishing_retried_with_the_cookie_of_before_thanks(start, send, client):
    last = answered_all(start, send)
    before = client.cookies["questions"].value
    send(last)
    client.cookies["questions"] = before
    assert send(last).parsed.heading == "Thank you"


def test_last_page_of_before_does_not_end_the_response_under_way(start, send):
    last = answered_all(start, send)
    send(last)
    page = start()
    late = send(last)
    assert late.status_code == 409
    assert send(page, "yes").status_code == 200
    assert Response.objects.filter(state=ResponseState.UNDER_WAY).count() == 1


def test_unfinished_response_cannot_be_finished_from_elsewhere(start):
    page = start()
    elsewhere = Client().post(
        reverse("surveys:finish"), {"response": hidden(page, "response")}
    )
    assert elsewhere.status_code == 409
    assert Response.objects.get().state == ResponseState.UNDER_WAY


@pytest.mark.parametrize(
    "named", ["", "no-uuid", "00000000-0000-4000-8000-000000000000"]
)
def test_finishing_nothing_says_so_kindly(client, db, named):
    page = client.post(reverse("surveys:finish"), {"response": named})
    assert page.status_code == 409


def test_leaving_ends_the_draft_and_forgets_the_device(start, client):
    start()
    capability = client.cookies["questions"].value
    page = client.post(reverse("surveys:exit"))
    assert (page.status_code, page.headers["Location"]) == (303, "/s/away/")
    assert client.cookies["questions"].value not in {"", capability}
    client.cookies["questions"] = capability
    page = client.get("/s/1/")
    assert page.status_code == 410
    assert page.parsed.heading == "There are no open questions here"


def test_leaving_with_nothing_open_leaves_all_the_same(client, db):
    assert client.post(reverse("surveys:exit")).status_code == 303


def test_after_an_hour_the_draft_is_closed(start, client):
    start()
    with time_machine.travel(timezone.now() + timedelta(hours=1, seconds=1)):
        assert client.get("/s/1/").status_code == 410


def test_starting_again_on_a_shared_device_starts_clean(start, send, client):
    send(start(), "yes")
    page = start()
    answers = [i for i in page.parsed.all("input") if i.get("name") == "answer"]
    assert answers
    assert all("checked" not in i.attrib for i in answers)
    first, second = Response.objects.order_by("touched_at")
    assert {first.capability_hash is None, second.capability_hash is None} == {
        True,
        False,
    }


def test_thanks_page_is_forgotten_after_ten_minutes(start, send, client):
    send(answered_all(start, send))
    assert client.get(reverse("surveys:thanks")).status_code == 200
    with time_machine.travel(timezone.now() + timedelta(minutes=11)):
        assert client.get(reverse("surveys:thanks")).status_code == 410


def test_thanks_page_says_when_and_who(start, send, link):
    text = send(answered_all(start, send)).parsed.text()
    day = link.survey.consultation.reply_due_on
    assert f"By {day.day} {day:%B %Y} we tell you" in text
    assert "Head of Social Work" in text
    assert "Thank you for telling us." in text


def test_unknown_link_is_answered_kindly(client, db):
    page = client.get("/a/nosuchlink/")
    assert page.status_code == 410
    assert page.parsed.heading == "There is nothing at this address"


def test_closed_survey_promises_an_answer_until_its_day_and_not_after(client, link):
    consultation = link.survey.consultation
    told = {}
    for name, day in (
        ("before", consultation.closes_on + timedelta(days=1)),
        ("after", consultation.reply_due_on + timedelta(days=1)),
    ):
        with time_machine.travel(day):
            page = client.get(f"/a/{link.token}/")
        assert page.status_code == 410
        told[name] = page.parsed.text()
    assert "We tell you what we will do by" in told["before"]
    assert "We said we would answer by" not in told["before"]
    assert "We said we would answer by" in told["after"]
    assert "We tell you what we will do by" not in told["after"]


def test_stopped_link_is_answered_kindly(client, link):
    stop_invitation(link, by=link.made_by)
    for page in (
        client.get(f"/a/{link.token}/"),
        client.post(f"/a/{link.token}/", {"language": "en", "age_band": "11-17"}),
    ):
        assert page.status_code == 410
        assert page.parsed.heading == "This link is not used any more"
    assert Response.objects.count() == 0


@pytest.mark.parametrize(
    ("opens", "closes", "status", "heading"),
    [
        (3, 9, 200, "These questions are not open yet"),
        (-9, -3, 410, "These questions are closed"),
    ],
)
def test_link_outside_its_dates_is_answered_kindly(
    client, link, in_days, opens, closes, status, heading
):
    consultation = link.survey.consultation
    consultation.opens_on, consultation.closes_on = in_days(opens), in_days(closes)
    consultation.save()
    page = client.get(f"/a/{link.token}/")
    assert (page.status_code, page.parsed.heading) == (status, heading)


def test_pages_are_as_large_as_the_ages_of_the_band_need(start, client):
    assert start().parsed.all("html")[0].get("data-reads") == "grown"
    # The key tells nothing: the ages of the band do.
    AgeBand.objects.filter(key="11-17").update(youngest=5, oldest=6)
    assert client.get("/s/1/").parsed.all("html")[0].get("data-reads") == "young"


def test_every_page_is_kept_by_nobody_and_neutral(start, send, client):
    pages = [start()]
    for answer in GOOD:
        pages.append(send(pages[-1], answer))
    pages.append(client.get(reverse("surveys:help")))
    pages.append(send(pages[-2]))
    for page in pages:
        assert "no-store" in page.headers["Cache-Control"]
        assert page.parsed.title in {"Questions", "Thank you", "Help now"}
        assert page.parsed.all("html")[0].get("data-neutral-title") is not None
        exits = [b for b in page.parsed.all("button") if page.parsed.text(b) == "Leave"]
        assert len(exits) == 1


def test_cookie_is_for_this_host_only_and_not_for_script(start, client, settings):
    start()
    cookie = client.cookies["questions"]
    assert (cookie["httponly"], cookie["samesite"], cookie["path"]) == (
        True,
        "Lax",
        "/",
    )
    assert cookie["max-age"] == ""
    settings.SESSION_COOKIE_SECURE = True
    start()
    cookie = client.cookies["__Host-questions"]
    assert (cookie["secure"], cookie["path"], cookie["domain"]) == (True, "/", "")


def test_no_answer_is_in_an_address_a_cookie_or_a_session(start, send, client):
    answered_all(start, send)
    send(client.get("/s/6/"), "plantedxyzzy")
    assert "plantedxyzzy" not in str(client.cookies)
    assert "sessionid" not in client.cookies


def test_form_without_its_token_is_refused_kindly(link):
    page = Client(enforce_csrf_checks=True).post(f"/a/{link.token}/")
    assert page.status_code == 403
    assert "That page could not be sent" in page.content.decode()


def without_token(markup):
    """Return markup without the forgery token, which is masked anew each time."""
    return re.sub(r'(name="csrfmiddlewaretoken" value=)"[^"]*"', r"\1", markup).strip()


def test_script_is_given_the_next_question_itself(start, client):
    page = start()
    data = {"response": hidden(page, "response"), "question": "know_worker"}
    asked = {"accept": "application/json"}
    told = client.post("/s/1/", data | {"answer": "yes"}, headers=asked).json()
    whole = client.get("/s/2/").content.decode()
    parts = re.search(r'data-parts="([^"]*)"', whole)[1].split()
    assert (told["next"], set(told["styles"])) == ("/s/2/", set(parts))
    main = re.search(r"<main[^>]*>(.*)</main>", whole, re.DOTALL)[1]
    assert without_token(told["page"]) == without_token(main)
    assert client.post("/s/1/", data, headers=asked).status_code == 422


def test_help_leads_back_to_the_first_open_question(start, send, client):
    send(start(), "yes")
    page = client.get(reverse("surveys:help"))
    assert 'href="/s/2/"' in page.content.decode()


@pytest.mark.parametrize("number", range(1, 7))
def test_showing_a_step_takes_at_most_six_queries(
    start, send, client, number, django_assert_max_num_queries
):
    answered_all(start, send)
    client.get("/s/1/")
    with django_assert_max_num_queries(6):
        client.get(f"/s/{number}/")


@pytest.mark.parametrize(
    ("number", "answer"), [(1, "no"), (2, ["visits"]), (3, "1"), (4, "0"), (5, "")]
)
def test_sending_a_closed_step_takes_at_most_eight_queries(
    start, send, client, number, answer, django_assert_max_num_queries
):
    answered_all(start, send)
    page = client.get(f"/s/{number}/")
    with django_assert_max_num_queries(8):
        send(page, answer, follow=False)


def test_sending_words_takes_at_most_eight_queries_without_screening(
    start, send, client, django_assert_max_num_queries, monkeypatch
):
    monkeypatch.setattr("surveys.after_save._registered", {})
    answered_all(start, send)
    page = client.get("/s/6/")
    with django_assert_max_num_queries(8):
        send(page, "turn up on time", follow=False)


def test_first_look_after_a_restart_reads_the_edition_once(
    start, client, django_assert_max_num_queries
):
    start()
    forget_editions()
    with django_assert_max_num_queries(8):
        client.get("/s/1/")
