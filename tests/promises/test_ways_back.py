"""Codes, drafts and receipts: what opens something, and what nothing leads to (R15–R17)."""

import pytest
from django.db.models import DateField, ForeignKey
from django.urls import reverse

from surveys.models import CodeTries, InvitationCode, Response, SpentReceipt
from surveys.views.device import cookie_name
from tests.conftest import ReadingClient
from tests.factories.answering import open_survey_link
from tests.factories.codes import receipt, started

pytestmark = pytest.mark.django_db
CANARY = "plantedxyzzy"
YOUNG_PEOPLES = (
    "/s/1/",
    "/s/6/",
    "/s/finish/",
    "/s/save/",
    "/s/answers/",
    "/s/contact/",
    "/r/withdraw/",
    "/c/start/",
)


@pytest.fixture
def draft():
    """Return a response under way that said something, and its capability."""
    begun = started(open_survey_link())
    client = ReadingClient()
    client.cookies[cookie_name()] = begun.capability
    client.post(
        "/s/6/",
        {"response": begun.response.pk, "question": "do_more", "answer": CANARY},
    )
    return begun


def as_it_is(response):
    return Response.objects.values().get(pk=response.pk)


@pytest.mark.parametrize("address", YOUNG_PEOPLES)
def test_the_id_of_a_response_opens_and_changes_nothing(draft, address):
    before = as_it_is(draft.response)
    stranger = ReadingClient()
    named = {"response": str(draft.response.pk), "question": "do_more", "answer": "x"}
    for page in (
        stranger.get(address, named),
        stranger.post(address, named),
        stranger.post(f"{address}?response={draft.response.pk}", named),
    ):
        assert page.status_code in {302, 409, 410}
        assert CANARY not in page.content.decode()
    assert as_it_is(draft.response) == before


@pytest.mark.parametrize("address", YOUNG_PEOPLES[:5])
def test_a_capability_in_an_address_opens_nothing(draft, address):
    page = ReadingClient().get(address, {cookie_name(): draft.capability})
    assert page.status_code == 410


@pytest.mark.parametrize("address", YOUNG_PEOPLES[:5])
def test_a_cookie_stolen_before_finish_opens_nothing_after(draft, address):
    owner, thief = ReadingClient(), ReadingClient()
    for one in (owner, thief):
        one.cookies[cookie_name()] = draft.capability
    named = {"response": str(draft.response.pk)}
    assert owner.post(reverse("surveys:finish"), named).status_code == 303
    page = thief.get(address)
    assert page.status_code == 410
    assert CANARY not in thief.post(address, named).content.decode()


def test_no_path_leads_from_a_code_to_answers_once_it_is_used():
    pointing = {
        field.name
        for field in InvitationCode._meta.get_fields()
        if isinstance(field, ForeignKey)
    }
    assert pointing == {"invitation", "draft"}
    names = [one.name for one in InvitationCode._meta.constraints]
    assert "invitation_code_forgets_its_draft" in names


@pytest.mark.parametrize("model", [InvitationCode, SpentReceipt])
def test_nothing_says_when_a_code_was_used(model):
    assert not [one for one in model._meta.get_fields() if isinstance(one, DateField)]


@pytest.mark.parametrize("model", [SpentReceipt, CodeTries])
def test_nothing_leads_from_what_codes_leave_behind_to_a_response(model):
    related = {one.related_model for one in model._meta.get_fields() if one.is_relation}
    assert Response not in related
    assert InvitationCode not in related


def test_a_receipt_is_in_no_column_of_the_database():
    code, response = receipt(open_survey_link())
    row = str(as_it_is(response))
    assert code not in row
    assert code.replace("-", "") not in row
    assert code.replace("-", "")[:8] not in row
