from datetime import timedelta
from pathlib import Path

import pytest
from django.db import connection
from django.utils import timezone

from surveys.domain.retention import end_what_is_due, end_words
from surveys.domain.scrubbing import scrub
from surveys.enums import Kept, ResponseState
from surveys.models import Comment, Recording, Response, RetentionRun, retention_run
from surveys.queries.counted import counted_responses
from surveys.queries.reach import live_counts
from surveys.queries.retention import last_day, raw_columns, standing_of
from tests.factories.accounts import UserFactory
from tests.factories.moderation import ConcernFactory, ReadingFactory
from tests.factories.retention import closed_edition, comment_in
from voice.audit.models import Entry
from voice.council.domain.keys import KeyDestroyed
from voice.council.models import Alarm, DataKey
from voice.moderation.models import Concern, Reading
from voice.moderation.queries.kept import kept_readings, kept_texts
from voice.themes.models import Tag

pytestmark = [pytest.mark.on_both, pytest.mark.django_db]


@pytest.fixture
def edition():
    """Return an edition of a survey that closed today."""
    return closed_edition(days=0)


def read_all(edition):
    """Have every comment of an edition's survey approved, as its reader would."""
    for comment in Comment.objects.filter(survey=edition.survey):
        if comment.reading.state == "waiting":
            ReadingFactory(comment=comment, approved=True)


def days_on(days):
    """Return the moment so many days from now."""
    return timezone.now() + timedelta(days=days)


def standing(edition, days=0):
    return standing_of(edition.survey, on=timezone.localdate(days_on(days)))


def test_a_survey_keeps_words_90_days_responses_two_years_and_contact_a_year(edition):
    survey = edition.survey
    closed = survey.consultation.closes_on
    assert [(last_day(survey, kind) - closed).days for kind in Kept] == [90, 730, 365]


def test_nothing_goes_on_the_last_day_and_everything_the_day_after(edition):
    comment_in(edition)
    read_all(edition)
    assert end_what_is_due(days_on(90)) == []
    assert len(end_what_is_due(days_on(91))) == 1
    assert end_what_is_due(days_on(91)) == []


def test_words_go_with_their_key_and_approved_words_and_counts_stay(edition):
    comment = comment_in(edition)
    read_all(edition)
    before = live_counts(edition.survey)
    end_what_is_due(days_on(91))
    comment.refresh_from_db()
    assert bytes(comment.sealed_words) == b""
    with pytest.raises(KeyDestroyed):
        comment.read()
    raw = DataKey.objects.get(owner=f"survey:{edition.survey.pk}", purpose="raw")
    assert raw.wrapped is None
    assert list(kept_texts(kept_readings(edition.survey)).values()) == [
        "come wen u say"
    ]
    assert live_counts(edition.survey) == before
    assert len(list(counted_responses(edition.survey))) == 1


def test_recordings_transcripts_notes_and_translations_go_too(edition):
    from voice.moderation.models import Note, Transcript, Translation

    comment = comment_in(edition)
    read_all(edition)
    reading = Reading.objects.get(comment=comment)
    by = UserFactory(worker=True)
    rows = [
        Recording(comment=comment, media_type="audio/ogg"),
        Note(reading=reading, by=by),
        Transcript(reading=reading, by=by),
        Translation(reading=reading, by=by),
    ]
    rows[0].write(b"sound")
    for row in rows[1:]:
        row.write("words about it")
    for row in rows:
        row.save(force_insert=True)
    end_what_is_due(days_on(91))
    for row in rows:
        row.refresh_from_db()
        with pytest.raises(KeyDestroyed):
            row.read()
    assert bytes(rows[0].sealed_content) == b""


def test_unread_comments_are_never_destroyed_but_raise_an_alarm(edition):
    read, unread = comment_in(edition), comment_in(edition, words="nobody saw this")
    ReadingFactory(comment=read, approved=True)
    said = end_what_is_due(days_on(91))
    assert said == [
        f"Retention: 1 words of survey {edition.survey.pk} destroyed; "
        "1 unread were left, and an alarm raised."
    ]
    assert Comment.objects.get(pk=unread.pk).read() == "nobody saw this"
    with pytest.raises(KeyDestroyed):
        Comment.objects.get(pk=read.pk).read()
    assert Alarm.objects.filter(kind="held", settled_at=None).count() == 1
    assert standing(edition, 91).words_overdue
    assert standing(edition, 91).unread == 1


def test_once_read_the_rest_goes_and_the_alarm_ends(edition):
    comment_in(edition)
    end_what_is_due(days_on(91))
    read_all(edition)
    end_what_is_due(days_on(92))
    assert Alarm.objects.filter(settled_at=None).count() == 0
    assert not standing(edition, 92).is_overdue
    assert standing(edition, 92).words_left == 0


def test_answers_wait_while_words_are_unread(edition):
    comment_in(edition)
    end_what_is_due(days_on(731))
    assert Response.objects.get().state == ResponseState.FINISHED
    assert standing(edition, 731).responses_overdue


def test_after_two_years_answers_are_gone_and_approved_words_stay(edition):
    comment_in(edition)
    read_all(edition)
    end_what_is_due(days_on(731))
    response = Response.objects.get()
    assert (response.state, response.answers, response.age_band) == (
        ResponseState.ENDED,
        {},
        "",
    )
    assert list(counted_responses(edition.survey)) == []
    assert live_counts(edition.survey).finished == 1
    assert list(kept_texts(kept_readings(edition.survey)).values()) == [
        "come wen u say"
    ]


def test_after_two_years_unfinished_and_set_aside_ones_are_forgotten_whole(edition):
    comment_in(edition, finished=False)
    comment_in(edition, state=ResponseState.SET_ASIDE)
    read_all(edition)
    end_what_is_due(days_on(731))
    assert (Response.objects.count(), Comment.objects.count()) == (0, 0)


def test_concerns_are_out_of_reach(edition):
    comment = comment_in(edition, words="it hurts")
    concern = ConcernFactory(
        reading=ReadingFactory(comment=comment, passed_on=True), decided=True
    )
    end_what_is_due(days_on(731))
    assert Concern.objects.get(pk=concern.pk).words() == "it hurts"


def test_each_run_is_written_down_and_audited_without_words(edition):
    comment_in(edition, words="planted-word-zebra")
    read_all(edition)
    end_what_is_due(days_on(91))
    run = RetentionRun.objects.get()
    assert run.counts == {"surveys.Comment.sealed_words": 1}
    assert run.told == {"comments": 1}
    assert (run.kind, run.held, run.key_destroyed) == (Kept.WORDS, 0, True)
    entry = Entry.objects.get(verb="surveys.end_words")
    assert "zebra" not in str(entry.details)


def test_a_crash_in_the_middle_changes_nothing(edition, monkeypatch):
    comment = comment_in(edition)
    read_all(edition)

    def crash(**kwargs):
        raise RuntimeError

    monkeypatch.setattr("surveys.domain.retention.destroy_key", crash)
    with pytest.raises(RuntimeError):
        end_words(edition.survey, now=days_on(91))
    comment.refresh_from_db()
    assert comment.read() == "come wen u say"
    assert RetentionRun.objects.count() == 0


COUNTED = (Response, Comment, Reading, Tag, Concern)


def test_two_years_go_by_day_by_day_and_each_table_is_counted(edition):
    for number in range(3):
        comment_in(edition, words=f"words {number}")
    read_all(edition)
    ConcernFactory(
        reading=ReadingFactory(
            comment=comment_in(edition, words="it hurts"), passed_on=True
        ),
        decided=True,
    )
    comment_in(edition, finished=False)
    read_all(edition)
    began = {model: model.objects.count() for model in COUNTED}
    events = {}
    for day in range(0, 740, 5):
        said = end_what_is_due(days_on(day))
        if said:
            events[day] = said
    assert sorted(events) == [95, 735]
    assert [model.objects.count() for model in COUNTED] == [
        began[Response] - 1,
        began[Comment] - 1,
        began[Reading] - 1,
        began[Tag],
        began[Concern],
    ]
    assert Response.objects.exclude(answers={}).count() == 0
    assert RetentionRun.objects.count() == 2


@pytest.mark.django_db(transaction=True)
def test_free_space_is_swept_after_it_and_destroyed_words_are_not_in_the_file(settings):
    edition = closed_edition(days=91)
    comment = comment_in(edition)
    read_all(edition)
    sealed = bytes(comment.sealed_words)
    end_what_is_due(timezone.now())
    assert scrub(timezone.now()) == [
        "Swept the database's free space after what was destroyed."
    ]
    assert scrub(timezone.now()) == []
    assert RetentionRun.objects.get().scrubbed_at is not None
    if connection.vendor == "sqlite":
        path = Path(connection.settings_dict["NAME"])
        assert sealed not in path.read_bytes()


def test_inside_a_transaction_the_sweep_waits(edition):
    comment_in(edition)
    read_all(edition)
    end_what_is_due(days_on(91))
    assert scrub(timezone.now()) == []
    assert RetentionRun.objects.get().scrubbed_at is None


def test_what_was_destroyed_is_told_by_a_name_that_is_translated(monkeypatch):
    run = RetentionRun(counts={"surveys.Comment.sealed_words": 2, "answers": 1})
    monkeypatch.setitem(retention_run.NAMES, "comments", "تبصرے")
    assert run.told == {"تبصرے": 2, "answers": 1}


def test_every_column_of_what_a_child_wrote_has_such_a_name():
    run = RetentionRun(counts={column.name: 1 for column in raw_columns()})
    assert set(run.told) <= {str(name) for name in retention_run.NAMES.values()}
