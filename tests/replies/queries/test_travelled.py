from datetime import timedelta

import pytest
from django.utils import timezone

from surveys.travelled import Travelled
from tests.factories.replies import (
    PromiseFactory,
    PromiseWordingFactory,
    ReleaseFactory,
    ReplyFactory,
    VerdictFactory,
)
from tests.factories.surveys import ConsultationFactory, in_days
from voice.replies.enums import PromiseState
from voice.replies.queries.travelled import how_far_answered, how_far_kept

pytestmark = pytest.mark.django_db


def kept(promise, language="en"):
    return how_far_kept(promise.reply.consultation, language)


@pytest.fixture
def published():
    return ReplyFactory(published=True)


def test_before_the_answer_its_day_is_told():
    told = how_far_answered(ConsultationFactory(), "en")
    assert (told.travelled, told.is_late) == (Travelled.LATER, False)
    assert told.when.startswith("By ")


def test_a_late_answer_is_said_to_be_late_and_sorry():
    late = ConsultationFactory(closed=True, reply_due_on=in_days(-1))
    told = how_far_answered(late, "en")
    assert (told.travelled, told.is_late) == (Travelled.NOW, True)
    assert told.when.endswith("We are late, and we are sorry.")


def test_an_answer_that_came_late_says_so_for_good():
    late = ConsultationFactory(closed=True, reply_due_on=in_days(-10))
    release = ReleaseFactory(consultation=late)
    reply = ReplyFactory(
        release=release,
        published=True,
        published_at=timezone.localtime() - timedelta(days=2),
    )
    told = how_far_answered(reply.consultation, "en")
    assert (told.travelled, told.is_late) == (Travelled.DONE, True)
    assert told.when.endswith("We are sorry.")


def test_nothing_of_an_answer_that_is_not_out_is_told():
    promise = PromiseFactory(text="plantedxyzzy")
    told = how_far_answered(promise.reply.consultation, "en")
    assert (told.travelled, told.lines) == (Travelled.NOW, ())
    assert kept(promise).lines == ()


def test_promises_are_told_in_the_reader_s_language_with_who_and_when(published):
    promise = PromiseFactory(reply=published)
    PromiseWordingFactory(promise=promise)
    [line] = how_far_answered(published.consultation, "ur").lines
    assert (line.words, line.language) == (promise.wordings.get().text, "ur")
    [line] = how_far_answered(published.consultation, "en").lines
    assert line.note.startswith("Head of Fostering and Homes, by ")


def test_before_a_promise_is_due_its_day_is_told_and_nothing_of_it(published):
    told = kept(PromiseFactory(reply=published))
    assert (told.travelled, told.lines) == (Travelled.LATER, ())
    assert told.when.startswith("The next promise is due on ")


def test_a_late_promise_says_both_days_and_why(published):
    [line] = kept(PromiseFactory(reply=published, moved=True)).lines
    assert (line.standing, line.is_bad) == ("Late. We are sorry.", True)
    assert line.note.startswith("We said by ")
    assert "Now we say by " in line.note
    assert line.why == "Nine posts are empty."


def test_a_broken_promise_says_why(published):
    told = kept(
        PromiseFactory(
            reply=published, state=PromiseState.BROKEN, reason="There is no money."
        )
    )
    assert told.travelled == Travelled.DONE
    [line] = told.lines
    assert line.standing == "We did not keep this. We are sorry."
    assert line.why == "There is no money."


def test_a_verdict_stands_beside_what_we_say():
    [line] = kept(VerdictFactory().promise).lines
    assert line.standing == "We say we kept this."
    assert line.note.startswith("Young people from the same groups say: ")


def test_an_answer_without_promises_says_so(published):
    told = how_far_kept(published.consultation, "en")
    assert told.travelled == Travelled.DONE
    assert told.when == "We made no promise. Our answer says why."
