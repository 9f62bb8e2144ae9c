"""Verdicts as pages read them."""

import logging
from dataclasses import replace

import pytest
from django.db.models import QuerySet

from tests.factories.accounts import UserFactory
from tests.factories.replies import (
    NOT_KEPT,
    PromiseFactory,
    VerdictFactory,
    verdict_tables,
)
from voice.releases.domain.recalls import recall_release
from voice.replies.models import Promise, Verdict
from voice.replies.queries.verdicts import (
    disagreements,
    taken_back_of,
    verdicts_and_recalls_of,
    verdicts_of,
)

pytestmark = [pytest.mark.django_db, pytest.mark.on_both]


def test_a_verdict_says_what_was_released_and_that_officers_say_otherwise():
    verdict = VerdictFactory()
    found = verdicts_of([verdict.promise])
    told = found[verdict.promise_id]
    assert told.words == (
        "Young people from the same groups say: “Yes, you kept it” 20% · “Partly” 30% "
        "· “No, you did not” 50%."
    )
    assert told.agrees is False
    assert told.sentence == (
        "Officers say “Kept”. Young people from the same groups do not: fewer than "
        "half of them say it was kept (20%)."
    )
    assert [one.question for one in told.told] == [
        "Did we keep this promise?",
        "Did it change something for you?",
    ]
    assert disagreements(found) == [told]


def test_a_verdict_in_numbers_is_told_apart_from_one_in_words():
    told = verdicts_of([(verdict := VerdictFactory()).promise])[verdict.promise_id]
    assert told.is_counted
    in_words = {**told.reach, "answered": {"code": "some"}}
    assert not replace(told, reach=in_words).is_counted


def test_a_verdict_that_says_the_same_is_no_disagreement():
    verdict = VerdictFactory(kept=True)
    found = verdicts_of([verdict.promise])
    assert found[verdict.promise_id].agrees is True
    assert disagreements(found) == []


def test_a_promise_nobody_was_asked_about_has_no_verdict():
    promise = PromiseFactory()
    assert verdicts_of([promise]) == {}
    assert taken_back_of([promise]) == {}


def test_a_recalled_release_takes_its_verdict_back():
    verdict = VerdictFactory()
    recall = recall_release(
        verdict.release, why="The wrong group.", by=UserFactory(worker=True)
    )
    assert verdicts_of([verdict.promise]) == {}
    assert taken_back_of([verdict.promise]) == {verdict.promise_id: recall}


def test_a_verdict_changed_from_outside_is_not_shown(caplog):
    verdict = VerdictFactory()
    frozen = verdict.frozen | {"promise": "Something else"}
    QuerySet(Verdict).filter(pk=verdict.pk).update(frozen=frozen)
    with caplog.at_level(logging.ERROR):
        assert verdicts_of([verdict.promise]) == {}
    assert "is not what was made" in caplog.text


def test_officers_own_rating_of_then_stays_when_they_change_it():
    verdict = VerdictFactory()
    promise = verdict.promise
    Promise.objects.filter(pk=promise.pk).update(state="broken", reason="No money.")
    promise.refresh_from_db()
    told = verdicts_of([promise])[promise.pk]
    assert (told.rated, told.rating, told.agrees) == ("kept", "broken", True)


def test_all_verdicts_of_a_page_are_one_query(django_assert_num_queries):
    promises = [VerdictFactory().promise for _ in range(3)]
    with django_assert_num_queries(1):
        found = verdicts_of(promises)
        assert [one.release.survey.consultation.title for one in found.values()]
    assert sorted(found) == sorted(one.pk for one in promises)


def test_a_question_worded_otherwise_makes_no_verdict():
    rows = {"yes": ("Yes", 50, 50), "no": ("No", 50, 50)}
    assert VerdictFactory(rows=rows) is None
    assert verdict_tables(NOT_KEPT)["questions"][0]["key"] == "kept"


def test_verdicts_and_recalls_are_read_at_once(django_assert_num_queries):
    standing, taken_back = VerdictFactory(), VerdictFactory()
    recall_release(taken_back.release, why="Wrong.", by=UserFactory(worker=True))
    promises = [standing.promise, taken_back.promise]
    with django_assert_num_queries(1):
        verdicts, recalls = verdicts_and_recalls_of(promises)
    assert list(verdicts) == list(verdicts_of(promises)) == [standing.promise_id]
    assert recalls == taken_back_of(promises)
