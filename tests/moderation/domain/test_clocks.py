from datetime import UTC, date, datetime, timedelta

import pytest

from surveys.domain.text_pauses import pause_text
from surveys.queries.text_pauses import text_is_paused
from tests.factories.accounts import UserFactory
from tests.factories.council import CouncilFactory
from tests.factories.moderation import ConcernFactory, ReadingFactory
from voice.audit.models import Entry
from voice.council.domain.alarms import settle_alarm
from voice.council.enums import AlarmKind
from voice.council.models import Alarm, Delivery, Holiday
from voice.moderation.domain.clocks import watch_queue
from voice.moderation.domain.reading import approve_comment
from voice.moderation.models import Concern, Reading
from voice.moderation.queries.clocks import concern_clock, limits, reading_clock

pytestmark = [pytest.mark.on_both, pytest.mark.django_db]


def utc(*when):
    return datetime(*when, tzinfo=UTC)


# Summer time begins on Sunday 29 March 2026; Good Friday is 3 April.
FRIDAY_FOUR = utc(2026, 3, 27, 16)
MONDAY_NINE = utc(2026, 3, 30, 8)


@pytest.fixture(autouse=True)
def manager():
    return CouncilFactory(duty_manager=UserFactory(name="Manager")).duty_manager


def waiting(arrived_at, *, worry=False):
    reading = ReadingFactory()
    Reading.objects.filter(pk=reading.pk).update(arrived_at=arrived_at, worry=worry)
    reading.refresh_from_db()
    return reading


def kinds(*, settled=False):
    found = Alarm.objects.filter(settled_at__isnull=not settled)
    return list(found.order_by("raised_at", "kind").values_list("kind", flat=True))


def read(reading):
    approve_comment(
        reading,
        version=reading.version,
        may_count=True,
        may_quote=False,
        by=UserFactory(worker=True),
    )


def test_a_possible_worry_alarms_at_once_even_at_the_weekend():
    waiting(utc(2026, 3, 28, 12), worry=True)
    watch_queue(utc(2026, 3, 28, 12, 1))
    assert kinds() == [AlarmKind.WORRY]
    assert watch_queue(utc(2026, 3, 28, 12, 2)) == []


def test_a_possible_worry_unread_alarms_again_after_four_duty_hours():
    waiting(FRIDAY_FOUR, worry=True)
    watch_queue(FRIDAY_FOUR)
    # An hour on Friday, and three on Monday, whose clock has moved on.
    watch_queue(MONDAY_NINE + timedelta(hours=3))
    assert kinds() == [AlarmKind.WORRY]
    watch_queue(MONDAY_NINE + timedelta(hours=3, minutes=1))
    assert kinds() == [AlarmKind.WORRY, AlarmKind.WORRY_UNREAD]


def test_reading_it_settles_its_alarms():
    reading = waiting(FRIDAY_FOUR, worry=True)
    watch_queue(MONDAY_NINE + timedelta(hours=5))
    read(reading)
    watch_queue(MONDAY_NINE + timedelta(hours=6))
    assert (kinds(), len(kinds(settled=True))) == ([], 2)


def test_somebody_who_has_opened_it_is_not_told_again():
    reading = waiting(FRIDAY_FOUR, worry=True)
    watch_queue(FRIDAY_FOUR)
    settle_alarm(AlarmKind.WORRY, about=str(reading.comment_id))
    assert watch_queue(FRIDAY_FOUR + timedelta(minutes=1)) == []


def test_words_sent_again_alarm_again():
    reading = waiting(FRIDAY_FOUR, worry=True)
    watch_queue(FRIDAY_FOUR)
    settle_alarm(AlarmKind.WORRY, about=str(reading.comment_id))
    later = FRIDAY_FOUR + timedelta(minutes=5)
    Reading.objects.filter(pk=reading.pk).update(arrived_at=later)
    watch_queue(later + timedelta(minutes=1))
    assert kinds() == [AlarmKind.WORRY]


def test_a_manager_is_told_once_a_comment_is_unread_for_two_working_days(manager):
    Holiday.objects.create(day=date(2026, 4, 3), name="Good Friday")
    Holiday.objects.create(day=date(2026, 4, 6), name="Easter Monday")
    waiting(utc(2026, 4, 2, 11))
    # Thursday noon by the wall; two working days end on Wednesday noon.
    assert watch_queue(utc(2026, 4, 8, 11)) == []
    watch_queue(utc(2026, 4, 8, 11, 1))
    watch_queue(utc(2026, 4, 8, 11, 2))
    assert kinds() == [AlarmKind.COMMENTS_UNREAD]
    assert {d.user for d in Delivery.objects.all()} == {manager}


def test_past_four_the_text_questions_close_and_open_once_the_queue_moves(manager):
    first = waiting(utc(2026, 3, 9, 10))
    survey = first.comment.survey
    watch_queue(utc(2026, 3, 13, 10))
    assert not text_is_paused(survey.pk)
    watch_queue(utc(2026, 3, 13, 10, 1))
    assert text_is_paused(survey.pk)
    assert kinds() == [AlarmKind.COMMENTS_UNREAD, AlarmKind.CLOSED_TEXT]
    read(first)
    watch_queue(utc(2026, 3, 13, 10, 2))
    assert not text_is_paused(survey.pk)
    assert kinds() == []
    closing = Entry.objects.filter(object_type="surveys.Survey", verb__endswith="_text")
    assert list(closing.values_list("verb", "actor_name")) == [
        ("surveys.pause_text", "the machine"),
        ("surveys.resume_text", "the machine"),
    ]


def test_what_a_manager_closed_stays_closed_until_a_person_opens_it(manager):
    survey = waiting(utc(2026, 3, 9, 10)).comment.survey
    pause_text(survey, by=manager)
    watch_queue(utc(2026, 3, 9, 11))
    assert text_is_paused(survey.pk)


def test_one_slow_survey_closes_no_other():
    slow, quick = waiting(utc(2026, 3, 9, 10)), waiting(utc(2026, 3, 13, 9))
    assert slow.comment.survey_id != quick.comment.survey_id
    watch_queue(utc(2026, 3, 13, 10, 1))
    assert text_is_paused(slow.comment.survey_id)
    assert not text_is_paused(quick.comment.survey_id)


def test_a_concern_undecided_for_one_working_day_alarms_but_not_those_left_out():
    concern = ConcernFactory()
    Concern.objects.filter(pk=concern.pk).update(raised_at=FRIDAY_FOUR)
    assert AlarmKind.CONCERN_UNDECIDED not in kinds()
    watch_queue(utc(2026, 3, 30, 15))
    assert AlarmKind.CONCERN_UNDECIDED not in kinds()
    watch_queue(utc(2026, 3, 30, 15, 1))
    assert AlarmKind.CONCERN_UNDECIDED in kinds()


def test_settings_move_the_clocks():
    council = CouncilFactory()
    council.worry_hours = 1
    council.save()
    waiting(utc(2026, 3, 9, 10), worry=True)
    watch_queue(utc(2026, 3, 9, 11, 1))
    assert AlarmKind.WORRY_UNREAD in kinds()


def test_the_clock_of_comments_counts_what_was_read_in_time():
    on_time, late = waiting(utc(2026, 3, 9, 10)), waiting(utc(2026, 3, 9, 10))
    for reading, decided in ((on_time, (10, 10)), (late, (12, 10))):
        read(reading)
        Reading.objects.filter(pk=reading.pk).update(
            decided_at=utc(2026, 3, *decided), arrived_at=utc(2026, 3, 9, 10)
        )
    waiting(utc(2026, 3, 9, 10))
    waiting(utc(2026, 3, 12, 10))
    clock = reading_clock(utc(2026, 3, 12, 12), limits=limits(), worries=False)
    assert (clock.waiting, clock.overdue, clock.oldest_at) == (
        2,
        1,
        utc(2026, 3, 9, 10),
    )
    assert (clock.in_time, clock.of, clock.share) == (1, 3, 33)


def test_the_clock_of_concerns_counts_what_was_decided_in_time():
    concern = ConcernFactory(decided=True)
    Concern.objects.filter(pk=concern.pk).update(
        raised_at=utc(2026, 3, 9, 10), decided_at=utc(2026, 3, 9, 11)
    )
    clock = concern_clock(utc(2026, 3, 12, 12), limits=limits())
    assert (clock.waiting, clock.in_time, clock.of, clock.share) == (0, 1, 1, 100)


def test_a_quiet_house_costs_few_queries(django_assert_max_num_queries):
    with django_assert_max_num_queries(16):
        assert watch_queue(FRIDAY_FOUR) == []
