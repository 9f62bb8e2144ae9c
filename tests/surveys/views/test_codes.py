import re
from datetime import timedelta

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from surveys.domain.code_tries import count_wrong_code, forget_tries
from surveys.domain.coming_back import give_return_code
from surveys.domain.erasing import erase_response
from surveys.enums import CodeSpace, CodeState
from surveys.models import CodeTries, InvitationCode, Response
from surveys.queries.code_tries import space_of
from surveys.views.device import cookie_name
from tests.conftest import ReadingClient
from tests.factories.codes import (
    REFUSED_KINDS,
    WEEK,
    invitation_code,
    receipt,
    refused_code,
    started,
)
from tests.surveys.views.conftest import hidden

pytestmark = pytest.mark.django_db
SAYS_YES = {"language": "en", "age_band": "11-17", "agreement": "yes"}
CHANGES = (
    r'nonce="[^"]*"|csrfmiddlewaretoken" value="[^"]*"|id="code" [^>]* value="[^"]*"'
)


def enter(client, code, **options):
    return client.post("/c/", {"code": code}, **options)


def looks(page):
    """Return all that a guesser can see of a page, without chance and without the time."""
    body = re.sub(CHANGES, "", page.content.decode())
    body = re.sub(r'value="[^"]*" maxlength', "maxlength", body)
    headers = {
        name: value
        for name, value in page.headers.items()
        if name
        not in {
            "Content-Security-Policy",
            "Content-Length",
            "Expires",
            "X-Request-ID",
        }
    }
    cookies = {name: {**morsel, "expires": ""} for name, morsel in page.cookies.items()}
    return page.status_code, body, headers, cookies


def test_a_code_is_followed_in_the_language_chosen_until_one_leaves(client, link):
    client.post("/language/", {"language": "ur", "next": "/c/"})
    page = client.post("/c/", {"code": receipt(link)[0]}, follow=True)
    assert page.headers["Content-Language"] == "ur"
    assert 'value="en"' in page.parsed.source
    client.post("/s/exit/")
    assert client.get("/c/").headers["Content-Language"] == "en"


def test_the_page_asks_for_any_kind_of_code(client, link):
    page = client.get("/c/")
    assert page.status_code == 200
    assert page.parsed.heading == "I have a code"
    assert page.headers["Cache-Control"].split(", ")[0] == "no-store"


@pytest.mark.parametrize("kind", REFUSED_KINDS)
def test_every_code_that_opens_nothing_looks_the_same(kind, link):
    usual = enter(ReadingClient(), refused_code("unknown", link))
    page = enter(ReadingClient(), refused_code(kind, link))
    assert looks(page) == looks(usual)
    assert page.status_code == 422
    assert "Nothing opens with that code." in page.parsed.text()


@pytest.mark.parametrize("kind", REFUSED_KINDS)
def test_every_code_that_opens_nothing_takes_the_same_queries(kind, link):
    usual, code = refused_code("unknown", link), refused_code(kind, link)
    told = []
    # The first of a minute makes the row that counts; so nobody's minute ends here.
    with time_machine.travel(timezone.now(), tick=False):
        enter(Client(), usual)
        for one in (usual, code):
            with CaptureQueriesContext(connection) as queries:
                enter(Client(), one)
            told.append([query["sql"].split(" WHERE ")[0] for query in queries])
    assert told[0] == told[1]
    assert len(told[0]) < 12


def test_what_was_typed_stays_in_the_box(client, link):
    page = enter(client, "K7QM 4XWD")
    assert page.parsed.all("input")[-1].get("value") == "K7QM 4XWD"
    assert "Typed by a worker" not in page.parsed.text()


def test_a_code_opens_a_saved_draft_on_another_device(client, link, start, send):
    send(start(), "yes")
    response = Response.objects.get()
    code = give_return_code(response, lasts=WEEK)
    other = ReadingClient()
    page = enter(other, code, follow=True)
    assert page.redirect_chain == [("/s/2/", 302)]
    assert other.get("/s/2/").status_code == 200
    assert client.get("/s/2/").status_code == 410


def test_a_draft_that_the_device_had_before_is_left(client, link, start):
    start()
    before = Response.objects.get()
    begun = started(link)
    enter(client, give_return_code(begun.response, lasts=WEEK))
    assert Response.objects.get(pk=before.pk).capability_hash is None
    assert hidden(client.get("/s/1/"), "response") == str(begun.response.pk)


def test_no_address_or_cookie_has_anything_of_a_code(client, link):
    for code in (
        receipt(link)[0],
        give_return_code(started(link).response, lasts=WEEK),
        refused_code("unknown", link),
    ):
        page = enter(client, code, follow=True)
        seen = str(page.redirect_chain) + str(client.cookies)
        for part in (code, code.replace("-", ""), code[:4]):
            assert part not in seen


def test_a_device_waits_after_ten_wrong_codes_and_not_for_ever(client, link):
    code = give_return_code(started(link).response, lasts=WEEK)
    for _ in range(10):
        assert enter(client, "wrong").status_code == 422
    page = enter(client, code)
    assert page.status_code == 429
    assert page.headers["Retry-After"] == "60"
    assert page.parsed.heading == "Please wait a little"
    assert enter(ReadingClient(), code).status_code == 302
    with time_machine.travel(timezone.now() + timedelta(minutes=11)):
        assert enter(client, code).status_code == 302


def test_wrong_codes_of_everybody_together_are_counted_and_all_wait(client, link):
    code = give_return_code(started(link).response, lasts=WEEK)
    with time_machine.travel(timezone.now(), tick=False):
        CodeTries.objects.create(
            space=CodeSpace.PERSONAL,
            minute=timezone.now().replace(second=0, microsecond=0),
            wrong=599,
        )
        assert enter(ReadingClient(), "K7QM-4XWD-3").status_code == 422
        assert enter(ReadingClient(), code).status_code == 429
        # Codes on a wall are another space.
        assert enter(ReadingClient(), "F7X-C2M").status_code == 422
    with time_machine.travel(timezone.now() + timedelta(minutes=1)):
        assert enter(ReadingClient(), code).status_code == 302


def test_no_address_is_counted(link):
    code = give_return_code(started(link).response, lasts=WEEK)
    for _ in range(40):
        enter(Client(REMOTE_ADDR="192.0.2.7"), "wrong")
    assert enter(Client(REMOTE_ADDR="192.0.2.7"), code).status_code == 302


def test_the_space_of_a_code_is_told_by_its_length_alone():
    assert space_of("f7x-c2m") == CodeSpace.ROOM
    assert space_of("K7QM-4XWD-3") == CodeSpace.PERSONAL
    assert space_of("") == CodeSpace.PERSONAL


def test_counts_of_wrong_codes_are_kept_for_an_hour(db):
    now = timezone.now()
    count_wrong_code(CodeSpace.ROOM, at=now - timedelta(hours=2))
    count_wrong_code(CodeSpace.ROOM, at=now)
    count_wrong_code(CodeSpace.ROOM, at=now)
    forget_tries(now)
    assert CodeTries.objects.get().wrong == 2


def test_a_receipt_opens_how_far_it_has_travelled(client, link):
    page = enter(client, receipt(link)[0], follow=True)
    assert page.parsed.heading == "How far it has travelled"
    assert cookie_name() not in client.cookies


def test_a_receipt_leaves_the_draft_of_the_device_alone(client, link, start):
    start()
    enter(client, receipt(link)[0], follow=True)
    assert client.get("/s/1/").status_code == 200


def test_receipts_of_erased_withdrawn_and_ended_answers_look_the_same(link):
    def shown(change):
        code, response = receipt(link)
        change(response)
        page = enter(ReadingClient(), code, follow=True)
        return re.sub(CHANGES, "", page.content.decode())

    usual = shown(lambda response: None)
    assert shown(lambda response: erase_response(response, by=None)) == usual
    assert shown(lambda response: update(response, state="withdrawn")) == usual
    assert shown(lambda response: update(response, state="ended")) == usual
    assert shown(lambda response: update(response, state="set_aside")) == usual


def update(response, **changes):
    Response.objects.filter(pk=response.pk).update(answers={}, **changes)


def test_the_page_is_in_the_language_of_the_browser(client, link):
    page = client.get("/c/", headers={"accept-language": "ur"})
    assert page.parsed.all("html")[0].get("dir") == "rtl"


def test_a_single_use_code_leads_to_the_start_pages_and_starts_once(client, link):
    code, row = invitation_code(link)
    page = enter(client, code, follow=True)
    assert page.redirect_chain == [("/c/start/", 302)]
    assert page.status_code == 200
    page = client.post("/c/start/", SAYS_YES)
    assert page.url == "/s/1/"
    assert client.get("/s/1/").status_code == 200
    row.refresh_from_db()
    assert (row.state, row.draft) == (CodeState.STARTED, Response.objects.get())
    assert client.get("/c/start/").url == "/c/"


def test_a_code_that_was_used_meanwhile_starts_nothing(client, link):
    code, _ = invitation_code(link)
    enter(client, code)
    InvitationCode.objects.update(state=CodeState.USED)
    assert client.post("/c/start/", SAYS_YES).url == "/c/"
    assert Response.objects.count() == 0


def test_without_a_code_typed_here_nobody_starts_by_one(client, link):
    invitation_code(link)
    assert client.get("/c/start/").url == "/c/"
    assert client.post("/c/start/", SAYS_YES).url == "/c/"


def test_a_single_use_code_goes_on_with_its_saved_draft_on_another_device(client, link):
    code, _ = invitation_code(link)
    enter(client, code)
    client.post("/c/start/", SAYS_YES)
    named = str(Response.objects.get().pk)
    client.post("/s/save/", {"response": named})
    other = ReadingClient()
    page = enter(other, code, follow=True)
    assert page.redirect_chain == [("/s/1/", 302)]
    assert Response.objects.count() == 1


def test_a_finished_code_opens_nothing_and_leads_nowhere(client, link):
    code, row = invitation_code(link)
    enter(client, code)
    client.post("/c/start/", SAYS_YES)
    named = str(Response.objects.get().pk)
    client.post("/s/finish/", {"response": named})
    row.refresh_from_db()
    assert (row.state, row.draft) == (CodeState.USED, None)
    assert enter(ReadingClient(), code).status_code == 422


def test_two_codes_on_one_device_begin_clean_each(client, link):
    for code in (invitation_code(link)[0], invitation_code(link)[0]):
        enter(client, code)
        client.post("/c/start/", SAYS_YES)
    assert Response.objects.count() == 2
    open_ones = Response.objects.exclude(capability_hash=None)
    assert hidden(client.get("/s/1/"), "response") == str(open_ones.get().pk)
