from datetime import timedelta

import pytest
import time_machine
from django.urls import reverse
from django.utils import timezone

from tests.factories.accounts import UserFactory
from tests.factories.moderation import several
from tests.factories.surveys import (
    SurveyMemberFactory,
)
from voice.audit.models import Entry
from voice.moderation.models import Opening, Reading

pytestmark = pytest.mark.django_db

READING = reverse("moderation:reading")
TAKE = reverse("moderation:take")
REST = reverse("moderation:rest")


def page_of(reading, name="comment"):
    return reverse(f"moderation:{name}", args=[reading.comment_id])


def approve(desk, reading):
    return desk.post(page_of(reading, "approve"), {"version": 1, "may_count": "on"})


def test_taking_the_next_one_opens_it_and_nobody_else_is_given_it(desk, sign_in):
    first, second = several(2)
    assert desk.post(TAKE).url == page_of(first)
    other = sign_in(UserFactory(worker=True))
    assert other.post(TAKE).url == page_of(second)


def test_the_next_one_is_of_what_was_chosen(desk):
    several(1)
    (wanted,) = several(1)
    desk.get(f"{READING}?state=waiting&survey={wanted.comment.survey_id}")
    assert desk.post(TAKE).url == page_of(wanted)
    assert approve(desk, wanted).url == f"{READING}?after={wanted.comment_id}"


def test_while_looking_at_what_was_decided_the_next_one_still_waits(desk):
    (waiting,) = several(1)
    desk.get(f"{READING}?state=approved&mine=1")
    assert desk.post(TAKE).url == page_of(waiting)


def test_nothing_left_leads_to_the_queue(desk):
    assert desk.post(TAKE).url == READING


def test_one_that_is_left_to_others_does_not_come_straight_back(desk, sign_in):
    first, second = several(2)
    desk.post(TAKE)
    assert desk.post(page_of(first, "leave")).url == page_of(second)
    first.refresh_from_db()
    assert first.assigned_to is None
    assert desk.post(page_of(second, "leave")).url == page_of(first)
    assert Entry.objects.filter(verb="moderation.put_down").count() == 2


def test_a_stranger_to_the_survey_can_neither_leave_nor_open_it_here(sign_in):
    (reading,) = several(1)
    desk = sign_in(SurveyMemberFactory().user)
    for name in ("leave", "open_here"):
        assert desk.post(page_of(reading, name)).status_code == 404


def test_after_fifty_in_a_row_a_break_is_suggested_and_one_can_go_on(desk, worker):
    worker.rests_after = 3
    worker.save()
    readings = several(8)
    for reading in readings[:2]:
        desk.get(page_of(reading))
    assert desk.post(TAKE).url != REST
    desk.get(page_of(readings[2]))
    assert desk.post(TAKE).url == REST
    page = desk.get(REST)
    assert "You have read 3 comments in a row." in page.parsed.text()
    assert desk.post(REST).url != REST
    for reading in readings[3:5]:
        desk.get(page_of(reading))
        assert desk.post(TAKE).url != REST
    desk.get(page_of(readings[5]))
    assert desk.post(TAKE).url == REST


def test_the_break_still_offers_to_undo_the_last_decision(desk, worker):
    worker.rests_after = 1
    worker.save()
    first, _second = several(2)
    desk.get(page_of(first))
    answer = approve(desk, first)
    assert answer.url == f"{REST}?after={first.comment_id}"
    assert "Undo" in desk.get(answer.url).parsed.text()


def test_half_an_hour_away_begins_a_new_sitting(desk, worker):
    worker.rests_after = 2
    worker.save()
    readings = several(3)
    start = timezone.now()
    with time_machine.travel(start, tick=False):
        for reading in readings[:2]:
            desk.get(page_of(reading))
    with time_machine.travel(start + timedelta(minutes=29), tick=False):
        assert desk.post(TAKE).url == REST
    with time_machine.travel(start + timedelta(minutes=30), tick=False):
        assert desk.post(TAKE).url != REST


def test_words_stay_covered_until_their_reader_asks_for_them(desk, worker):
    worker.covers_words = True
    worker.save()
    (reading,) = several(1, words="zanzibar")
    page = desk.get(page_of(reading))
    assert "zanzibar" not in page.parsed.source
    assert "The words are covered, as you chose." in page.parsed.text()
    assert not Opening.objects.exists()
    assert not Entry.objects.filter(verb="moderation.read").exists()
    reading.refresh_from_db()
    assert reading.assigned_to == worker
    page = desk.get(f"{page_of(reading)}?open=1")
    assert "zanzibar" in page.parsed.text()
    assert Opening.objects.filter(by=worker).count() == 1
    assert "zanzibar" in desk.get(page_of(reading)).parsed.text()


def test_words_that_were_changed_are_covered_again(desk, worker):
    worker.covers_words = True
    worker.save()
    (reading,) = several(1)
    desk.get(f"{page_of(reading)}?open=1")
    Reading.objects.filter(pk=reading.pk).update(version=2)
    assert "are covered" in desk.get(page_of(reading)).parsed.text()


def test_words_are_not_covered_for_those_who_did_not_choose_so(desk):
    (reading,) = several(1, words="zanzibar")
    assert "zanzibar" in desk.get(page_of(reading)).parsed.text()


@pytest.mark.parametrize("name", ["take", "take_many", "undo_now", "approve_many"])
def test_nothing_is_taken_or_changed_by_following_a_link(desk, name):
    assert desk.get(reverse(f"moderation:{name}")).status_code == 405
