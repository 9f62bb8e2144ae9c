import pytest
from django.db import IntegrityError, transaction

from tests.factories.accounts import UserFactory
from tests.factories.moderation import ReadingFactory
from tests.factories.releases import AnsweredSurveyFactory, comment_on, tagged
from voice.audit.models import Entry
from voice.moderation.domain.errors import (
    AlreadyDecided,
    PassedOnStays,
    UsedInRelease,
)
from voice.moderation.domain.reading import (
    approve_comment,
    pass_on_comment,
    undo_decision,
)
from voice.moderation.domain.reversing import decide_again, reverse_decision
from voice.moderation.enums import PutBackReason
from voice.moderation.models import Concern, Decision
from voice.moderation.queries.kept import kept_readings
from voice.moderation.used import uses_of
from voice.releases.domain.releases import propose_release, sign_release
from voice.themes.queries import themes_by_response

pytestmark = [pytest.mark.django_db, pytest.mark.on_both]
MISSED = PutBackReason.MISSED


@pytest.fixture
def worker():
    return UserFactory(worker=True)


@pytest.fixture
def survey():
    return AnsweredSurveyFactory()


def said_in(survey, at=0, **decided):
    response = survey.editions.first().responses.order_by("id")[at]
    return comment_on(response, "come wen u say", **decided)


def released(survey, *readings):
    people = [UserFactory(worker=True), UserFactory(worker=True)]
    quotes = [reading.comment for reading in readings]
    return sign_release(
        propose_release(survey, by=people[0], quotes=quotes), by=people[1]
    )


@pytest.mark.parametrize("decided", ["approved", "redacted", "withheld"])
def test_a_decision_is_reversed_with_a_reason_by_anybody_who_reads(worker, decided):
    reading = ReadingFactory(**{decided: True})
    reverse_decision(reading, version=2, why=MISSED, note="A street.", by=worker)
    reading.refresh_from_db()
    assert (reading.state, reading.version, reading.sealed_kept) == ("waiting", 3, None)
    newest = reading.decisions.last()
    assert (newest.state, newest.why, newest.by) == ("waiting", "missed", worker)
    assert [note.read() for note in reading.notes.all()] == ["A street."]
    (entry,) = Entry.objects.filter(verb="moderation.waiting")
    assert (entry.actor, entry.details["why"]) == (worker, "missed")


def test_the_second_of_two_who_reverse_is_told(worker):
    reading = ReadingFactory(approved=True)
    reverse_decision(reading, version=2, why=MISSED, by=worker)
    with pytest.raises(AlreadyDecided):
        reverse_decision(reading, version=2, why=MISSED, by=UserFactory(worker=True))


def test_a_reason_that_is_not_on_the_list_changes_nothing(worker):
    reading = ReadingFactory(approved=True)
    with pytest.raises(ValueError, match="because"):
        reverse_decision(reading, version=2, why="because", by=worker)
    reading.refresh_from_db()
    assert reading.state == "approved"


def test_what_was_passed_on_is_reversed_by_no_reader(worker):
    reading = ReadingFactory(passed_on=True)
    for verb in (reverse_decision, decide_again):
        with pytest.raises(PassedOnStays):
            verb(reading, version=2, why=MISSED, by=worker)


def test_the_database_keeps_no_putting_back_without_a_reason():
    reading = ReadingFactory(approved=True)
    with pytest.raises(IntegrityError), transaction.atomic():
        Decision.objects.create(
            reading=reading, state="waiting", version=9, by=reading.decided_by
        )
    with pytest.raises(IntegrityError), transaction.atomic():
        Decision.objects.create(
            reading=reading,
            state="approved",
            version=9,
            why="missed",
            by=reading.decided_by,
        )


@pytest.mark.parametrize("decided", [{}, {"withheld": True}])
def test_what_a_release_used_only_goes_forward(worker, survey, decided):
    reading = said_in(survey, **decided)
    release = released(survey)
    for undone in (
        lambda: reverse_decision(reading, version=2, why=MISSED, by=worker),
        lambda: undo_decision(reading, version=2, by=reading.decided_by),
    ):
        with pytest.raises(UsedInRelease):
            undone()
    reading.refresh_from_db()
    assert reading.version == 2
    (use,) = uses_of(reading)
    assert use.startswith("First release, issued on ")
    decide_again(reading, version=2, why=MISSED, by=worker)
    reading.refresh_from_db()
    assert (reading.state, reading.version) == ("waiting", 3)
    assert uses_of(reading) == []
    release.refresh_from_db()
    assert release.is_issued


def test_deciding_again_leaves_the_released_quote_as_it_was(worker, survey):
    reading = said_in(survey)
    release = released(survey, reading)
    decide_again(reading, version=2, why=MISSED, by=worker)
    assert [quote.text for quote in release.quotes.all()] == ["come wen u say"]
    assert reading not in kept_readings(survey)


def test_a_release_that_waits_or_was_proposed_before_uses_nothing(worker, survey):
    early = said_in(survey)
    waiting = propose_release(survey, by=worker)
    late = said_in(survey, at=1)
    assert uses_of(early) == []
    sign_release(waiting, by=UserFactory(worker=True))
    assert len(uses_of(early)) == 1
    assert uses_of(late) == []
    reverse_decision(late, version=2, why=MISSED, by=worker)


@pytest.mark.parametrize("decided", [{}, {"withheld": True}])
def test_a_worry_is_passed_on_whatever_was_decided_and_released(
    worker, survey, decided
):
    reading = said_in(survey, **decided)
    readings = [] if decided else [reading]
    theme = tagged(survey, "Time", readings)
    released(survey)
    pass_on_comment(reading, version=2, by=worker)
    reading.refresh_from_db()
    assert (reading.state, reading.sealed_kept, reading.reason) == (
        "passed_on",
        None,
        "",
    )
    assert Concern.objects.get(comment=reading.comment).words() == "come wen u say"
    assert themes_by_response(survey) == {}
    assert theme.tags.count() == len(readings)


def test_what_is_decided_again_is_decided_like_any_other(worker, survey):
    reading = said_in(survey)
    released(survey)
    decide_again(reading, version=2, why=MISSED, by=worker)
    approve_comment(reading, version=3, may_count=True, may_quote=False, by=worker)
    assert [one.state for one in reading.decisions.all()] == [
        "approved",
        "waiting",
        "approved",
    ]


@pytest.mark.django_db(transaction=True)
def test_what_uses_a_decision_is_read_without_waiting_for_anybody():
    # A page reads it outside a transaction, where PostgreSQL refuses to lock a row.
    assert uses_of(ReadingFactory(approved=True)) == []
