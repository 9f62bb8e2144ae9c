from datetime import UTC, date, datetime

import pytest

from tests.factories.moderation import ReadingFactory
from voice.briefings.domain.clocks import keep_clocks
from voice.briefings.models import ClocksAreCounted, ClocksKept
from voice.briefings.queries.in_time import in_time, in_time_kept
from voice.council.due import do_due_work
from voice.moderation.models import Reading

pytestmark = [pytest.mark.on_both, pytest.mark.django_db]
TODAY = date(2026, 4, 10)


def decided(month, day, *, arrived_day):
    reading = ReadingFactory(approved=True)
    Reading.objects.filter(pk=reading.pk).update(
        arrived_at=datetime(2026, month, arrived_day, 10, tzinfo=UTC),
        decided_at=datetime(2026, month, day, 11, tzinfo=UTC),
    )


def test_a_month_of_nothing_is_too_few_to_say():
    told = in_time(on=TODAY)
    assert told.month == date(2026, 3, 1)
    assert told.comments.share["code"] == "not_shown"
    assert told.comments.of["words"] == "fewer than 10"
    assert told.concerns.longest_days is None


def test_few_are_told_in_words_and_the_longest_wait_is_not_told():
    for _ in range(5):
        decided(3, 10, arrived_day=9)
    decided(3, 16, arrived_day=9)
    told = in_time(on=TODAY).comments
    assert told.share["words"] == "nearly all"
    assert (told.of["words"], told.longest_days) == ("fewer than 10", None)


def test_many_are_told_to_the_nearest_five_and_this_month_does_not_move_it():
    for _ in range(9):
        decided(3, 10, arrived_day=9)
    for _ in range(3):
        decided(3, 16, arrived_day=9)
    before = in_time(on=TODAY)
    assert before.comments.of["words"] == "10"
    assert before.comments.share["words"] == "most"
    assert before.comments.longest_days == 5
    decided(4, 9, arrived_day=8)
    assert in_time(on=TODAY) == before


def test_the_board_reads_what_was_counted_when_the_month_was_over():
    decided(3, 10, arrived_day=9)
    told = in_time(on=TODAY)
    assert in_time_kept(on=TODAY) is None
    assert list(keep_clocks(datetime(2026, 4, 1, tzinfo=UTC))) == [
        "The clocks of March 2026 were counted for the board."
    ]
    assert in_time_kept(on=TODAY) == told


def test_a_month_is_counted_once_and_the_next_follows_it():
    now = datetime(2026, 4, 10, tzinfo=UTC)
    list(keep_clocks(now))
    for _ in range(12):
        decided(3, 10, arrived_day=9)
    assert list(keep_clocks(now)) == []
    assert in_time_kept(on=TODAY).comments.of["words"] == "fewer than 10"
    list(keep_clocks(datetime(2026, 5, 1, tzinfo=UTC)))
    assert in_time_kept(on=date(2026, 5, 2)).month == date(2026, 4, 1)
    assert in_time_kept(on=TODAY).month == date(2026, 3, 1)


def test_what_was_counted_is_never_changed():
    list(keep_clocks(datetime(2026, 4, 10, tzinfo=UTC)))
    with pytest.raises(ClocksAreCounted):
        ClocksKept.objects.get().save()


def test_what_a_timer_does_counts_the_clocks():
    now = datetime(2026, 4, 10, tzinfo=UTC)
    assert "clocks of the month" in dict(do_due_work(now))
    assert ClocksKept.objects.get().month == date(2026, 3, 1)
