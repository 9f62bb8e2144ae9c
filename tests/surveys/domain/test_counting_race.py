"""Workers that roll up, withdraw and die at once leave counts that are true."""

import copy
import threading

import pytest
from django.db import connection
from django.utils import timezone

from surveys.domain import counting
from surveys.domain.counting import differences, rebuild, roll_up
from surveys.domain.withdrawing import withdraw_response
from surveys.models import CountSheet, Response, Survey
from tests.factories.surveys import (
    DEFINITION,
    EditionFactory,
    InvitationFactory,
    ResponseFactory,
)

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.on_both]

MANY = 40


@pytest.fixture
def survey():
    definition = copy.deepcopy(DEFINITION)
    definition["questions"][0]["about_them"] = True
    edition = EditionFactory(definition=definition)
    way = InvitationFactory(survey=edition.survey)
    for number in range(MANY):
        value = "yes" if number % 3 else "no"
        ResponseFactory(
            edition=edition,
            invitation=way,
            finished=True,
            answers={"know_worker": {"state": "answered", "value": value}},
        )
    return edition.survey


def all_at_once(*works):
    """Do each of these works in a thread of its own, and return what went wrong."""
    start, failures = threading.Barrier(len(works)), []

    def doing(work):
        try:
            start.wait()
            work()
        except Exception as failure:  # noqa: BLE001 - told to the test
            failures.append(failure)
        finally:
            connection.close()

    threads = [threading.Thread(target=doing, args=(work,)) for work in works]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return failures


def rolls_up(survey):
    """Return a work that rolls up a few at a time until nothing is left."""

    def work():
        mine = Survey.objects.get(pk=survey.pk)
        while roll_up(mine, at=timezone.now(), most=7):
            pass

    return work


def counted(survey):
    return CountSheet.objects.get(edition__survey=survey, breakdown="").cells


def test_two_workers_count_each_response_once(survey):
    assert all_at_once(rolls_up(survey), rolls_up(survey)) == []
    rolls_up(survey)()
    assert counted(survey)[""] == {"": {"": MANY}}
    assert differences(survey) == []


def test_who_withdraws_while_it_is_counted_is_in_no_number(survey):
    gone = list(Response.objects.order_by("pk")[:5])

    def withdraws():
        for response in gone:
            withdraw_response(response)

    assert all_at_once(rolls_up(survey), withdraws, rolls_up(survey)) == []
    rolls_up(survey)()
    assert counted(survey)[""] == {"": {"": MANY - 5}}
    assert differences(survey) == []


def test_rebuilding_while_others_count_loses_nothing(survey):
    def rebuilds():
        rebuild(Survey.objects.get(pk=survey.pk), at=timezone.now())

    assert all_at_once(rolls_up(survey), rebuilds, rolls_up(survey)) == []
    rolls_up(survey)()
    assert counted(survey)[""] == {"": {"": MANY}}
    assert differences(survey) == []


def test_worker_that_dies_half_way_is_as_if_it_had_never_begun(survey, monkeypatch):
    def dies(*_args, **_options):
        raise SystemExit

    monkeypatch.setattr(counting, "_change_sheets", dies)
    with pytest.raises(SystemExit):
        roll_up(survey, at=timezone.now())
    monkeypatch.undo()
    assert Response.objects.filter(packed=None).count() == MANY
    rolls_up(survey)()
    assert counted(survey)[""] == {"": {"": MANY}}
    assert differences(survey) == []
