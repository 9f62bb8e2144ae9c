from datetime import datetime, timedelta
from threading import Barrier, Thread
from zoneinfo import ZoneInfo

import pytest
from django.db import connection
from django.utils import timezone

from surveys import after_save
from surveys.domain.answering import (
    AnswerRefused,
    NoSuchQuestion,
    NotOffered,
    ResponseIsClosed,
    SurveyIsClosed,
    finish_response,
    leave_response,
    save_answer,
    start_response,
)
from surveys.domain.invitations import stop_invitation
from surveys.enums import (
    Agreement,
    AnswerState,
    Company,
    HelpedBy,
    HelpGiven,
    ResponseState,
)
from surveys.logic.answers import Refusal
from surveys.models import Comment, Response
from surveys.queries.responses import IDLE, response_under_way
from tests.factories.surveys import (
    DEFINITION,
    EditionFactory,
    InvitationFactory,
    SurveyFactory,
)

pytestmark = [pytest.mark.django_db, pytest.mark.on_both]


def way_in(**survey):
    edition = EditionFactory(survey=SurveyFactory(live=True, **survey))
    return InvitationFactory(survey=edition.survey)


def started(**options):
    return start_response(way_in(), language="en", age_band="11-17", **options)


def answers_of(response):
    return Response.objects.get(pk=response.pk).answers


@pytest.fixture
def saved(monkeypatch):
    """Return the list of comments the rooms above were told of."""
    told = []
    monkeypatch.setattr(after_save, "_registered", {"test": told.append})
    return told


def test_start_keeps_only_a_hash_of_the_capability():
    response, capability = (made := started()).response, made.capability
    row = Response.objects.get(pk=response.pk)
    assert len(capability) >= 43
    assert capability not in str(row.__dict__)
    assert response_under_way(capability, at=timezone.now()) == response


def test_start_keeps_no_moment_finer_than_the_week():
    friday = timezone.now()
    response = started(at=friday).response
    assert response.week.weekday() == 0
    assert 0 <= (timezone.localdate(friday) - response.week).days < 7


def test_start_keeps_who_is_beside_them_and_that_they_said_yes():
    made = started(
        company=Company.HELPING,
        helped_by=HelpedBy.CARER,
        help_given=[HelpGiven.TYPED, HelpGiven.EXPLAINED, HelpGiven.TYPED],
        agreement=Agreement.OWN,
    ).response
    row = Response.objects.get(pk=made.pk)
    assert (row.company, row.helped_by, row.agreement) == ("helping", "carer", "own")
    assert row.help_given == ["explained", "typed"]


def test_start_that_tells_nothing_more_keeps_that_nobody_said():
    row = Response.objects.get(pk=started().response.pk)
    said = (row.company, row.helped_by, row.help_given, row.agreement)
    assert said == ("not_said", "not_said", [], "not_asked")


@pytest.mark.parametrize(("opens", "closes"), [(1, 5), (-5, -1)])
def test_start_outside_the_dates_is_refused(opens, closes, in_days):
    invitation = way_in(
        consultation__opens_on=in_days(opens), consultation__closes_on=in_days(closes)
    )
    with pytest.raises(SurveyIsClosed):
        start_response(invitation, language="en", age_band="11-17")


def test_start_on_the_first_and_last_day_in_london(today):
    invitation = way_in(consultation__opens_on=today, consultation__closes_on=today)
    london = ZoneInfo("Europe/London")
    for hour, minute in ((0, 0), (23, 59)):
        at = datetime(today.year, today.month, today.day, hour, minute, tzinfo=london)
        start_response(invitation, language="en", age_band="11-17", at=at)
    assert Response.objects.count() == 2


def test_start_of_a_survey_that_is_not_live_is_refused():
    invitation = way_in()
    invitation.survey.live = False
    with pytest.raises(SurveyIsClosed):
        start_response(invitation, language="en", age_band="11-17")


def test_start_without_an_edition_is_refused():
    invitation = InvitationFactory(survey=SurveyFactory(live=True))
    with pytest.raises(SurveyIsClosed):
        start_response(invitation, language="en", age_band="11-17")


def test_start_through_a_stopped_way_in_is_refused():
    invitation = way_in()
    stop_invitation(invitation, by=invitation.made_by)
    with pytest.raises(SurveyIsClosed):
        start_response(invitation, language="en", age_band="11-17")


@pytest.mark.parametrize(("language", "age_band"), [("ur", "11-17"), ("en", "4-7")])
def test_start_in_what_is_not_offered_is_refused(language, age_band):
    with pytest.raises(NotOffered):
        start_response(way_in(), language=language, age_band=age_band)


def test_answers_of_every_kind_are_kept():
    response = started().response
    save_answer(response, key="know_worker", value="yes")
    save_answer(response, key="what_helps", value=["visits"])
    save_answer(response, key="happy", value="4")
    save_answer(response, key="safe", value="7")
    save_answer(response, key="do_more", value="turn up")
    assert answers_of(response) == {
        "know_worker": {"state": "answered", "value": "yes"},
        "what_helps": {"state": "answered", "value": ["visits"]},
        "happy": {"state": "answered", "value": "4"},
        "safe": {"state": "answered", "value": 7},
        "do_more": {"state": "answered"},
    }


def test_answer_saved_again_replaces_the_first():
    response = started().response
    save_answer(response, key="know_worker", value="yes")
    save_answer(response, key="know_worker", value="no")
    assert answers_of(response) == {"know_worker": {"state": "answered", "value": "no"}}


def test_skipping_takes_the_answer_back():
    response = started().response
    save_answer(response, key="know_worker", value="yes")
    save_answer(response, key="know_worker")
    assert answers_of(response) == {"know_worker": {"state": "skipped"}}


def test_words_are_sealed_in_one_comment_and_nowhere_else(saved):
    response = started().response
    save_answer(response, key="do_more", value="plantedxyzzy", may_quote=True)
    comment = Comment.objects.get()
    assert comment.read() == "plantedxyzzy"
    assert comment.may_quote is True
    assert saved == [comment]
    assert b"plantedxyzzy" not in bytes(comment.sealed_words)
    assert "plantedxyzzy" not in str(answers_of(response))


def test_words_are_not_quoted_unless_the_child_says_so():
    save_answer(started().response, key="do_more", value="turn up")
    assert Comment.objects.get().may_quote is False


def test_words_saved_again_unchanged_tell_nobody_twice(saved):
    response = started().response
    for _ in range(2):
        save_answer(response, key="do_more", value="turn up")
    assert len(saved) == 1


@pytest.mark.parametrize(
    "second",
    [{"value": "turn up on time"}, {"value": "turn up", "may_quote": True}],
)
def test_words_changed_are_one_comment_told_again(saved, second):
    response = started().response
    save_answer(response, key="do_more", value="turn up")
    save_answer(response, key="do_more", **second)
    assert Comment.objects.get().read() == second["value"]
    assert len(saved) == 2


def test_skipping_takes_words_back_but_leaves_them_to_be_read_for_safety(saved):
    response = started().response
    save_answer(response, key="do_more", value="he hurts me", may_quote=True)
    save_answer(response, key="do_more")
    comment = Comment.objects.get()
    assert (comment.taken_back, comment.may_quote) == (True, False)
    assert comment.read() == "he hurts me"
    assert len(saved) == 2
    assert answers_of(response) == {"do_more": {"state": "skipped"}}


def test_words_given_again_after_skipping_are_no_longer_taken_back(saved):
    response = started().response
    save_answer(response, key="do_more", value="turn up")
    save_answer(response, key="do_more")
    save_answer(response, key="do_more", value="turn up")
    assert Comment.objects.get().taken_back is False
    assert len(saved) == 3


def test_when_the_rooms_above_fail_nothing_is_kept(monkeypatch):
    def fail(comment):
        raise RuntimeError

    response = started().response
    monkeypatch.setattr(after_save, "_registered", {"test": fail})
    with pytest.raises(RuntimeError):
        save_answer(response, key="do_more", value="turn up")
    assert Comment.objects.count() == 0
    assert answers_of(response) == {}


def test_refused_answer_changes_nothing_and_says_why():
    response = started().response
    save_answer(response, key="know_worker", value="yes")
    with pytest.raises(AnswerRefused) as refused:
        save_answer(response, key="know_worker", value="maybe")
    assert refused.value.why == Refusal.NOT_AN_OPTION
    assert refused.value.sentence == "Choose an answer, or press Skip."
    assert answers_of(response)["know_worker"]["value"] == "yes"


def test_question_that_is_not_asked_is_refused():
    with pytest.raises(NoSuchQuestion):
        save_answer(started().response, key="no_such", value="yes")


def test_response_stays_with_the_edition_it_started_on():
    invitation = way_in()
    response = start_response(invitation, language="en", age_band="11-17").response
    later = {**DEFINITION, "questions": DEFINITION["questions"][1:]}
    EditionFactory(survey=invitation.survey, number=2, definition=later)
    save_answer(response, key="know_worker", value="yes")
    finish_response(response)
    assert Response.objects.get().edition.number == 1


def test_response_started_in_time_may_finish_after_closing_and_stopping(in_days):
    invitation = way_in()
    response = start_response(invitation, language="en", age_band="11-17").response
    stop_invitation(invitation, by=invitation.made_by)
    consultation = invitation.survey.consultation
    consultation.closes_on = in_days(-1)
    consultation.save()
    save_answer(response, key="know_worker", value="yes")
    finish_response(response)
    assert Response.objects.get().state == ResponseState.FINISHED


def test_finishing_is_final_and_can_be_repeated():
    made = started()
    finish_response(made.response)
    finish_response(made.response)
    assert Response.objects.get().state == ResponseState.FINISHED
    assert response_under_way(made.capability, at=timezone.now()) is None
    with pytest.raises(ResponseIsClosed):
        save_answer(made.response, key="know_worker", value="yes")
    assert answers_of(made.response) == {}


def test_leaving_closes_the_draft_and_keeps_what_was_sent():
    made = started()
    save_answer(made.response, key="do_more", value="turn up")
    leave_response(made.response)
    assert response_under_way(made.capability, at=timezone.now()) is None
    with pytest.raises(ResponseIsClosed):
        save_answer(made.response, key="know_worker", value="yes")
    with pytest.raises(ResponseIsClosed):
        finish_response(made.response)
    assert Response.objects.get().state == ResponseState.UNDER_WAY
    assert Comment.objects.get().read() == "turn up"


def test_idle_for_an_hour_cannot_be_opened_again():
    now = timezone.now()
    made = started(at=now)
    nearly = now + IDLE - timedelta(seconds=1)
    assert response_under_way(made.capability, at=nearly) == made.response
    assert response_under_way(made.capability, at=now + IDLE) is None


def test_saving_starts_the_hour_again():
    now = timezone.now()
    made = started(at=now)
    later = now + timedelta(minutes=50)
    save_answer(made.response, key="know_worker", value="yes", at=later)
    assert response_under_way(made.capability, at=now + IDLE) == made.response


def test_wrong_capability_opens_nothing():
    made = started()
    assert response_under_way(made.capability + "x", at=timezone.now()) is None
    assert response_under_way("", at=timezone.now()) is None


def at_once(verb, times=20):
    """Call `verb` in `times` threads at the same moment; return what they raised."""
    gate, raised = Barrier(times), []

    def run():
        gate.wait()
        try:
            verb()
        except Exception as error:  # noqa: BLE001 - all of them are reported
            raised.append(error)
        finally:
            connection.close()

    threads = [Thread(target=run) for _ in range(times)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return raised


@pytest.mark.django_db(transaction=True)
def test_twenty_saves_at_once_are_one_comment_and_one_answer(saved):
    response = started().response
    raised = at_once(lambda: save_answer(response, key="do_more", value="turn up"))
    assert raised == []
    assert Comment.objects.get().read() == "turn up"
    assert answers_of(response) == {"do_more": {"state": "answered"}}
    assert len(saved) == 1


@pytest.mark.django_db(transaction=True)
def test_twenty_finishes_at_once_are_one_finish():
    response = started().response
    assert at_once(lambda: finish_response(response)) == []
    assert Response.objects.get().state == ResponseState.FINISHED


@pytest.mark.django_db(transaction=True)
def test_saves_of_different_questions_at_once_lose_nothing():
    response = started().response
    values = iter([("know_worker", "yes"), ("happy", "2"), ("safe", "5")] * 4)

    def save():
        key, value = next(values)
        save_answer(response, key=key, value=value)

    assert at_once(save, times=12) == []
    assert sorted(answers_of(response)) == ["happy", "know_worker", "safe"]


@pytest.mark.django_db(transaction=True)
def test_a_save_racing_the_finish_is_kept_whole_or_refused():
    response = started().response
    calls = iter([finish_response] + [None] * 9)

    def one():
        if verb := next(calls):
            verb(response)
        else:
            save_answer(response, key="know_worker", value="yes")

    raised = at_once(one, times=10)
    assert {type(error) for error in raised} <= {ResponseIsClosed}
    row = Response.objects.get()
    assert row.state == ResponseState.FINISHED
    assert row.answers in ({}, {"know_worker": {"state": "answered", "value": "yes"}})


FOLLOW_UP = {"question": "know_worker", "operator": "is", "value": "yes"}


def branching():
    """Return a response to a survey that asks for words only after a yes."""
    questions = [
        {
            **question,
            **({"show_if": FOLLOW_UP} if question["key"] == "do_more" else {}),
            **({"other": "visits"} if question["key"] == "what_helps" else {}),
            **({"not_sure": True} if question["key"] == "happy" else {}),
        }
        for question in DEFINITION["questions"]
    ]
    edition = EditionFactory(
        survey=SurveyFactory(live=True),
        definition={**DEFINITION, "questions": questions},
    )
    invitation = InvitationFactory(survey=edition.survey)
    return start_response(invitation, language="en", age_band="11-17").response


def test_not_asked_skipped_not_sure_and_answered_are_four_different_states():
    response = branching()
    save_answer(response, key="know_worker", value="no")
    save_answer(response, key="safe")
    save_answer(response, key="happy", value="3", state=AnswerState.NOT_SURE)
    finish_response(response)
    assert answers_of(response) == {
        "know_worker": {"state": "answered", "value": "no"},
        "safe": {"state": "skipped"},
        "happy": {"state": "not_sure"},
    }


def test_not_sure_is_refused_where_it_is_not_offered():
    response = branching()
    with pytest.raises(AnswerRefused):
        save_answer(response, key="safe", state=AnswerState.NOT_SURE)
    with pytest.raises(AnswerRefused):
        save_answer(response, key="happy", state=AnswerState.NOT_SAID)
    assert answers_of(response) == {}


def test_question_whose_condition_does_not_hold_takes_no_answer():
    response = branching()
    with pytest.raises(NoSuchQuestion):
        save_answer(response, key="do_more", value="more visits")
    assert not Comment.objects.exists()


def test_finish_drops_what_the_path_left_behind_and_takes_its_words_back(saved):
    response = branching()
    save_answer(response, key="know_worker", value="yes")
    save_answer(response, key="do_more", value="more visits", may_quote=True)
    save_answer(response, key="know_worker", value="no")
    assert set(answers_of(response)) == {"know_worker", "do_more"}
    finish_response(response)
    assert answers_of(response) == {"know_worker": {"state": "answered", "value": "no"}}
    comment = Comment.objects.get()
    assert (comment.taken_back, comment.may_quote) == (True, False)
    assert comment.read() == "more visits"
    assert saved == [comment, comment]


def test_words_of_the_other_option_are_a_comment_of_its_question():
    response = branching()
    save_answer(
        response, key="what_helps", value=["visits"], words="my dog", may_quote=True
    )
    comment = Comment.objects.get()
    assert (comment.read(), comment.may_quote) == ("my dog", True)
    assert comment.question.key == "what_helps"
    assert answers_of(response) == {
        "what_helps": {"state": "answered", "value": ["visits"]}
    }


def test_words_are_taken_back_when_the_other_option_is_chosen_no_more():
    response = branching()
    save_answer(response, key="what_helps", value=["visits"], words="my dog")
    save_answer(response, key="what_helps", value=["texts"], words="my dog")
    assert Comment.objects.get().taken_back
    save_answer(response, key="what_helps", value=["visits"], words="my cat")
    comment = Comment.objects.get()
    assert (comment.taken_back, comment.read()) == (False, "my cat")


def test_words_beside_an_option_that_asks_for_none_are_not_kept():
    response = branching()
    save_answer(response, key="know_worker", value="yes", words="unasked")
    assert not Comment.objects.exists()
