"""No path exists by which a score hides, lowers or closes anything."""

from datetime import timedelta

import pytest
from django.test import override_settings
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.factories.accounts import UserFactory
from tests.factories.moderation import ReadingFactory
from tests.factories.surveys import CommentFactory
from voice.audit.models import Entry
from voice.council.domain.keys import KeyDestroyed
from voice.council.models import Alarm
from voice.moderation.domain import nearness, screening
from voice.moderation.domain.screening import screen_reading, try_words
from voice.moderation.domain.screening_lists import change_list
from voice.moderation.logic import meaning
from voice.moderation.logic.screening import Hint, Seen
from voice.moderation.models import Reading
from voice.moderation.queries.screening_lists import ListName

pytestmark = [pytest.mark.django_db, pytest.mark.on_both]
ENGLISH = ListName("worries", "en")
SLOW = settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
HINTS = st.builds(
    lambda start, length, kind: Hint(kind=kind, start=start, end=start + length),
    st.integers(0, 8),
    st.integers(1, 6),
    st.sampled_from(["worry", "name", "phone"]),
)
SEEN = st.builds(Seen, st.booleans(), st.lists(HINTS, max_size=3), st.just(["x/1"]))
UNTOUCHED = ("state", "version", "may_count", "may_quote", "reason", "arrived_at")


def screened(words):
    return Reading.objects.get(comment=CommentFactory(words=words))


def order():
    return list(Reading.objects.values_list("pk", flat=True))


def covered(reading):
    return {
        (hint["kind"], place)
        for hint in reading.hints
        for place in range(hint["start"], hint["end"])
    }


@SLOW
@given(st.lists(st.tuples(st.integers(0, 3), SEEN), min_size=1, max_size=6))
def test_whatever_is_seen_a_reading_only_moves_up_and_nothing_else_changes(
    monkeypatch, django_db_blocker, steps
):
    readings = list(Reading.objects.all()) or [
        screened(f"come wen u say {n}") for n in range(4)
    ]
    start = timezone.now() - timedelta(hours=1)
    for n, reading in enumerate(readings):
        Reading.objects.filter(pk=reading.pk).update(
            arrived_at=start + timedelta(minutes=n), worry=False, hints=[]
        )
    for which, seen in steps:
        monkeypatch.setattr(screening, "look_through", lambda words, seen=seen: seen)
        reading = Reading.objects.get(pk=readings[which].pk)
        before = order()
        screen_reading(reading)
        now = Reading.objects.get(pk=reading.pk)
        others = [pk for pk in before if pk != reading.pk]
        assert [pk for pk in order() if pk != reading.pk] == others
        assert order().index(reading.pk) <= before.index(reading.pk)
        assert now.worry >= reading.worry
        assert covered(now) >= covered(reading)
        for name in UNTOUCHED:
            assert getattr(now, name) == getattr(reading, name), name


@pytest.mark.parametrize("state", ["approved", "redacted", "withheld", "passed_on"])
def test_seeing_nothing_changes_no_decision_and_lowers_no_worry(monkeypatch, state):
    reading = ReadingFactory(**{state: True}, comment__words="he hits me")
    before = Reading.objects.values().get(pk=reading.pk)
    monkeypatch.setattr(screening, "look_through", lambda words: Seen(False, []))
    screen_reading(reading)
    after = Reading.objects.values().get(pk=reading.pk)
    assert before["worry"]
    assert before | {"screened_at": None} == after | {"screened_at": None}


def test_a_reading_remembers_which_version_of_which_list_raised_it():
    reading = screened("he hits me")
    assert reading.worry_reasons == ["worries/en/0"]
    change_list(ENGLISH, lines=["zanzibar"], seen=0, by=UserFactory(lead=True))
    other = screened("zanzibar")
    assert other.worry_reasons == ["worries/en/1"]


def test_taking_a_phrase_off_the_list_lowers_nothing():
    reading = screened("he hits me")
    hints = reading.hints
    change_list(ENGLISH, lines=["zanzibar"], seen=0, by=UserFactory(lead=True))
    screen_reading(reading)
    reading.refresh_from_db()
    assert (reading.worry, reading.hints) == (True, hints)


def test_words_that_were_taken_back_are_screened_all_the_same():
    comment = CommentFactory(words="come wen u say")
    Reading.objects.update(state="taken_back", screened_at=None)
    comment.write("he hits me")
    comment.save()
    screen_reading(comment.reading)
    assert Reading.objects.get().worry


def test_new_words_written_meanwhile_keep_no_places_of_the_old(monkeypatch):
    comment = CommentFactory(words="come wen u say")
    Reading.objects.update(screened_at=None)

    def child_writes_on(words):
        comment.write("another thing")
        comment.save()
        return Seen(worry=True, hints=[Hint(kind="worry", start=0, end=4)])

    monkeypatch.setattr(screening, "look_through", child_writes_on)
    screen_reading(comment.reading)
    reading = Reading.objects.get()
    assert (reading.worry, reading.hints, reading.screened_at) == (True, [], None)


def test_a_new_worry_is_told_once_to_those_on_duty():
    reading = screened("he hits me")
    screen_reading(reading)
    assert [alarm.about for alarm in Alarm.objects.filter(kind="worry")] == [
        str(reading.comment_id)
    ]


def test_words_whose_key_is_gone_wait_no_longer(monkeypatch):
    reading = screened("he hits me")
    Reading.objects.update(screened_at=None)

    def gone(row):
        raise KeyDestroyed

    monkeypatch.setattr(screening, "own_words", gone)
    screen_reading(reading)
    assert Reading.objects.get().screened_at is not None


def test_nothing_of_the_words_is_written_down():
    CommentFactory(words="zanzibar he hits me, ring 07700 900417")
    told = [str(entry.details) for entry in Entry.objects.all()]
    told += [str(row) for row in Reading.objects.values_list("hints", "worry_reasons")]
    assert not [one for one in told if "zanzibar" in one or "07700" in one]


@override_settings(SCREENING_BY_MEANING=True)
def test_what_is_said_in_other_words_is_raised_by_nearness():
    words = "my room is nice. i sleep with a chair against my door. bye"
    reading = screened(words)
    assert reading.worry_reasons == ["examples/0"]
    (hint,) = [one for one in reading.hints if one["kind"] == "worry"]
    assert words[hint["start"] : hint["end"]].strip() == (
        "i sleep with a chair against my door"
    )


@override_settings(SCREENING_BY_MEANING=True)
def test_the_try_it_box_asks_a_process_that_ends(monkeypatch):
    def never():
        raise AssertionError

    monkeypatch.setattr(meaning, "loaded", never)
    seen = try_words("i sleep with a chair against my door")
    assert (seen.worry, seen.reasons) == (True, ["examples/0"])


@override_settings(SCREENING_BY_MEANING=True)
def test_a_model_that_fails_leaves_what_the_lists_saw(monkeypatch, caplog):
    def broken(*args, **kwargs):
        raise ValueError("zanzibar he hits me")

    monkeypatch.setattr(nearness, "near_too", broken)
    reading = screened("zanzibar he hits me")
    assert reading.worry
    assert caplog.messages == ["Nearness in meaning failed: ValueError."]
