import pytest

from surveys.models import InvitationCode
from tests.factories.codes import invitation_code
from tests.factories.surveys import DEFINITION, EditionFactory

pytestmark = pytest.mark.django_db
SAYS_YES = {"language": "en", "age_band": "11-17", "agreement": "yes"}
ASKED = "Do you want your worker to tell you what came of it?"
NO_LIST = "We keep no list of which code gave which answers"


@pytest.fixture
def typed(client, link):
    """Return a function that types a code of the survey, with a number or without."""

    def entered(*, number, mode="known_to_worker"):
        definition = DEFINITION | {"mode": mode}
        EditionFactory(survey=link.survey, number=2, definition=definition)
        code, row = invitation_code(link)
        InvitationCode.objects.update(number=number)
        client.post("/c/", {"code": code})
        return row

    return entered


def honest(client):
    """Return the page that asks for a yes, of the survey whose code was typed."""
    return client.post("/c/start/", SAYS_YES | {"agreement": ""})


def test_who_comes_with_a_number_is_asked_and_it_is_kept(client, typed):
    row = typed(number=4)
    page = honest(client)
    assert ASKED in page.parsed.text()
    assert NO_LIST not in page.parsed.text()
    client.post("/c/start/", SAYS_YES | {"tell": "on"})
    row.refresh_from_db()
    assert (row.tell_in, row.tell_as) == ("en", "11-17")


def test_nothing_ticked_is_a_no(client, typed):
    row = typed(number=4)
    client.post("/c/start/", SAYS_YES)
    row.refresh_from_db()
    assert (row.tell_in, row.tell_as) == ("", "")


def test_what_was_ticked_stays_when_yes_or_no_is_missing(client, typed):
    typed(number=4)
    page = client.post("/c/start/", SAYS_YES | {"agreement": "", "tell": "on"})
    (box,) = [one for one in page.parsed.all("input") if one.get("name") == "tell"]
    assert box.get("checked") is not None


@pytest.mark.parametrize(
    ("number", "mode"), [(None, "known_to_worker"), (4, "name_not_asked")]
)
def test_nobody_else_is_asked(client, typed, number, mode):
    row = typed(number=number, mode=mode)
    assert ASKED not in honest(client).parsed.text()
    client.post("/c/start/", SAYS_YES | {"tell": "on"})
    row.refresh_from_db()
    assert row.tell_in == ""


def test_nobody_with_an_open_link_is_asked(client, link, honest):
    assert ASKED not in honest().parsed.text()
