import pytest
from django.utils import timezone

from surveys import unread
from surveys.domain.answering import finish_response, save_answer
from surveys.domain.withdrawing import erase_withdrawn, withdraw_response
from surveys.enums import ResponseState
from surveys.models import Comment, Erasure, Response, SetAside, SpentReceipt
from surveys.queries.counted import counted_responses
from surveys.queries.receipts import consultation_of_receipt, response_of_receipt
from tests.factories.accounts import UserFactory
from tests.factories.answering import open_survey_link
from tests.factories.codes import receipt, started
from voice.audit.models import Entry
from voice.moderation.domain.reading import approve_comment
from voice.moderation.models import Reading
from voice.moderation.queries.kept import kept_readings
from voice.moderation.queries.queue import waiting_to_be_read

pytestmark = [pytest.mark.django_db, pytest.mark.on_both]


@pytest.fixture
def link():
    return open_survey_link()


@pytest.fixture
def finished(link):
    """Return a finished response that said something, unread."""
    begun = started(link)
    save_answer(begun.response, key="know_worker", value="yes")
    save_answer(begun.response, key="do_more", value="plantedxyzzy", may_quote=True)
    finish_response(begun.response, capability=begun.capability)
    return begun.response


def read(response):
    """Have a worker approve everything the response said."""
    worker = UserFactory(worker=True)
    for reading in Reading.objects.filter(comment__response=response):
        approve_comment(
            reading, by=worker, may_count=True, may_quote=False, version=reading.version
        )


def test_what_is_withdrawn_counts_no_more_at_once(finished, link):
    assert len(list(counted_responses(link.survey))) == 1
    withdraw_response(finished)
    assert list(counted_responses(link.survey)) == []
    row = Response.objects.get(pk=finished.pk)
    assert (row.state, row.answers) == (ResponseState.WITHDRAWN, {})


def test_unread_words_are_still_read_for_safety_and_never_quoted(finished, link):
    withdraw_response(finished)
    comment = Comment.objects.get()
    assert comment.read() == "plantedxyzzy"
    assert (comment.taken_back, comment.may_quote) == (True, False)
    assert waiting_to_be_read(link.survey) == {comment.pk}
    assert erase_withdrawn(timezone.now()) == []
    read(finished)
    assert list(kept_readings(link.survey)) == []


def test_once_read_everything_of_it_is_erased(finished, link):
    withdraw_response(finished)
    read(finished)
    assert erase_withdrawn(timezone.now()) == [
        "Withdrawn: 1 responses erased, all read."
    ]
    assert not Comment.objects.exists()
    assert not Reading.objects.exists()
    assert not Response.objects.exists()
    assert Erasure.objects.get().response_id == finished.pk
    assert erase_withdrawn(timezone.now()) == []


def test_what_was_read_already_is_erased_at_once(finished):
    read(finished)
    withdraw_response(finished)
    assert not Comment.objects.exists()
    assert not Response.objects.exists()
    assert Erasure.objects.get().by is None


def test_what_was_set_aside_does_not_come_back_with_its_rule(finished):
    Response.objects.update(state=ResponseState.SET_ASIDE)
    withdraw_response(finished)
    assert Response.objects.get().state == ResponseState.WITHDRAWN
    assert not SetAside.objects.exists()


def test_withdrawing_twice_is_withdrawing_once(finished):
    withdraw_response(finished)
    withdraw_response(finished)
    assert Entry.objects.filter(verb="surveys.withdraw_response").count() == 1


def test_what_was_never_finished_is_not_withdrawn(link):
    begun = started(link)
    withdraw_response(begun.response)
    assert Response.objects.get().state == ResponseState.UNDER_WAY


def test_the_audit_does_not_say_which_was_withdrawn(finished, link):
    withdraw_response(finished)
    entry = Entry.objects.get(verb="surveys.withdraw_response")
    assert (entry.object_type, entry.object_id) == (
        "surveys.Survey",
        str(link.survey.pk),
    )
    assert str(finished.pk) not in str(entry.details)


def test_a_receipt_outlives_its_answers_and_leads_to_nobody(finished, link):
    held = Response.objects.get().receipt_hash
    read(finished)
    withdraw_response(finished)
    assert response_of_receipt(held) is None
    assert consultation_of_receipt(held) == link.survey.consultation
    assert SpentReceipt.objects.get().receipt_hash == held


def test_where_an_issued_quote_keeps_a_row_the_row_has_no_receipt(
    finished, monkeypatch
):
    monkeypatch.setattr("surveys.domain.forgetting._deleted", lambda comment: False)
    monkeypatch.setattr(unread, "_registered", {})
    withdraw_response(finished)
    row = Response.objects.get()
    assert row.receipt_hash is None
    assert SpentReceipt.objects.count() == 1


def test_each_receipt_is_its_own(link):
    codes = {receipt(link)[0] for _ in range(3)}
    assert len(codes) == 3
