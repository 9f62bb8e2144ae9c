import re
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from surveys.domain.answering import finish_response, start_response
from surveys.enums import CodeKind, Company
from surveys.models import Response
from surveys.queries.codes import found
from surveys.views.device import cookie_name

pytestmark = pytest.mark.django_db

CODE = re.compile(r"[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]")


@pytest.fixture
def helped(client, link):
    """Return a function that starts a helped response on the device of `client`."""

    def started(age_band="8-11", company=Company.HELPING):
        begun = start_response(link, language="en", age_band=age_band, company=company)
        client.cookies[cookie_name()] = begun.capability
        return begun.response

    return started


def code_on(page):
    told = CODE.search(page.parsed.text())
    return told and told[0]


def test_helper_of_a_younger_child_gets_a_code_that_opens_the_same_draft(
    client, helped
):
    response = helped()
    code = code_on(client.get(reverse("surveys:hand_over")))
    client.post(reverse("surveys:exit"))
    now = timezone.now()
    thing = found(code, at=now)
    assert (thing.kind, thing.response.pk) == (CodeKind.RETURN, response.pk)
    assert found(code, at=now + timedelta(minutes=119))
    assert found(code, at=now + timedelta(minutes=121)) is None


def test_code_is_shown_once_and_another_only_when_asked(client, helped):
    helped()
    address = reverse("surveys:hand_over")
    first = code_on(client.get(address))
    assert code_on(client.get(address)) is None
    assert found(first, at=timezone.now())
    second = code_on(client.post(address))
    assert second not in {None, first}
    assert found(first, at=timezone.now()) is None


@pytest.mark.parametrize(
    ("age_band", "company"),
    [("11-17", Company.HELPING), ("8-11", Company.NEARBY), ("8-11", Company.ALONE)],
)
def test_nobody_else_gets_one(client, helped, age_band, company):
    helped(age_band, company)
    address = reverse("surveys:hand_over")
    assert code_on(client.get(address)) is None
    assert code_on(client.post(address)) is None
    assert Response.objects.get().return_hash is None


def test_code_of_what_is_finished_opens_nothing(client, helped):
    response = helped()
    code = code_on(client.get(reverse("surveys:hand_over")))
    finish_response(response)
    assert found(code, at=timezone.now()) is None
    assert client.get(reverse("surveys:hand_over")).status_code == 410
