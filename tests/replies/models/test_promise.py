import pytest
from django.db import IntegrityError

from tests.factories.replies import PromiseFactory, PromiseWordingFactory
from voice.replies.enums import PromiseStanding

pytestmark = [pytest.mark.django_db, pytest.mark.on_both]


def test_new_date_without_a_reason_is_refused(in_days):
    with pytest.raises(IntegrityError, match="promise_new_date_has_a_reason"):
        PromiseFactory(new_due_on=in_days(90))


def test_new_date_must_be_later_than_the_first(in_days):
    with pytest.raises(IntegrityError, match="promise_new_date_is_later"):
        PromiseFactory(new_due_on=in_days(40), reason="Because.")


def test_broken_promise_without_a_reason_is_refused():
    with pytest.raises(IntegrityError, match="promise_broken_has_a_reason"):
        PromiseFactory(state="broken")


def test_promise_has_one_wording_a_language():
    wording = PromiseWordingFactory()
    with pytest.raises(IntegrityError):
        PromiseWordingFactory(promise=wording.promise)


def test_promise_is_late_the_day_after_its_date(in_days):
    promise = PromiseFactory(due_on=in_days(0))
    assert promise.standing(on=in_days(0)) == PromiseStanding.ON_TRACK
    assert promise.standing(on=in_days(1)) == PromiseStanding.LATE


def test_new_date_does_not_make_a_promise_on_time_again(today):
    assert PromiseFactory(moved=True).standing(on=today) == PromiseStanding.LATE


def test_kept_promise_is_never_late(today):
    promise = PromiseFactory(late=True, kept=True)
    assert promise.standing(on=today) == PromiseStanding.KEPT
