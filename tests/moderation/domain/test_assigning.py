from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from tests.factories.accounts import UserFactory
from tests.factories.moderation import several
from voice.audit.models import Entry
from voice.moderation.domain.assigning import (
    SCREENFUL,
    hold,
    put_down,
    put_down_everything,
    take_next,
    take_screenful,
)
from voice.moderation.domain.reading import open_comment, withhold_comment
from voice.moderation.domain.screening import screen_reading
from voice.moderation.logic.wanted import Wanted
from voice.moderation.models import Opening, Reading
from voice.moderation.queries.queue import IDLE

pytestmark = [pytest.mark.django_db, pytest.mark.on_both]

ANY = Wanted()


@pytest.fixture
def amina():
    return UserFactory(worker=True, name="Amina Rahman")


@pytest.fixture
def callum():
    return UserFactory(worker=True, name="Callum Brandreth")


def test_possible_worries_are_given_first_and_then_the_oldest(amina):
    older, newer, worried = several(3)
    worried.worry = True
    worried.save()
    given = []
    while taken := take_next(ANY, by=amina, skip=[one.pk for one in given]):
        if taken in given:
            break
        given.append(taken)
    assert given == [worried, older, newer]


def test_two_people_are_never_given_the_same_one(amina, callum):
    first, second = several(2)
    assert take_next(ANY, by=amina) == first
    assert take_next(ANY, by=callum) == second
    assert take_next(ANY, by=amina) == first
    assert take_next(ANY, by=UserFactory(worker=True)) is None


def test_one_that_is_left_idle_goes_to_others_after_a_quarter_of_an_hour(amina, callum):
    (only,) = several(1)
    start = timezone.now()
    assert take_next(ANY, by=amina, now=start) == only
    just_before = start + IDLE - timedelta(seconds=1)
    assert take_next(ANY, by=callum, now=just_before) is None
    assert take_next(ANY, by=callum, now=start + IDLE) == only
    assert not hold(only, by=amina, now=start + IDLE)


def test_opening_keeps_it_in_hand_and_is_remembered_once_a_version(amina, callum):
    (only,) = several(1)
    open_comment(only, by=amina)
    open_comment(only, by=amina)
    assert take_next(ANY, by=callum) is None
    (opening,) = Opening.objects.all()
    assert (opening.reading, opening.version, opening.by) == (only, 1, amina)


def test_reading_over_somebodys_shoulder_does_not_take_it_from_them(amina, callum):
    (only,) = several(1)
    assert take_next(ANY, by=amina) == only
    assert not hold(only, by=callum)
    open_comment(only, by=callum)
    only.refresh_from_db()
    assert only.assigned_to == amina


def test_a_decision_leaves_nothing_in_hand(amina):
    (only,) = several(1)
    take_next(ANY, by=amina)
    withhold_comment(only, version=1, reason="test", by=amina)
    only.refresh_from_db()
    assert (only.assigned_to, only.assigned_at) == (None, None)
    assert take_next(ANY, by=amina) is None


def test_putting_one_down_leaves_it_to_others_and_only_your_own(amina, callum):
    (only,) = several(1)
    take_next(ANY, by=amina)
    put_down(only, by=callum)
    assert take_next(ANY, by=callum) is None
    put_down(only, by=amina)
    assert take_next(ANY, by=callum) == only


def test_one_that_was_put_down_comes_back_only_when_nothing_else_is_left(amina):
    first, second = several(2)
    assert take_next(ANY, by=amina, skip=[first.pk]) == second
    assert take_next(ANY, by=amina, skip=[first.pk, second.pk]) == first


def test_signing_out_puts_everything_down(amina, callum, sign_in, client):
    several(2)
    desk = sign_in(amina)
    assert len(take_screenful(ANY, by=amina)) == 2
    assert take_next(ANY, by=callum) is None
    desk.post("/account/logout/")
    assert len(take_screenful(ANY, by=callum)) == 2


def test_putting_down_everything_touches_nobody_else(amina, callum):
    several(2)
    take_next(ANY, by=amina)
    take_next(ANY, by=callum)
    put_down_everything(by=amina)
    assert Reading.objects.filter(assigned_to=callum).count() == 1
    assert Reading.objects.filter(assigned_to=amina).count() == 0


def test_a_screenful_is_ten_at_most_and_nobody_elses(amina, callum):
    readings = several(SCREENFUL + 3)
    assert take_screenful(ANY, by=amina) == readings[:SCREENFUL]
    assert take_screenful(ANY, by=callum) == readings[SCREENFUL:]


def test_what_is_given_is_of_what_was_asked_for(amina):
    first, other = several(1)[0], several(1)[0]
    assert take_next(Wanted(survey=other.comment.survey_id), by=amina) == other
    assert take_next(Wanted(survey=999999), by=amina) is None
    assert take_next(Wanted(age_band="4-7"), by=amina) is None
    assert first != other


def test_nothing_is_given_to_somebody_who_may_not_read():
    several(1)
    assert take_next(ANY, by=UserFactory(lead=True)) is None


def test_taking_is_written_down_by_number_alone(amina):
    (only,) = several(1, words="zanzibar")
    take_next(ANY, by=amina)
    entry = Entry.objects.get(verb="moderation.take")
    assert (entry.actor, entry.details) == (amina, {"readings": [only.pk]})


def test_screening_does_not_take_it_out_of_a_hand(amina):
    (only,) = several(1)
    take_next(ANY, by=amina)
    screen_reading(only)
    only.refresh_from_db()
    assert only.assigned_to == amina


def test_who_has_it_in_hand_and_since_when_travel_together(amina):
    (only,) = several(1)
    with pytest.raises(IntegrityError), transaction.atomic():
        Reading.objects.filter(pk=only.pk).update(assigned_to=amina)


def test_a_person_opens_a_version_once(amina):
    (only,) = several(1)
    Opening.objects.create(reading=only, version=1, by=amina)
    with pytest.raises(IntegrityError), transaction.atomic():
        Opening.objects.create(reading=only, version=1, by=amina)
