import uuid

import pytest
from django.db import IntegrityError, transaction

from surveys.models import Survey
from tests.factories.accounts import UserFactory
from tests.factories.moderation import ReadingFactory
from voice.moderation.domain.errors import NotYourOwn, ReadAgainAlready, TalkFirst
from voice.moderation.domain.reading import approve_comment
from voice.moderation.domain.reversing import reverse_decision
from voice.moderation.domain.sampling import is_in_sample
from voice.moderation.domain.second_reading import read_again, settle_second_reading
from voice.moderation.models import Concern, SecondReading
from voice.moderation.queries.second import (
    agreement_on,
    second_readings,
    to_settle,
    waiting_for,
)

pytestmark = [pytest.mark.django_db, pytest.mark.on_both]


@pytest.fixture(autouse=True)
def _every_one(settings):
    settings.SECOND_READING_PERCENT = 100


@pytest.fixture
def first():
    return UserFactory(worker=True)


@pytest.fixture
def second():
    return UserFactory(worker=True)


def drawn(first, **traits):
    reading = ReadingFactory(by=first, **(traits or {"approved": True}))
    return SecondReading.objects.get(first__reading=reading)


def everywhere():
    return Survey.objects.all()


def test_about_five_in_a_hundred_are_drawn_and_always_the_same_ones():
    ids = [uuid.UUID(int=number) for number in range(4000)]
    drawn = [is_in_sample(one, percent=5) for one in ids]
    assert 140 <= sum(drawn) <= 260
    assert drawn == [is_in_sample(one, percent=5) for one in ids]
    assert not any(is_in_sample(one, percent=0) for one in ids)
    assert all(is_in_sample(one, percent=100) for one in ids)


def test_none_is_drawn_when_the_setting_is_nought(settings, first):
    settings.SECOND_READING_PERCENT = 0
    ReadingFactory(approved=True, by=first)
    assert not SecondReading.objects.exists()


def test_what_was_passed_on_is_not_drawn(first):
    ReadingFactory(passed_on=True, by=first)
    assert not SecondReading.objects.exists()


def test_nobody_is_the_second_reader_of_their_own_decision(first, second):
    row = drawn(first)
    assert list(waiting_for(first, everywhere())) == []
    assert list(waiting_for(second, everywhere())) == [row]
    with pytest.raises(NotYourOwn):
        read_again(row, came_to="approved", by=first)


def test_two_who_agree_change_nothing(first, second):
    row = read_again(drawn(first), came_to="approved", by=second)
    reading = row.first.reading
    assert (row.state, reading.state, reading.version) == ("agreed", "approved", 2)


def test_two_who_differ_leave_the_first_decision_until_it_is_settled(first, second):
    row = drawn(first)
    read_again(row, came_to="withheld", reason="unkind", by=second)
    row.refresh_from_db()
    assert (row.state, row.reason) == ("differs", "unkind")
    assert row.first.reading.state == "approved"
    assert list(to_settle(everywhere())) == [row]


def test_a_second_reader_who_is_worried_passes_it_on_at_once(first, second):
    row = read_again(drawn(first), came_to="passed_on", by=second)
    assert (row.state, row.settled) == ("settled", "decide_again")
    assert Concern.objects.get().raised_by == second
    row.first.reading.refresh_from_db()
    assert row.first.reading.state == "passed_on"


def test_the_second_of_two_second_readers_is_told(first, second):
    row = drawn(first)
    read_again(row, came_to="approved", by=second)
    with pytest.raises(ReadAgainAlready):
        read_again(row, came_to="withheld", reason="test", by=UserFactory(worker=True))


def test_what_was_decided_anew_is_no_longer_read_again(first, second):
    row = drawn(first)
    reading = row.first.reading
    reverse_decision(reading, version=2, why="misread", by=first)
    assert list(second_readings(everywhere())) == []
    with pytest.raises(ReadAgainAlready):
        read_again(row, came_to="approved", by=second)
    approve_comment(reading, version=3, may_count=True, may_quote=False, by=first)
    assert waiting_for(second, everywhere()).count() == 1


def test_a_second_reading_is_a_decision_and_nothing_else(first, second):
    row = drawn(first)
    for wrong in ("waiting", "taken_back", "nonsense"):
        with pytest.raises(ValueError, match=wrong):
            read_again(row, came_to=wrong, by=second)
    with pytest.raises(ValueError, match="because"):
        read_again(row, came_to="withheld", reason="because", by=second)


def differing(first, second):
    row = drawn(first)
    read_again(row, came_to="withheld", reason="unkind", by=second)
    return row


def test_a_third_person_settles_or_the_two_once_they_have_talked(first, second):
    third = UserFactory(worker=True)
    row = settle_second_reading(
        differing(first, second), settled="first_stands", talked=False, by=third
    )
    assert (row.state, row.first.reading.state) == ("settled", "approved")
    for one in (first, second):
        other = differing(first, second)
        with pytest.raises(TalkFirst):
            settle_second_reading(other, settled="first_stands", talked=False, by=one)
        settle_second_reading(other, settled="first_stands", talked=True, by=one)
        with pytest.raises(ReadAgainAlready):
            settle_second_reading(other, settled="decide_again", talked=True, by=third)


def test_what_is_settled_to_be_decided_again_waits_and_is_not_drawn_again(
    first, second
):
    row = differing(first, second)
    settle_second_reading(row, settled="decide_again", talked=True, by=second)
    reading = row.first.reading
    reading.refresh_from_db()
    assert (reading.state, reading.decisions.last().why) == ("waiting", "checked")
    approve_comment(reading, version=3, may_count=True, may_quote=False, by=first)
    assert SecondReading.objects.count() == 1


def test_agreement_counts_everything_read_twice(first, second):
    for came_to in ("approved", "approved", "withheld", "passed_on"):
        reason = "test" if came_to == "withheld" else ""
        read_again(drawn(first), came_to=came_to, reason=reason, by=second)
    drawn(first)
    told = agreement_on(everywhere())
    assert (told.agreed, told.pairs, told.percent, told.kappa) == (2, 4, 50, None)


@pytest.mark.parametrize(
    "broken",
    [
        {"state": "agreed"},
        {"came_to": "approved"},
        {"state": "settled", "settled": "first_stands"},
        {"reason": "unkind"},
    ],
)
def test_the_database_keeps_no_half_second_reading(first, broken):
    drawn(first)
    with pytest.raises(IntegrityError), transaction.atomic():
        SecondReading.objects.update(**broken)
