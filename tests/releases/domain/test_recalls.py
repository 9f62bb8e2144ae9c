from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from surveys.domain.erasing import erase_response
from surveys.models import Response
from surveys.travelled import Travelled
from tests.factories.accounts import UserFactory
from tests.factories.moderation import ReadingFactory
from tests.factories.releases import (
    AnsweredSurveyFactory,
    ReleaseFactory,
    answer,
    comment_on,
    tagged,
)
from tests.factories.surveys import CommentFactory
from voice.audit.models import Entry
from voice.releases.domain.recalls import (
    CannotRecall,
    NoReason,
    NotIssued,
    NumberInReason,
    RecalledAlready,
    recall_release,
)
from voice.releases.domain.releases import (
    GatesNotMet,
    drop_release,
    propose_release,
    sign_release,
)
from voice.releases.enums import ReleaseKind, ReleaseState
from voice.releases.logic.gates import Gate
from voice.releases.models import Recall, Release, Roll
from voice.releases.models.release import ReleaseIsImmutable
from voice.releases.queries import (
    correction_of,
    issued_releases,
    latest_release,
    recalled_releases,
    verified,
)
from voice.releases.queries.past import past_results_of, surveys_released
from voice.releases.queries.releases import corrected_by
from voice.releases.queries.travelled import how_far_understood

pytestmark = [pytest.mark.on_both, pytest.mark.django_db]
WHY = "A class answered twice."


@pytest.fixture
def worker():
    """Return a participation worker."""
    return UserFactory(worker=True)


def recalled(release, *, by=None):
    """Take a release back, and return it as it is read."""
    recall_release(release, why=WHY, by=by or UserFactory(worker=True))
    return Release.objects.get(pk=release.pk)


def gates_of(survey):
    """Return the gates that refuse a release."""
    with pytest.raises(GatesNotMet) as refused:
        propose_release(survey, by=UserFactory(worker=True))
    return refused.value.gates


def corrected(survey):
    """Propose and sign the next release of a survey."""
    release = propose_release(survey, by=UserFactory(worker=True))
    return sign_release(release, by=UserFactory(worker=True))


def test_recall_says_who_when_and_why_and_is_audited_without_the_reason(worker):
    release = ReleaseFactory(issued=True)
    recall = recall_release(release, why=f"  {WHY} ", by=worker)
    assert (recall.release, recall.by, recall.why) == (release, worker, WHY)
    assert abs(timezone.now() - recall.at) < timedelta(minutes=1)
    entry = Entry.objects.get(verb="releases.recall")
    assert (entry.actor, entry.object_id) == (worker, str(release.pk))
    assert WHY not in str(entry.details)


def test_recalled_release_is_no_longer_the_latest_and_none_is_counted():
    survey = AnsweredSurveyFactory()
    release = recalled(ReleaseFactory(survey=survey, issued=True))
    assert latest_release(survey) is None
    assert issued_releases() == []
    assert recalled_releases() == [release]
    assert past_results_of([survey.pk]) == {}
    assert surveys_released() == set()


def test_release_before_the_recalled_one_is_the_latest_again():
    survey = AnsweredSurveyFactory()
    first = ReleaseFactory(survey=survey, issued=True)
    Release.objects.update(issued_at=timezone.now() - timedelta(days=8))
    answer(survey, yes=30)
    second = ReleaseFactory(survey=survey, issued=True)
    assert latest_release(survey) == second
    recalled(second)
    assert latest_release(survey) == first


def test_recalled_release_stays_byte_for_byte_what_was_signed():
    release = ReleaseFactory(issued=True)
    before = Release.objects.values().get(pk=release.pk)
    after = recalled(release)
    assert Release.objects.values().get(pk=release.pk) == before
    assert verified(after).is_issued


def test_recalling_tells_whoever_answered_that_it_is_being_understood_again():
    survey = AnsweredSurveyFactory()
    release = ReleaseFactory(survey=survey, issued=True)
    assert how_far_understood(survey.consultation, "en").travelled == Travelled.DONE
    recalled(release)
    told = how_far_understood(survey.consultation, "en")
    assert told.travelled == Travelled.NOW
    assert [(line.words, line.is_bad) for line in told.lines] == [(WHY, True)]


@pytest.mark.parametrize("why", ["", "   "])
def test_recall_without_a_reason_is_refused(why, worker):
    release = ReleaseFactory(issued=True)
    with pytest.raises(NoReason):
        recall_release(release, why=why, by=worker)
    assert not Recall.objects.exists()


@pytest.mark.parametrize("why", ["Only 3 of them said so.", "It was ۳ of them."])
def test_number_in_the_reason_is_refused_for_it_was_never_protected(why, worker):
    with pytest.raises(NumberInReason):
        recall_release(ReleaseFactory(issued=True), why=why, by=worker)


def test_what_waits_or_was_dropped_is_not_recalled(worker):
    release = ReleaseFactory()
    with pytest.raises(NotIssued):
        recall_release(release, why=WHY, by=worker)
    drop_release(release, by=worker)
    with pytest.raises(NotIssued):
        recall_release(release, why=WHY, by=worker)


def test_nobody_recalls_twice(worker):
    release = recalled(ReleaseFactory(issued=True))
    with pytest.raises(RecalledAlready) as refused:
        recall_release(release, why="Another reason.", by=worker)
    assert isinstance(refused.value, CannotRecall)
    assert Recall.objects.get().why == WHY


def test_recall_is_never_changed_or_undone():
    recall = recalled(ReleaseFactory(issued=True)).recall
    for change in (recall.save, recall.delete):
        with pytest.raises(ReleaseIsImmutable):
            change()


def test_database_refuses_a_recall_without_a_reason_or_a_second_one(worker):
    release = ReleaseFactory(issued=True)
    with pytest.raises(IntegrityError), transaction.atomic():
        Recall.objects.create(release=release, by=worker, why="")
    Recall.objects.create(release=release, by=worker, why=WHY)
    with pytest.raises(IntegrityError), transaction.atomic():
        Recall.objects.create(release=release, by=worker, why=WHY)


def test_correction_of_the_very_same_answers_needs_no_new_ones_and_no_wait():
    survey = AnsweredSurveyFactory()
    first = recalled(ReleaseFactory(survey=survey, issued=True))
    second = corrected(survey)
    assert (second.number, latest_release(survey)) == (2, second)
    assert correction_of(first) == second
    assert corrected_by(second) == first
    assert bytes(second.roll.packed) == bytes(first.roll.packed) != b""


def test_correction_may_be_a_fifth_release():
    survey = AnsweredSurveyFactory()
    for _ in range(4):
        recalled(ReleaseFactory(survey=survey, issued=True))
    assert corrected(survey).number == 5


@pytest.mark.parametrize("more", [1, 19])
def test_correction_with_a_few_more_answers_is_refused(more):
    survey = AnsweredSurveyFactory(closed=True)
    recalled(ReleaseFactory(survey=survey, issued=True))
    answer(survey, yes=more)
    assert gates_of(survey) == [Gate.TOO_SOON, Gate.NOT_THE_SAME]


def test_correction_that_one_child_left_is_refused():
    survey = AnsweredSurveyFactory()
    recalled(ReleaseFactory(survey=survey, issued=True))
    erase_response(Response.objects.first(), by=UserFactory(worker=True))
    assert gates_of(survey) == [Gate.TOO_SOON, Gate.NOT_THE_SAME]


def test_correction_with_one_child_in_another_s_place_is_refused():
    survey = AnsweredSurveyFactory()
    recalled(ReleaseFactory(survey=survey, issued=True))
    erase_response(Response.objects.first(), by=UserFactory(worker=True))
    answer(survey, yes=1)
    assert Gate.NOT_THE_SAME in gates_of(survey)


def test_recalled_release_still_counts_as_one_for_what_comes_after():
    survey = AnsweredSurveyFactory()
    for number in range(1, 5):
        release = Release.objects.create(
            survey=survey,
            number=number,
            kind=ReleaseKind.FIGURES,
            state=ReleaseState.ISSUED,
            tables={},
            content_hash="0" * 64,
            counted=30,
            issued_at=timezone.now() - timedelta(days=30),
        )
    recalled(release)
    assert gates_of(survey) == [Gate.TOO_MANY]


def test_release_whose_roll_was_not_kept_is_never_taken_for_the_same():
    survey = AnsweredSurveyFactory()
    release = ReleaseFactory(survey=survey, issued=True)
    Roll.objects.filter(release=release).delete()
    recalled(release)
    assert Gate.NOT_THE_SAME in gates_of(survey)


def test_unread_comment_shuts_the_gate_of_a_correction_too():
    survey = AnsweredSurveyFactory()
    recalled(ReleaseFactory(survey=survey, issued=True))
    comment = CommentFactory(response=Response.objects.first())
    assert gates_of(survey) == [Gate.UNREAD]
    ReadingFactory(comment=comment, approved=True)
    assert corrected(survey)


def test_without_a_recall_the_same_answers_are_not_released_again():
    survey = AnsweredSurveyFactory()
    ReleaseFactory(survey=survey, issued=True)
    Release.objects.update(issued_at=timezone.now() - timedelta(days=8))
    assert gates_of(survey) == [Gate.TOO_FEW_NEW]


def test_correction_shows_no_other_count_of_closed_answers():
    survey = AnsweredSurveyFactory(yes=61, no=43)
    first = recalled(ReleaseFactory(survey=survey, issued=True))
    comment_on(Response.objects.first(), "later words")
    second = corrected(survey)
    assert first.tables["questions"] == second.tables["questions"]
    assert first.tables["reach"] == second.tables["reach"]


def test_altered_release_can_be_recalled_and_then_stops_nobody():
    survey = AnsweredSurveyFactory()
    release = ReleaseFactory(survey=survey, issued=True)
    Release.objects.filter(pk=release.pk).update(number=7)
    recall_release(release, why=WHY, by=UserFactory(worker=True))
    assert issued_releases() == []
    assert recalled_releases() == []


def test_correction_may_tell_themes_otherwise_and_the_attack_still_holds():
    survey = AnsweredSurveyFactory()
    responses = list(Response.objects.all()[:45])
    readings = [
        comment_on(one, f"come wen u say {at}") for at, one in enumerate(responses)
    ]
    tagged(survey, "Turning up", readings)
    first = recalled(ReleaseFactory(survey=survey, issued=True))
    tagged(survey, "Keeping a promise", readings[:20])
    second = corrected(survey)
    names = [{row["name"] for row in one.tables["themes"]} for one in (first, second)]
    assert names == [{"Turning up"}, {"Turning up", "Keeping a promise"}]
    assert second.attempts.count() == 2
