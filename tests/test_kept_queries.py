"""Queries whose SQL is kept ask the database anew each time, and never mix up values."""

from datetime import date
from threading import Thread
from uuid import uuid4

import pytest
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from surveys.models import Comment, Response
from tests.factories.surveys import ResponseFactory
from tests.sql import sql_written
from voice.kept_queries import Hole, KeptInsert, KeptQuery, KeptUpdate
from voice.moderation.models import Reading

pytestmark = [pytest.mark.django_db, pytest.mark.on_both]


def by_hash():
    rows = Response.objects.select_related("edition").defer("edition__definition")
    return rows.filter(capability_hash=Hole(Response, "capability_hash"))


@pytest.fixture
def two():
    return [ResponseFactory(capability_hash=sign * 64) for sign in "ab"]


def test_each_call_finds_its_own_row(two):
    kept = KeptQuery(by_hash)
    for sign, row in zip("abab", two * 2, strict=True):
        assert kept.rows(capability_hash=sign * 64) == [row]
    assert kept.rows(capability_hash="c" * 64) == []


def test_each_call_sees_what_has_changed_since(two):
    kept = KeptQuery(by_hash)
    assert kept.rows(capability_hash="a" * 64)[0].answers == {}
    Response.objects.filter(pk=two[0].pk).update(answers={"q": {"state": "skipped"}})
    assert kept.rows(capability_hash="a" * 64)[0].answers == {"q": {"state": "skipped"}}
    Response.objects.filter(pk=two[0].pk).delete()
    assert kept.rows(capability_hash="a" * 64) == []


def test_a_row_comes_as_the_query_says(two, django_assert_num_queries):
    kept = KeptQuery(by_hash)
    for _ in range(2):
        with django_assert_num_queries(1):
            (row,) = kept.rows(capability_hash="a" * 64)
            assert row.edition.content_hash == two[0].edition.content_hash
        assert row.get_deferred_fields() == set()
        assert row.edition.get_deferred_fields() == {"definition"}


def test_the_sql_is_written_once(two):
    kept = KeptQuery(by_hash)
    with sql_written() as written:
        kept.rows(capability_hash="a" * 64)
        assert written == [Response]
        kept.rows(capability_hash="b" * 64)
    assert written == [Response]


def test_a_missing_value_is_told(two):
    with pytest.raises(KeyError, match="capability_hash"):
        KeptQuery(by_hash).rows()


@pytest.mark.django_db(transaction=True)
def test_rows_are_held_in_a_transaction_only(two):
    kept = KeptQuery(lambda: Response.objects.select_for_update())
    with transaction.atomic():
        assert len(kept.rows()) == 2
    with pytest.raises(transaction.TransactionManagementError):
        kept.rows()


@pytest.mark.django_db(transaction=True)
def test_another_thread_writes_its_own(two):
    kept, found = KeptQuery(by_hash), []
    kept.rows(capability_hash="a" * 64)

    def look():
        found.append(kept.rows(capability_hash="b" * 64))
        connection.close()

    with sql_written() as written:
        thread = Thread(target=look)
        thread.start()
        thread.join()
    assert found == [[two[1]]]
    assert written == [Response]
    connection.close()
    assert kept.rows(capability_hash="a" * 64) == [two[0]]


def test_an_update_writes_these_columns_of_this_row_alone(two):
    kept, now = KeptUpdate(Response, "answers", "touched_at"), timezone.now()
    for value, row in enumerate(two):
        row.answers, row.touched_at = {"q": {"value": value}}, now
        row.language = "xx"
        assert kept.of(row) == 1
    after = Response.objects.order_by("capability_hash")
    assert [one.answers for one in after] == [
        {"q": {"value": 0}},
        {"q": {"value": 1}},
    ]
    assert {one.touched_at for one in after} == {now}
    assert "xx" not in {one.language for one in after}


def test_an_update_of_a_row_that_is_gone_says_so(two):
    row = Response.objects.get(pk=two[0].pk)
    two[0].delete()
    assert KeptUpdate(Response, "answers").of(row) == 0


def test_an_update_that_breaks_a_rule_is_refused(two):
    two[0].capability_hash = "b" * 64
    with pytest.raises(IntegrityError), transaction.atomic():
        KeptUpdate(Response, "capability_hash").of(two[0])
    assert Response.objects.get(pk=two[0].pk).capability_hash == "a" * 64


def comment_of(row, words):
    return Comment(
        survey=row.edition.survey,
        question=row.edition.survey.question_rows.get(key="do_more"),
        response=row,
        sealed_words=words,
        language="en",
        age_band="11-17",
        week=date(2026, 11, 23),
    )


def test_an_insert_writes_the_row_as_it_is(two):
    kept = KeptInsert(Comment)
    made = [comment_of(row, b"sealed %d" % at) for at, row in enumerate(two)]
    for one in made:
        kept.of(one)
    for one in made:
        found = Comment.objects.get(pk=one.pk)
        for field in Comment._meta.concrete_fields:
            assert getattr(found, field.attname) == getattr(one, field.attname)


def test_an_insert_tells_a_row_its_number_and_that_it_is_there(two):
    kept = KeptInsert(Reading)
    for row in two:
        comment = comment_of(row, b"sealed")
        comment.save()
        reading = Reading(comment=comment, question_id=comment.question_id)
        kept.of(reading)
        assert Reading.objects.get(comment=comment) == reading
        assert (reading.hints, reading.sealed_kept, reading._state.adding) == (
            [],
            None,
            False,
        )


def test_an_insert_is_written_once(two):
    kept = KeptInsert(Comment)
    first, second = (comment_of(row, b"sealed") for row in two)
    kept.of(first)
    with sql_written() as written:
        kept.of(second)
    assert written == []


def test_an_insert_that_breaks_a_rule_is_refused(two):
    kept = KeptInsert(Comment)
    made = comment_of(two[0], b"sealed")
    kept.of(made)
    made.pk = uuid4()
    with pytest.raises(IntegrityError), transaction.atomic():
        kept.of(made)
    assert Comment.objects.count() == 1
