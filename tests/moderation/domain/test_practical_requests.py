from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from surveys.wants_sorted import SortingWish
from tests.factories.accounts import UserFactory
from tests.factories.moderation import PracticalRequestFactory
from tests.factories.surveys import InvitationFactory, SurveyFactory
from voice.audit.models import Entry
from voice.council.enums import AlarmKind
from voice.council.models import Alarm
from voice.moderation.domain.practical_requests import (
    RequestIsSettled,
    give_request,
    pass_request_on,
    read_request,
    receive_request,
    reopen_request,
    settle_request,
)
from voice.moderation.enums import RaisedBy, RequestState
from voice.moderation.models import Concern, PracticalRequest

pytestmark = [pytest.mark.django_db, pytest.mark.on_both]
SECRET = "plantedxyzzy bus pass"


@pytest.fixture
def worker():
    return UserFactory(worker=True)


def test_words_are_sealed_and_read_back():
    asked = PracticalRequestFactory(words=SECRET, reach="07700 900222")
    assert SECRET.encode() not in bytes(asked.sealed_words)
    assert b"900222" not in bytes(asked.sealed_reach)
    assert (asked.words(), asked.reach(), asked.note()) == (SECRET, "07700 900222", "")
    assert asked.screened_at is not None


def test_same_page_sent_again_is_one_request():
    asked = PracticalRequestFactory(words=SECRET)
    again = receive_request(
        SortingWish(
            once=asked.pk,
            invitation=InvitationFactory(survey=asked.survey),
            language="en",
            age_band="11-17",
            week=asked.week,
            words="other",
            reach="",
        )
    )
    assert PracticalRequest.objects.get() == again
    assert again.words() == SECRET


def test_owner_is_who_made_the_way_in_while_they_run_the_survey():
    worker, other = UserFactory.create_batch(2, worker=True, outsider=True)
    survey = SurveyFactory(members=[])
    link = InvitationFactory(survey=survey, made_by=worker)
    wish = {
        "invitation": link,
        "language": "en",
        "age_band": "11-17",
        "week": timezone.localdate(),
        "words": "a bed",
        "reach": "",
    }
    nobody = receive_request(SortingWish(once=uuid4(), **wish))
    assert nobody.owner is None
    survey.members.create(user=other)
    assert receive_request(SortingWish(once=uuid4(), **wish)).owner == other
    survey.members.create(user=worker)
    assert receive_request(SortingWish(once=uuid4(), **wish)).owner == worker


def test_reading_is_audited_without_words(worker):
    asked = PracticalRequestFactory(words=SECRET)
    read_request(asked, by=worker)
    entry = Entry.objects.get(verb="moderation.read_request")
    assert "planted" not in str(entry.details)


def test_request_is_given_settled_and_opened_again(worker):
    asked = PracticalRequestFactory()
    assert give_request(asked, to=worker, by=worker).owner == worker
    settled = settle_request(
        asked, state=RequestState.SORTED, note="A new pass was posted.", by=worker
    )
    assert (settled.state, settled.settled_by) == (RequestState.SORTED, worker)
    assert settled.note() == "A new pass was posted."
    with pytest.raises(RequestIsSettled):
        settle_request(asked, state=RequestState.SORTED, note="", by=worker)
    with pytest.raises(RequestIsSettled):
        give_request(asked, to=worker, by=worker)
    opened = reopen_request(asked, by=worker)
    assert (opened.state, opened.settled_by) == (RequestState.OPEN, None)


def test_only_what_settles_can_settle(worker):
    with pytest.raises(ValueError, match="open"):
        settle_request(
            PracticalRequestFactory(), state=RequestState.OPEN, note="", by=worker
        )


def test_possible_worry_goes_to_the_leads_at_once():
    UserFactory(lead=True)
    asked = PracticalRequestFactory(words="he hits me every night", reach="at school")
    assert asked.state == RequestState.PASSED_ON
    assert not asked.may_be_read
    concern = Concern.objects.get()
    assert asked.concern == concern
    assert concern.raised_from == RaisedBy.REQUEST
    assert concern.raised_by is None
    assert concern.words() == "he hits me every night"
    assert concern.contact.read()["how"] == "at school"
    assert Alarm.objects.filter(kind=AlarmKind.CONCERN, about=str(concern.pk)).exists()


def test_worker_passes_on_what_screening_does_not_see(worker):
    asked = PracticalRequestFactory(words=SECRET)
    assert not Concern.objects.exists()
    settle_request(asked, state=RequestState.SORTED, note="", by=worker)
    passed = pass_request_on(asked, by=worker)
    assert passed.state == RequestState.PASSED_ON
    assert Concern.objects.get().raised_by == worker
    with pytest.raises(RequestIsSettled):
        pass_request_on(asked, by=worker)
    assert reopen_request(asked, by=worker).state == RequestState.PASSED_ON


def test_settled_is_whole_or_not(worker):
    asked = PracticalRequestFactory()
    with pytest.raises(IntegrityError), transaction.atomic():
        PracticalRequest.objects.filter(pk=asked.pk).update(state=RequestState.SORTED)
    with pytest.raises(IntegrityError), transaction.atomic():
        PracticalRequest.objects.filter(pk=asked.pk).update(settled_by=worker)
