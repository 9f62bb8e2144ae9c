import pytest

from surveys.domain.erasing import erase_response
from surveys.enums import ConsultationState as State
from tests.factories.accounts import UserFactory
from tests.factories.moderation import ReadingFactory
from tests.factories.replies import (
    PromiseFactory,
    ReleaseFactory,
    ReplyFactory,
    VerdictFactory,
)
from tests.factories.session_notes import SessionNoteFactory
from tests.factories.surveys import (
    ConsultationFactory,
    EditionFactory,
    ResponseFactory,
    SurveyFactory,
)
from voice.releases.domain.recalls import recall_release
from voice.replies.queries import (
    consultation_state,
    overdue_standings,
    standing_of,
    standings,
)

pytestmark = [pytest.mark.django_db, pytest.mark.on_both]


def asked(**how):
    return EditionFactory(
        survey=SurveyFactory(consultation=ConsultationFactory(**how), live=True)
    ).survey.consultation


def test_consultation_without_a_published_survey_is_a_draft(today):
    survey = SurveyFactory(live=True)
    assert consultation_state(survey.consultation, on=today) == State.DRAFT


@pytest.mark.parametrize(
    ("how", "state"),
    [
        ({"scheduled": True}, State.SCHEDULED),
        ({}, State.OPEN),
        ({"closed": True}, State.UNDERSTANDING),
        ({"overdue": True}, State.OVERDUE),
    ],
)
def test_consultation_state_follows_dates(today, how, state):
    assert consultation_state(asked(**how), on=today) == state


def test_draft_reply_does_not_end_being_overdue(today):
    consultation = asked(overdue=True)
    ReplyFactory(release=None, consultation=consultation)
    assert standing_of(consultation, on=today).is_overdue
    assert standing_of(consultation, on=today).days_late == 5


def test_a_later_date_does_not_end_being_overdue(today, in_days):
    consultation = asked(
        overdue=True,
        first_reply_due_on=in_days(-5),
        reply_due_on=in_days(30),
        reply_moved_on=in_days(-1),
        reply_moved_why="We are still reading.",
    )
    assert standing_of(consultation, on=today).is_overdue
    assert standing_of(consultation, on=today).days_late == 5
    assert [one.consultation for one in overdue_standings(today)] == [consultation]


def test_published_reply_is_replied(today):
    release = ReleaseFactory(consultation__overdue=True)
    reply = ReplyFactory(release=release, published=True)
    assert consultation_state(reply.consultation, on=today) == State.REPLIED


def wrote(consultation):
    edition = consultation.surveys.get().editions.get()
    response = ResponseFactory(finished=True, edition=edition)
    return ReadingFactory(comment__response=response).comment


def test_whatever_waits_to_be_read_keeps_it_being_read(today):
    consultation = asked(closed=True)
    comment = wrote(consultation)
    assert consultation_state(consultation, on=today) == State.READING
    ReadingFactory(comment=comment, withheld=True)
    assert consultation_state(consultation, on=today) == State.UNDERSTANDING


def test_what_others_wrote_elsewhere_changes_nothing(today):
    consultation = asked(closed=True)
    wrote(asked(closed=True))
    assert consultation_state(consultation, on=today) == State.UNDERSTANDING


def test_verdict_on_every_promise_ends_it_checked(today):
    kept = VerdictFactory().promise
    consultation = kept.reply.consultation
    assert consultation_state(consultation, on=today) == State.CHECKED
    PromiseFactory(reply=kept.reply)
    assert consultation_state(consultation, on=today) == State.REPLIED


def test_verdict_that_was_taken_back_checks_nothing(today):
    verdict = VerdictFactory()
    recall_release(verdict.release, why="Twice.", by=UserFactory(worker=True))
    consultation = verdict.promise.reply.consultation
    assert consultation_state(consultation, on=today) == State.REPLIED


def test_overdue_consultations_come_longest_first(today, in_days):
    short = asked(overdue=True)
    longest = asked(overdue=True, reply_due_on=in_days(-30))
    asked(closed=True)
    assert [one.consultation for one in overdue_standings(today)] == [longest, short]


def test_all_standings_cost_two_queries(today, django_assert_num_queries):
    for _ in range(3):
        asked(overdue=True)
    with django_assert_num_queries(2):
        assert len(standings(today)) == 3


def test_closed_and_answered_by_nobody_is_from_nobody(today):
    assert standing_of(asked(closed=True), on=today).is_from_nobody
    assert not standing_of(asked(), on=today).is_from_nobody


@pytest.mark.parametrize("state", ["finished", "withdrawn", "ended", "set_aside"])
def test_one_answer_is_somebody_whatever_became_of_it(today, state):
    consultation = asked(closed=True)
    edition = consultation.surveys.get().editions.get()
    response = ResponseFactory(edition=edition, finished=True)
    type(response).objects.update(state=state)
    assert not standing_of(consultation, on=today).is_from_nobody


def test_an_answer_that_was_erased_was_somebodys(today):
    consultation = asked(closed=True)
    edition = consultation.surveys.get().editions.get()
    response = ResponseFactory(edition=edition, finished=True)
    erase_response(response, by=UserFactory(worker=True))
    assert not standing_of(consultation, on=today).is_from_nobody


def test_a_session_heard_somebody(today):
    consultation = asked(closed=True)
    SessionNoteFactory(edition=consultation.surveys.get().editions.get())
    assert not standing_of(consultation, on=today).is_from_nobody


def test_what_was_released_was_somebodys(today):
    release = ReleaseFactory(consultation__closed=True)
    assert not standing_of(release.survey.consultation, on=today).is_from_nobody
