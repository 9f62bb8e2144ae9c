from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from surveys.domain.erasing import erase_response, replay_erasures
from surveys.domain.withdrawing import erase_withdrawn, withdraw_response
from surveys.enums import ResponseState
from surveys.logic.weeks import monday
from surveys.models import Response
from tests.factories.accounts import UserFactory
from tests.factories.moderation import ReadingFactory
from tests.factories.releases import (
    AnsweredSurveyFactory,
    ReleaseFactory,
    answer,
    comment_on,
)
from tests.factories.surveys import CommentFactory
from voice.audit.models import Entry
from voice.releases.domain.releases import drop_release
from voice.releases.models import Departure, Release
from voice.releases.queries import verified
from voice.releases.queries.departed import departed_from

pytestmark = [pytest.mark.on_both, pytest.mark.django_db]


@pytest.fixture
def release():
    """Return an issued release of a hundred answers."""
    return ReleaseFactory(survey=AnsweredSurveyFactory(), issued=True)


def gone_from(release):
    """Return how many are written down as gone, by week."""
    rows = Departure.objects.filter(release=release)
    return dict(rows.values_list("week", "number"))


def this_week():
    """Return the Monday of this week."""
    return monday(timezone.localdate())


def test_withdrawal_after_a_release_leaves_it_and_is_written_down_by_the_week(release):
    before = Release.objects.values().get(pk=release.pk)
    withdraw_response(Response.objects.first())
    assert gone_from(release) == {this_week(): 1}
    assert Release.objects.values().get(pk=release.pk) == before
    assert verified(Release.objects.get(pk=release.pk))


def test_erasure_by_staff_is_written_down_too(release):
    for response in Response.objects.all()[:2]:
        erase_response(response, by=UserFactory(worker=True))
    assert gone_from(release) == {this_week(): 2}
    assert departed_from(release).number == 2


def test_one_whose_words_wait_to_be_read_is_counted_when_it_goes_and_once(release):
    response = Response.objects.first()
    Response.objects.filter(pk=response.pk).update(receipt_hash="0" * 64)
    comment = CommentFactory(response=response)
    withdraw_response(response)
    assert gone_from(release) == {this_week(): 1}
    ReadingFactory(comment=comment, withheld=True)
    assert erase_withdrawn(timezone.now())
    assert not Response.objects.filter(pk=response.pk).exists()
    assert gone_from(release) == {this_week(): 1}


def test_erasing_again_after_a_backup_came_back_counts_nobody_twice(release):
    response = Response.objects.first()
    erase_response(response, by=UserFactory(worker=True))
    replay_erasures()
    assert gone_from(release) == {this_week(): 1}


def test_earlier_weeks_stay_and_each_week_has_its_own_row(release):
    Departure.objects.create(
        release=release, week=this_week() - timedelta(days=7), number=3
    )
    withdraw_response(Response.objects.first())
    assert [row.number for row in departed_from(release).weeks] == [3, 1]


def test_answer_that_came_after_a_release_was_never_in_it(release):
    withdraw_response(answer(release.survey, yes=1)[0])
    assert gone_from(release) == {}


def test_hoax_that_was_set_aside_before_was_not_counted_and_one_after_was():
    survey = AnsweredSurveyFactory()
    before, after = Response.objects.all()[:2]
    set_aside = {"state": ResponseState.SET_ASIDE}
    Response.objects.filter(pk=before.pk).update(**set_aside)
    release = ReleaseFactory(survey=survey, issued=True)
    Response.objects.filter(pk=after.pk).update(**set_aside)
    withdraw_response(before)
    assert gone_from(release) == {}
    withdraw_response(after)
    assert gone_from(release) == {this_week(): 1}


def test_dropped_release_and_another_survey_s_hear_nothing(release):
    other = ReleaseFactory(survey=AnsweredSurveyFactory(yes=3, no=3))
    drop_release(other, by=UserFactory(worker=True))
    for survey in (other.survey, release.survey):
        withdraw_response(Response.objects.filter(edition__survey=survey).first())
    assert gone_from(other) == {}
    assert gone_from(release) == {this_week(): 1}


def test_writing_it_down_says_nothing_of_who(release):
    response = Response.objects.first()
    withdraw_response(response)
    entry = Entry.objects.get(verb="releases.note_departure")
    assert entry.object_id == str(release.pk)
    assert str(response.pk) not in str(entry.details)


def test_quotes_of_those_who_went_are_counted_for_the_signers():
    survey = AnsweredSurveyFactory()
    reading = comment_on(Response.objects.first(), "come wen u say")
    release = ReleaseFactory(survey=survey, issued=True, quotes=[reading.comment])
    assert departed_from(release).quotes == 0
    withdraw_response(reading.comment.response)
    assert departed_from(release).quotes == 1
    assert release.quotes.get().text == "come wen u say"


def test_database_keeps_one_row_a_week(release):
    Departure.objects.create(release=release, week=this_week())
    with pytest.raises(IntegrityError), transaction.atomic():
        Departure.objects.create(release=release, week=this_week())
