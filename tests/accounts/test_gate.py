import pytest
from allauth.account.internal.flows.login import record_authentication
from django.contrib.sessions.backends.db import SessionStore
from django.http import HttpResponse

from tests.factories.accounts import UserFactory
from tests.pages import read_page
from voice.accounts.gate import recently_proven

pytestmark = pytest.mark.django_db


@recently_proven
def room(request):
    return HttpResponse("inside")


@pytest.fixture
def visit(rf, settings):
    """Return a function that visits the room, `minutes` after a password was given."""
    settings.SECOND_FACTOR_REQUIRED = True

    def visited(time_machine, *, minutes, sent=None, method="mfa"):
        request = rf.post("/desk/", sent) if sent else rf.get("/desk/?page=2")
        request.user, request.session = UserFactory(lead=True), SessionStore()
        time_machine.move_to("2026-03-14T12:00:00+00:00", tick=False)
        record_authentication(request, request.user, method=method)
        time_machine.move_to(f"2026-03-14T12:{minutes:02}:00+00:00", tick=False)
        return room(request)

    return visited


def test_a_fresh_proof_opens_the_room(visit, time_machine):
    assert visit(time_machine, minutes=15).content == b"inside"


def test_an_old_proof_leads_to_showing_it_again(visit, time_machine):
    page = visit(time_machine, minutes=16)
    assert page.status_code == 403
    links = [link.get("href") for link in read_page(page.content.decode()).all("a")]
    assert "/account/prove/?next=/desk/%3Fpage%3D2" in links


def test_what_was_sent_goes_back_with_the_page_to_be_sent_again(visit, time_machine):
    page = visit(time_machine, minutes=16, sent={"note": "plantedword", "csrf": "x"})
    parsed = read_page(page.content.decode())
    kept = {field.get("name"): field.get("value") for field in parsed.all("input")}
    assert kept["note"] == "plantedword"


def test_nothing_is_asked_where_no_second_factor_is(visit, time_machine, settings):
    settings.SECOND_FACTOR_REQUIRED = False
    assert visit(time_machine, minutes=50).content == b"inside"


def test_a_password_alone_is_no_proof(visit, time_machine):
    assert visit(time_machine, minutes=1, method="password").status_code == 403
