import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from surveys.domain.paper_sheets import OnPaper, key_sheet
from surveys.domain.paper_slips import NoSuchSlip, make_slips
from surveys.domain.withdrawing import erase_withdrawn, withdraw_by_receipt
from surveys.enums import CodeKind, HelpedBy, ResponseState
from surveys.logic.keyed import Keyed
from surveys.models import Comment, PaperSheet, PaperSlip, Response
from surveys.queries.codes import found
from surveys.queries.counted import counted_responses
from surveys.queries.receipts import consultation_of_receipt
from tests.factories.accounts import UserFactory
from tests.factories.answering import open_survey_link
from voice.audit.models import Entry
from voice.moderation.domain.reading import approve_comment
from voice.moderation.models import Reading

pytestmark = [pytest.mark.django_db, pytest.mark.on_both]


@pytest.fixture
def survey():
    return open_survey_link().survey


@pytest.fixture
def by():
    return UserFactory(worker=True)


@pytest.fixture
def given(survey, by):
    return make_slips(survey, number=3, by=by)


def keyed(survey, by, slip, words="plantedxyzzy"):
    return key_sheet(
        survey,
        edition=survey.editions.get(),
        paper=OnPaper("en", "11-17", HelpedBy.NOT_SAID, agreed=False),
        keyed={"know_worker": Keyed("yes"), "do_more": Keyed(words or None)},
        by=by,
        slip=slip,
    )


def opens(given):
    """Return what the receipt of a slip opens."""
    return found(given.receipt, at=timezone.now())


def test_slips_are_numbered_on_and_each_receipt_is_its_own(survey, by, given):
    more = make_slips(survey, number=2, by=by)
    assert [one.number for one in given + more] == [1, 2, 3, 4, 5]
    assert len({one.receipt for one in given + more}) == 5


def test_a_receipt_is_kept_only_as_a_hash(given):
    signs = [one.receipt.replace("-", "")[:8] for one in given]
    stored = str(list(PaperSlip.objects.values())) + str(list(Entry.objects.values()))
    assert not [one for one in signs if one in stored]


def test_a_receipt_opens_the_journey_before_its_paper_has_come(survey, given):
    opened = opens(given[0])
    assert opened.kind == CodeKind.RECEIPT
    assert consultation_of_receipt(opened.receipt) == survey.consultation


def test_a_paper_keyed_with_its_slip_is_its_receipts(survey, by, given):
    sheet = keyed(survey, by, given[1].number)
    assert sheet.response.receipt_hash == opens(given[1]).receipt
    slip = PaperSlip.objects.get(number=2)
    assert (slip.receipt_hash, slip.keyed_as) == (None, sheet.number)
    withdraw_by_receipt(opens(given[1]).receipt)
    assert list(counted_responses(survey)) == []


@pytest.mark.parametrize("number", [1, 99])
def test_a_slip_is_one_paper_s(survey, by, given, number):
    keyed(survey, by, given[0].number)
    with pytest.raises(NoSuchSlip):
        keyed(survey, by, number)
    assert Response.objects.count() == 1


def test_another_survey_s_slip_is_no_slip(by, given):
    with pytest.raises(NoSuchSlip):
        keyed(open_survey_link().survey, by, given[0].number)


def test_what_was_taken_back_before_its_paper_came_is_never_counted(survey, by, given):
    receipt = opens(given[0]).receipt
    withdraw_by_receipt(receipt)
    withdraw_by_receipt(receipt)
    assert opens(given[0]).receipt == receipt
    keyed(survey, by, given[0].number)
    assert list(counted_responses(survey)) == []
    assert Response.objects.get().state == ResponseState.WITHDRAWN
    assert Comment.objects.get().taken_back
    assert Entry.objects.filter(verb="surveys.withdraw_response").count() == 2


def test_its_words_are_read_for_safety_and_then_gone(survey, by, given):
    withdraw_by_receipt(opens(given[0]).receipt)
    keyed(survey, by, given[0].number)
    reading = Reading.objects.get()
    approve_comment(
        reading, by=by, may_count=True, may_quote=False, version=reading.version
    )
    erase_withdrawn(timezone.now())
    assert not Response.objects.exists()
    assert opens(given[0]) is not None


def test_a_number_written_on_a_paper_is_never_given_again(survey, by, given):
    withdraw_by_receipt(opens(given[0]).receipt)
    sheet = keyed(survey, by, given[0].number, words="")
    assert not PaperSheet.objects.exists()
    assert keyed(survey, by, given[1].number).number == sheet.number + 1


def test_a_slip_has_its_receipt_until_its_paper_is_keyed(given):
    with pytest.raises(IntegrityError), transaction.atomic():
        PaperSlip.objects.filter(number=1).update(keyed_as=4)
