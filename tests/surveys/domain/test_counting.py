import copy
from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from surveys.domain.counting import differences, rebuild, roll_up, roll_up_all, uncount
from surveys.domain.erasing import erase_response
from surveys.domain.retention import end_responses
from surveys.domain.setting_aside import declare_rule, take_rule_back
from surveys.domain.withdrawing import withdraw_response
from surveys.enums import SetAsideKind
from surveys.models import CountSheet, Response, SetAsideRule
from surveys.queries import packed_rows
from surveys.queries.setting_aside import meant_by
from tests.factories.accounts import UserFactory
from tests.factories.surveys import (
    DEFINITION,
    EditionFactory,
    InvitationFactory,
    ResponseFactory,
)

pytestmark = [pytest.mark.django_db, pytest.mark.on_both]


def said(value):
    return {"state": "answered", "value": value}


@pytest.fixture
def edition():
    definition = copy.deepcopy(DEFINITION)
    definition["questions"][0]["about_them"] = True
    return EditionFactory(definition=definition)


@pytest.fixture
def invitation(edition):
    return InvitationFactory(survey=edition.survey)


@pytest.fixture
def finish(edition, invitation):
    """Return a function that makes one finished response with these answers."""

    def finished(**answers):
        return ResponseFactory(
            edition=edition,
            invitation=invitation,
            finished=True,
            answers={key: said(value) for key, value in answers.items()},
        )

    return finished


def cells(edition, breakdown=""):
    return CountSheet.objects.get(edition=edition, breakdown=breakdown).cells


def check(edition):
    return differences(edition.survey)


def rolled(edition, **options):
    return roll_up(edition.survey, at=timezone.now(), **options)


def test_new_responses_are_added_once(edition, finish):
    finish(know_worker="yes")
    finish(know_worker="no")
    assert [rolled(edition), rolled(edition)] == [2, 0]
    assert cells(edition) == {
        "": {"": {"": 2}},
        "know_worker": {
            "answered": {"": 2},
            "=yes": {"": 1},
            "=no": {"": 1},
        },
    }
    assert cells(edition, "q:know_worker")[""] == {"": {"yes": 1, "no": 1}}
    assert cells(edition, "age_band")["know_worker"]["=yes"] == {"11-17": 1}
    assert check(edition) == []


def test_roll_up_goes_on_where_it_stopped(edition, finish):
    for _one in range(5):
        finish(know_worker="yes")
    assert [rolled(edition, most=2) for _time in range(4)] == [2, 2, 1, 0]
    assert cells(edition)["know_worker"]["=yes"] == {"": 5}


def test_due_work_counts_every_survey_and_says_how_many(edition, finish):
    finish(know_worker="yes")
    ResponseFactory(finished=True)
    assert roll_up_all(timezone.now()) == ["Counted: 2 responses."]
    assert roll_up_all(timezone.now()) == []


def test_response_under_way_is_not_counted(edition, finish):
    ResponseFactory(edition=edition, answers={"know_worker": said("yes")})
    finish(know_worker="no")
    rolled(edition)
    assert cells(edition)["know_worker"] == {"answered": {"": 1}, "=no": {"": 1}}


def test_withdrawn_response_is_taken_off_at_once(edition, finish):
    gone, _stays = finish(know_worker="yes"), finish(know_worker="no")
    rolled(edition)
    withdraw_response(gone)
    assert cells(edition)["know_worker"] == {"answered": {"": 1}, "=no": {"": 1}}
    assert check(edition) == []


def test_erased_response_is_taken_off_at_once(edition, finish):
    gone, _stays = finish(know_worker="yes"), finish(know_worker="no")
    rolled(edition)
    erase_response(gone, by=None)
    assert cells(edition)[""] == {"": {"": 1}}
    assert check(edition) == []


def test_response_erased_before_any_roll_up_was_never_counted(edition, finish):
    erase_response(finish(know_worker="yes"), by=None)
    finish(know_worker="no")
    assert rolled(edition) == 1
    assert check(edition) == []


def test_what_is_set_aside_leaves_and_comes_back(edition, finish):
    quick = finish(know_worker="yes", happy="1", safe=0)
    Response.objects.filter(pk=quick.pk).update(quick_seconds=3)
    finish(know_worker="no")
    rolled(edition)
    worker = UserFactory(worker=True)
    rule = SetAsideRule(
        survey=edition.survey,
        reason="In a hurry.",
        kind=SetAsideKind.TOO_QUICK,
        seconds=20,
    )
    assert meant_by(rule) == {quick.pk}
    rule = declare_rule(rule, previewed=1, by=worker)
    assert cells(edition)[""] == {"": {"": 1}}
    assert check(edition) == []
    take_rule_back(rule, why="It was a class in a hurry.", by=worker)
    assert rolled(edition) == 1
    assert cells(edition)[""] == {"": {"": 2}}
    assert check(edition) == []


def test_after_retention_no_sheet_is_left(edition, finish):
    finish(know_worker="yes")
    rolled(edition)
    end_responses(edition.survey, now=timezone.now() + timedelta(days=4000))
    assert CountSheet.objects.count() == 0
    assert rebuild(edition.survey, at=timezone.now()) == 0


def test_rebuilding_makes_the_same_sheets(edition, finish, monkeypatch):
    monkeypatch.setattr(packed_rows, "CHUNK", 2)
    for value in ("yes", "no", "yes", "no", "yes"):
        finish(know_worker=value)
    rolled(edition)
    before = list(CountSheet.objects.values_list("breakdown", "cells"))
    finish(know_worker="yes")
    CountSheet.objects.update(cells={"know_worker": {"=yes": {"": 99}}})
    assert len(check(edition)) == len(before)
    assert rebuild(edition.survey, at=timezone.now()) == 6
    assert cells(edition)["know_worker"]["=yes"] == {"": 4}
    assert check(edition) == []


def test_check_finds_a_row_packed_wrongly(edition, finish):
    finish(know_worker="yes")
    rolled(edition)
    row = Response.objects.get()
    Response.objects.update(packed=bytes(len(row.packed)))
    assert check(edition) == ["Edition 1: 1 rows are packed wrongly."]


def test_roll_up_that_fails_leaves_nothing_half_done(edition, finish, monkeypatch):
    finish(know_worker="yes")
    monkeypatch.setattr(packed_rows, "tally", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        rolled(edition)
    monkeypatch.undo()
    assert Response.objects.filter(packed=None).count() == 1
    assert rolled(edition) == 1
    assert check(edition) == []


def test_taking_off_twice_is_taking_off_once(edition, finish):
    finish(know_worker="yes")
    finish(know_worker="no")
    rolled(edition)
    one = Response.objects.filter(pk=Response.objects.order_by("pk").first().pk)
    uncount(one)
    uncount(one)
    assert cells(edition)[""] == {"": {"": 1}}


def test_row_that_does_not_count_is_never_packed(edition):
    under_way = ResponseFactory(edition=edition)
    with pytest.raises(IntegrityError), transaction.atomic():
        Response.objects.filter(pk=under_way.pk).update(packed=b"\0")


def test_breakdown_has_one_sheet_an_edition(edition):
    CountSheet.objects.create(edition=edition, breakdown="language")
    with pytest.raises(IntegrityError), transaction.atomic():
        CountSheet.objects.create(edition=edition, breakdown="language")


def test_breakdown_that_a_later_version_brings_counts_those_before_too(edition, finish):
    finish(
        know_worker="yes",
    )
    finish(know_worker="no")
    rolled(edition)
    CountSheet.objects.filter(breakdown="took").delete()
    finish(know_worker="yes")
    assert rolled(edition) == 1
    assert cells(edition, "took")["know_worker"]["=yes"] == {"not_known": 2}
    CountSheet.objects.filter(breakdown="took").delete()
    uncount(Response.objects.filter(pk=Response.objects.order_by("pk").first().pk))
    assert cells(edition, "took")[""] == {"": {"not_known": 2}}
    assert check(edition) == []
