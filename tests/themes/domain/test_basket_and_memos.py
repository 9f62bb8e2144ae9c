import pytest
from django.db import IntegrityError, transaction

from tests.factories.moderation import ReadingFactory
from tests.factories.themes import TagFactory
from voice.audit.models import Entry
from voice.moderation.domain.reading import undo_decision
from voice.themes.domain.basket import mark_quote, unmark_quote
from voice.themes.domain.comment_memos import write_comment_memo
from voice.themes.domain.tags import NoSuchPassage, NotKept
from voice.themes.models import BasketQuote, CommentMemo, Tag
from voice.themes.queries.memos import memos_of

pytestmark = [pytest.mark.django_db, pytest.mark.on_both]


@pytest.fixture
def reading():
    return ReadingFactory(approved=True, comment__words="the food is cold")


@pytest.fixture
def worker(reading):
    return reading.decided_by


def entries(verb):
    return list(Entry.objects.filter(verb=verb).order_by("pk"))


def test_words_marked_twice_are_in_the_basket_once(reading, worker):
    first = mark_quote(reading.comment, by=worker)
    assert mark_quote(reading.comment, by=worker, start=0, end=16) == first
    assert (first.start, first.end) == (0, Tag.WHOLE)
    mark_quote(reading.comment, by=worker, start=4, end=8)
    assert BasketQuote.objects.count() == 2
    assert len(entries("themes.mark_quote")) == 2


def test_a_passage_that_is_not_there_is_not_marked(reading, worker):
    for start, end in ((4, 4), (8, 4), (0, 17)):
        with pytest.raises(NoSuchPassage):
            mark_quote(reading.comment, by=worker, start=start, end=end)
    assert not BasketQuote.objects.exists()


def test_what_is_not_kept_is_neither_marked_nor_written_about(worker):
    waiting = ReadingFactory()
    with pytest.raises(NotKept):
        mark_quote(waiting.comment, by=worker)
    with pytest.raises(NotKept):
        write_comment_memo(waiting.comment, words="See it again.", by=worker)
    assert not CommentMemo.objects.exists()


def test_what_is_taken_out_of_the_basket_is_told_by_the_audit(reading, worker):
    quote = mark_quote(reading.comment, by=worker, start=4, end=8)
    unmark_quote(quote, by=worker)
    assert not BasketQuote.objects.exists()
    (entry,) = entries("themes.unmark_quote")
    assert entry.details == {"comment": str(reading.comment_id), "start": 4, "end": 8}


def test_the_database_holds_a_passage_once_and_none_without_words(reading, worker):
    mark_quote(reading.comment, by=worker)
    for start, end in ((0, Tag.WHOLE), (5, 5)):
        with pytest.raises(IntegrityError), transaction.atomic():
            BasketQuote.objects.create(
                comment=reading.comment, by=worker, start=start, end=end
            )


def test_a_memo_is_sealed_and_read_again_in_order(reading, worker):
    made = write_comment_memo(reading.comment, words="zanzibar one", by=worker)
    write_comment_memo(reading.comment, words="and another", by=worker)
    assert b"zanzibar" not in bytes(CommentMemo.objects.get(pk=made.pk).sealed_words)
    opened = memos_of([reading])[reading.comment_id]
    assert [one.words for one in opened] == ["zanzibar one", "and another"]
    assert "zanzibar" not in str([entry.details for entry in Entry.objects.all()])


def test_memos_of_many_comments_cost_what_those_of_one_do(
    worker, django_assert_num_queries
):
    tags = [TagFactory() for _ in range(3)]
    for tag in tags:
        write_comment_memo(tag.comment, words="seen", by=worker)
    with django_assert_num_queries(1 + len(tags)):
        found = memos_of([tag.comment.reading for tag in tags])
    assert len(found) == 3


def test_marks_of_passages_go_when_the_reading_is_undone(reading, worker):
    mark_quote(reading.comment, by=worker, start=4, end=8)
    whole = mark_quote(reading.comment, by=worker)
    undo_decision(reading, version=reading.version, by=worker)
    assert list(BasketQuote.objects.all()) == [whole]
