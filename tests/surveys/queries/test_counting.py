import pytest
from django.utils import timezone

from surveys.domain.answering import finish_response, save_answer, start_response
from surveys.domain.counting import roll_up
from surveys.domain.withdrawing import withdraw_response
from surveys.models import CountSheet, Response
from surveys.models.count_sheet import BY_INVITATION
from surveys.queries.counted import counted_responses
from surveys.queries.reach import LiveCounts, live_counts, reach_of
from tests.factories.surveys import EditionFactory, InvitationFactory, ResponseFactory

pytestmark = [pytest.mark.django_db, pytest.mark.on_both]


def test_only_finished_responses_count():
    edition = EditionFactory()
    invitation = InvitationFactory(survey=edition.survey)
    for finished in (True, False):
        response = start_response(invitation, language="en", age_band="11-17").response
        save_answer(response, key="know_worker", value="yes")
        if finished:
            finish_response(response)
            counted = response
    ResponseFactory(finished=True)
    (one,) = counted_responses(edition.survey)
    assert (one.id, one.age_band, one.language) == (counted.id, "11-17", "en")
    assert one.answers == {"know_worker": {"state": "answered", "value": "yes"}}
    assert live_counts(edition.survey) == LiveCounts(under_way=1, finished=1)


def test_responses_to_every_edition_count():
    edition = EditionFactory()
    second = EditionFactory(survey=edition.survey, number=2)
    for each in (edition, second):
        ResponseFactory(edition=each, finished=True)
    assert len(list(counted_responses(edition.survey))) == 2


def by_way(survey):
    return {
        reach.invitation: reach.counts.finished
        for reach in reach_of(list(survey.invitations.all()))
    }


def test_each_way_in_is_counted_alike_before_during_and_after_a_roll_up():
    edition = EditionFactory()
    survey = edition.survey
    first, second = InvitationFactory.create_batch(2, survey=survey)
    for way in (first, first, first, second):
        ResponseFactory(edition=edition, invitation=way, finished=True)
    ResponseFactory(edition=edition, invitation=second, touched_at=None)
    expected = {first: 3, second: 1}
    assert by_way(survey) == expected
    for done in (2, 2, 0):
        assert roll_up(survey, at=timezone.now(), most=2) == done
        assert by_way(survey) == expected
        assert live_counts(survey).finished == 4
    withdraw_response(Response.objects.filter(invitation=first).first())
    assert by_way(survey) == {first: 2, second: 1}
    CountSheet.objects.filter(breakdown=BY_INVITATION).delete()
    assert by_way(survey) == {first: 2, second: 1}


def test_what_is_rolled_up_is_not_counted_again(django_assert_num_queries):
    edition = EditionFactory()
    ResponseFactory.create_batch(3, edition=edition, finished=True)
    roll_up(edition.survey, at=timezone.now())
    CountSheet.objects.filter(breakdown=BY_INVITATION).update(cells={})
    with django_assert_num_queries(2):
        assert live_counts(edition.survey).finished == 0
