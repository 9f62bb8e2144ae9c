"""A reply date that moves later is dated and reasoned; the first one told stays."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from surveys.domain.consultations import keep_consultation
from surveys.models import Consultation
from tests.factories.accounts import UserFactory
from tests.factories.surveys import ConsultationFactory, EditionFactory, SurveyFactory
from voice.audit.models import Entry

pytestmark = [pytest.mark.django_db, pytest.mark.on_both]
WHY = "We are still talking to the schools."


@pytest.fixture
def worker():
    return UserFactory(worker=True)


@pytest.fixture
def asked():
    return EditionFactory(
        survey=SurveyFactory(consultation=ConsultationFactory(), live=True)
    ).survey.consultation


def move(consultation, day, *, by, why=WHY):
    """Move the reply of a consultation as it is stored to `day`."""
    found = Consultation.objects.get(pk=consultation.pk)
    found.reply_due_on, found.reply_moved_why = day, why
    keep_consultation(found, by=by)
    found.refresh_from_db()
    return found


def test_first_date_told_stays_and_the_day_of_the_move_is_kept(
    worker, asked, in_days, today
):
    found = move(asked, in_days(90), by=worker)
    assert (found.owed_by, found.reply_due_on) == (in_days(60), in_days(90))
    assert (found.reply_moved_on, found.reply_moved_why) == (today, WHY)


def test_moving_it_again_goes_back_to_no_later_first_date(worker, asked, in_days):
    move(asked, in_days(90), by=worker)
    assert move(asked, in_days(120), by=worker).owed_by == in_days(60)


@pytest.mark.parametrize("day", [60, 50])
def test_what_is_no_later_than_first_told_was_not_moved(worker, asked, in_days, day):
    move(asked, in_days(90), by=worker)
    found = move(asked, in_days(day), by=worker)
    assert (found.owed_by, found.reply_moved_on) == (in_days(day), None)


def test_an_earlier_date_is_told_from_then_on(worker, asked, in_days):
    move(asked, in_days(50), by=worker)
    assert move(asked, in_days(60), by=worker).owed_by == in_days(50)


@pytest.mark.parametrize("why", ["", "  "])
def test_no_reason_no_move(worker, asked, in_days, why):
    with pytest.raises(ValidationError) as refusal:
        move(asked, in_days(90), by=worker, why=why)
    assert list(refusal.value.error_dict) == ["reply_moved_why"]
    asked.refresh_from_db()
    assert asked.reply_due_on == in_days(60)


def test_before_anybody_was_asked_it_moves_freely(worker, in_days):
    found = move(ConsultationFactory(), in_days(90), by=worker, why="")
    assert (found.owed_by, found.first_reply_due_on) == (in_days(90), None)


def test_audit_tells_both_days(worker, asked, in_days):
    move(asked, in_days(90), by=worker)
    told = Entry.objects.get(verb="surveys.change_consultation").details
    assert told["reply_was_due"] == in_days(60).isoformat()
    assert told["reply_due"] == in_days(90).isoformat()


@pytest.mark.parametrize(
    "broken",
    [
        {"reply_moved_why": ""},
        {"reply_moved_on": None},
        {"first_reply_due_on": None},
    ],
)
def test_database_keeps_day_reason_and_first_date_together(
    worker, asked, in_days, broken
):
    move(asked, in_days(90), by=worker)
    with pytest.raises(IntegrityError), transaction.atomic():
        Consultation.objects.filter(pk=asked.pk).update(**broken)
