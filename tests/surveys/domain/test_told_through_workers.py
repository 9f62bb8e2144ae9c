import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from surveys.domain.code_batches import forget_numbers, take_out_codes
from surveys.domain.erasing import erase_response
from surveys.domain.invitation_codes import make_batch, start_by_code
from surveys.domain.retention import end_responses
from surveys.enums import CodeKind, CodesOut
from surveys.logic.personal_codes import signs_of
from surveys.models import InvitationCode
from surveys.queries.responses import code_hash
from surveys.queries.told_through_workers import wishes_to_be_told
from tests.factories.accounts import UserFactory
from tests.factories.surveys import DEFINITION, EditionFactory

pytestmark = [pytest.mark.django_db, pytest.mark.on_both]
KNOWN = DEFINITION | {"mode": "known_to_worker"}
WHO = {"language": "en", "age_band": "11-17"}


def codes_of(definition, size=3):
    """Return the edition and the rows of a batch of codes, as the paper has them."""
    edition = EditionFactory(definition=definition)
    by = UserFactory(worker=True)
    way = make_batch(edition.survey, size=size, by=by)
    printed = take_out_codes(way, out=CodesOut.TABLE, by=by)
    hashes = [code_hash(CodeKind.INVITATION, signs_of(one)) for one in printed]
    return edition, [InvitationCode.objects.get(code_hash=one) for one in hashes]


def wishes(edition):
    found = wishes_to_be_told([edition.survey_id])
    return [(one.number, one.tell_in, one.tell_as) for one in found]


def test_wish_is_kept_with_the_number_language_and_age_alone():
    edition, (first, second, _third) = codes_of(KNOWN)
    start_by_code(second, **WHO, tell=True)
    start_by_code(first, **WHO)
    assert wishes(edition) == [(2, "en", "11-17")]


def test_where_names_are_not_asked_no_wish_is_kept():
    edition, rows = codes_of(DEFINITION, size=10)
    start_by_code(rows[0], **WHO, tell=True)
    assert not InvitationCode.objects.exclude(tell_in="", tell_as="").exists()
    assert wishes(edition) == []


def test_wish_without_a_number_cannot_be_kept():
    _edition, rows = codes_of(DEFINITION, size=10)
    rows[0].tell_in, rows[0].tell_as = "en", "11-17"
    with pytest.raises(IntegrityError), transaction.atomic():
        rows[0].save()


def test_wish_goes_with_the_numbers_once_names_are_not_asked_any_more():
    edition, rows = codes_of(KNOWN)
    start_by_code(rows[0], **WHO, tell=True)
    EditionFactory(survey=edition.survey, number=2, definition=DEFINITION)
    assert forget_numbers() == 1
    assert not InvitationCode.objects.exclude(tell_in="").exists()


def test_wish_is_erased_with_the_answers():
    edition, rows = codes_of(KNOWN)
    response = start_by_code(rows[0], **WHO, tell=True).response
    start_by_code(rows[1], **WHO, tell=True)
    erase_response(response, by=UserFactory(worker=True))
    assert [number for number, *_rest in wishes(edition)] == [2]


def test_wish_ends_when_the_time_of_answers_is_over():
    edition, rows = codes_of(KNOWN)
    start_by_code(rows[0], **WHO, tell=True)
    end_responses(edition.survey, now=timezone.now())
    assert wishes(edition) == []
