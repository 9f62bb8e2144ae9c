from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from surveys.domain.answering import (
    finish_response,
    leave_response,
    save_answer,
    start_response,
)
from surveys.domain.coming_back import come_back, give_return_code
from surveys.domain.stopping import note_stops
from surveys.domain.withdrawing import withdraw_response
from surveys.enums import InvitationKind
from surveys.models import CodeBatch, Response
from surveys.time_taken import Took
from tests.factories.surveys import EditionFactory, InvitationFactory, ResponseFactory

pytestmark = [pytest.mark.django_db, pytest.mark.on_both]

AN_HOUR = timedelta(hours=2)


@pytest.fixture
def edition():
    return EditionFactory()


@pytest.fixture
def begin(edition):
    """Return a function that begins a response now, and sends these answers."""

    def began(**answers):
        way = InvitationFactory(survey=edition.survey)
        response = start_response(way, language="en", age_band="11-17").response
        for key, value in answers.items():
            save_answer(response, key=key, value=value)
        return response

    return began


def reached(response):
    return Response.objects.get(pk=response.pk).reached


def test_who_left_stopped_after_the_furthest_question_sent(begin):
    left = begin(know_worker="yes", happy=None)
    leave_response(left)
    assert note_stops(timezone.now()) == ["Left unfinished: 1 responses."]
    assert reached(left) == 3
    assert note_stops(timezone.now()) == []


def test_who_sent_nothing_stopped_before_the_first(begin):
    left = begin()
    leave_response(left)
    note_stops(timezone.now())
    assert reached(left) == 0


def test_who_may_be_answering_still_has_not_stopped(begin):
    going = begin(know_worker="yes")
    note_stops(timezone.now())
    assert reached(going) is None
    note_stops(timezone.now() + AN_HOUR)
    assert reached(going) == 1


def test_who_saved_it_for_later_has_not_stopped_until_the_code_is_over(begin):
    saved = begin(know_worker="yes")
    give_return_code(saved, lasts=timedelta(days=2))
    note_stops(timezone.now() + AN_HOUR)
    assert reached(saved) is None
    note_stops(timezone.now() + timedelta(days=3))
    assert reached(saved) == 1


def test_who_comes_back_after_all_has_not_stopped(begin):
    saved = begin(know_worker="yes")
    give_return_code(saved, lasts=timedelta(days=2))
    Response.objects.filter(pk=saved.pk).update(reached=1)
    come_back(saved)
    assert reached(saved) is None


def test_who_finishes_in_the_last_moment_has_not_stopped(begin):
    late = begin(know_worker="yes")
    Response.objects.filter(pk=late.pk).update(reached=1)
    finish_response(late)
    assert reached(late) is None


def test_whoever_came_by_a_code_without_a_name_is_told_of_on_monday(edition, begin):
    left = begin(know_worker="yes")
    way = left.invitation
    way.kind = InvitationKind.CODES
    way.save()
    CodeBatch.objects.create(
        invitation=way, size=10, is_numbered=False, counted_on=left.week
    )
    leave_response(left)
    note_stops(timezone.now())
    assert reached(left) is None
    note_stops(timezone.now() + timedelta(days=7))
    assert reached(left) == 1


def test_many_are_noted_some_at_a_time(edition, monkeypatch):
    monkeypatch.setattr("surveys.domain.stopping.AT_ONCE", 2)
    way = InvitationFactory(survey=edition.survey)
    for _one in range(5):
        ResponseFactory(edition=edition, invitation=way, touched_at=None)
    assert note_stops(timezone.now()) == ["Left unfinished: 5 responses."]


def test_only_what_is_unfinished_stopped_somewhere(edition):
    done = ResponseFactory(edition=edition, finished=True)
    with pytest.raises(IntegrityError), transaction.atomic():
        Response.objects.filter(pk=done.pk).update(reached=1)


@pytest.mark.parametrize(
    ("minutes", "kept"), [(1, Took.UP_TO_2), (9, Took.UP_TO_10), (61, Took.LONGER)]
)
def test_time_taken_is_kept_in_a_class_and_no_finer(begin, minutes, kept):
    going = begin(know_worker="yes")
    began = Response.objects.get(pk=going.pk).started_at
    finish_response(going, at=began + timedelta(minutes=minutes))
    row = Response.objects.get(pk=going.pk)
    assert (row.took, row.started_at) == (kept, None)


def test_whoever_came_back_later_took_nobody_knows_how_long(begin):
    saved = begin(know_worker="yes")
    give_return_code(saved, lasts=timedelta(days=2))
    come_back(saved)
    finish_response(saved)
    assert Response.objects.get(pk=saved.pk).took == Took.NOT_KNOWN


def test_who_withdraws_takes_back_how_long_it_took_too(begin):
    done = begin(know_worker="yes")
    finish_response(done)
    withdraw_response(done)
    left = Response.objects.filter(pk=done.pk).values_list("took", flat=True)
    assert set(left) <= {Took.NOT_KNOWN}
