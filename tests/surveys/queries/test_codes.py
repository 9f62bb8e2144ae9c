from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from django.utils.crypto import salted_hmac

from surveys.domain.coming_back import give_return_code
from surveys.domain.erasing import erase_response
from surveys.enums import CodeKind
from surveys.models import GroupSession
from surveys.queries import responses
from surveys.queries.codes import found
from tests.factories.answering import open_survey_link
from tests.factories.codes import (
    REFUSED_KINDS,
    WEEK,
    invitation_code,
    receipt,
    refused_code,
    started,
)
from tests.factories.surveys import InvitationFactory

pytestmark = [pytest.mark.django_db, pytest.mark.on_both]


@pytest.fixture
def link():
    return open_survey_link()


def typed(code):
    return found(code, at=timezone.now())


def test_each_kind_of_code_is_found_as_what_it_is(link):
    code, row = invitation_code(link)
    assert (typed(code).kind, typed(code).code) == (CodeKind.INVITATION, row)
    assert typed(code).invitation == row.invitation
    begun = started(link)
    code = give_return_code(begun.response, lasts=WEEK)
    assert (typed(code).kind, typed(code).response) == (
        CodeKind.RETURN,
        begun.response,
    )
    code, response = receipt(link)
    assert (typed(code).kind, typed(code).receipt) == (
        CodeKind.RECEIPT,
        response.receipt_hash,
    )
    assert typed(code).response is None


def test_a_code_is_read_kindly(link):
    code, row = invitation_code(link)
    small = code.lower().replace("-", " ")
    assert typed(f" {small} ").code == row


def test_a_group_sessions_code_is_found_while_the_session_lasts(link):
    session = GroupSession.objects.create(
        invitation=InvitationFactory(survey=link.survey),
        code="F7XC2M",
        closes_at=timezone.now() + timedelta(hours=1),
    )
    assert typed("f7x-c2m").session == session
    assert typed("f7x-c2m").kind == CodeKind.GROUP
    assert found("F7XC2M", at=session.closes_at) is None
    session.closed_at = timezone.now()
    session.save()
    assert typed("F7XC2M") is None


@pytest.mark.parametrize("kind", REFUSED_KINDS)
def test_a_code_that_opens_nothing_is_nothing(kind, link):
    assert typed(refused_code(kind, link)) is None


def test_a_code_of_one_kind_never_opens_another(link, monkeypatch):
    code, _ = receipt(link)
    begun = started(link)
    begun.response.return_hash = begun.response.receipt_hash
    assert typed(code).kind == CodeKind.RECEIPT
    hashes = {responses.code_hash(kind, "00000000") for kind in CodeKind}
    assert len(hashes) == len(CodeKind)


def test_a_receipt_of_erased_answers_is_found_like_any_other(link):
    code, response = receipt(link)
    before = typed(code)
    erase_response(response, by=None)
    assert typed(code) == before


@pytest.mark.parametrize("kind", REFUSED_KINDS)
def test_what_opens_nothing_takes_the_same_queries_and_hashes(kind, link, monkeypatch):
    hashed = []

    def counted(salt, *args, **options):
        hashed.append(salt)
        return salted_hmac(salt, *args, **options)

    def work(code):
        hashed.clear()
        with CaptureQueriesContext(connection) as told:
            assert typed(code) is None
        return hashed[:], [query["sql"].split(" WHERE ")[0] for query in told]

    wanted, code = refused_code("unknown", link), refused_code(kind, link)
    monkeypatch.setattr(responses, "salted_hmac", counted)
    usual = work(wanted)
    assert work(code) == usual
    # Of codes; a room's is no secret and is kept as it is.
    assert len(usual[0]) == len(CodeKind) - 1


def test_what_is_typed_too_long_or_with_a_hidden_sign_is_no_error(link):
    assert typed("\0" * 5000) is None
    assert typed("") is None
