import pytest
from django.db import transaction

from surveys.after_save import comment_saved
from surveys.domain.answering import finish_response, save_answer
from tests.factories.accounts import UserFactory
from tests.factories.moderation import ConcernFactory, ReadingFactory
from tests.factories.surveys import CommentFactory, ResponseFactory
from tests.factories.themes import TagFactory
from voice.audit.models import Entry
from voice.moderation import tasks
from voice.moderation.domain.reading import approve_comment, pass_on_comment
from voice.moderation.domain.screening import screen_reading
from voice.moderation.models import Concern, Reading
from voice.moderation.queries.kept import kept_readings
from voice.themes.models import Tag

pytestmark = [pytest.mark.django_db, pytest.mark.on_both]


def write(comment, words):
    comment.write(words)
    comment.save()
    comment_saved(comment)
    return Reading.objects.get(comment=comment)


def test_a_saved_comment_waits_to_be_read_and_is_screened():
    reading = Reading.objects.get(comment=CommentFactory(words="he hits me"))
    assert (reading.state, reading.version, reading.worry) == ("waiting", 1, True)
    assert reading.screened_at is not None


def test_screening_is_given_an_id_and_nothing_else(monkeypatch):
    given = []

    class Queue:
        def enqueue(self, *args, **kwargs):
            given.append((args, kwargs))

    monkeypatch.setattr(tasks, "screen", Queue())
    reading = CommentFactory(words="zanzibar").reading
    assert given == [((reading.pk,), {})]


def test_what_the_answering_room_saves_arrives_here():
    response = ResponseFactory()
    save_answer(response, key="do_more", value="come wen u say", may_quote=True)
    reading = Reading.objects.get(comment__response=response)
    assert reading.state == "waiting"
    save_answer(response, key="do_more", value=None)
    reading.refresh_from_db()
    assert (reading.state, reading.version) == ("taken_back", 2)
    save_answer(response, key="do_more", value="come wen u say")
    reading.refresh_from_db()
    assert (reading.state, reading.version) == ("waiting", 3)
    finish_response(response)


def test_nothing_arrives_when_the_save_is_undone():
    with transaction.atomic():
        CommentFactory()
        assert Reading.objects.exists()
        transaction.set_rollback(True)
    assert not Reading.objects.exists()


@pytest.mark.parametrize("decided", ["approved", "redacted", "withheld"])
def test_new_words_are_read_anew(decided):
    reading = ReadingFactory(**{decided: True})
    now = write(reading.comment, "something else")
    assert (now.state, now.version, now.decided_by) == ("waiting", 3, None)
    assert (now.sealed_kept, now.may_count, now.may_quote) == (None, False, False)
    (entry,) = Entry.objects.filter(verb="moderation.words_changed")
    assert entry.details["before"] == decided


def test_nobody_is_watched_while_they_answer():
    reading = ReadingFactory()
    write(reading.comment, "other words")
    assert not Entry.objects.filter(object_type="moderation.Reading").exists()


def test_a_worry_once_raised_stays_when_the_words_change():
    reading = CommentFactory(words="he hits me").reading
    now = write(reading.comment, "its fine")
    assert (now.worry, now.hints) == (True, [])


def test_screening_never_lowers_and_changes_no_decision():
    reading = ReadingFactory(approved=True)
    Reading.objects.filter(pk=reading.pk).update(worry=True)
    screen_reading(reading)
    reading.refresh_from_db()
    assert (reading.worry, reading.state, reading.version) == (True, "approved", 2)


def test_tags_of_words_that_changed_are_removed_and_the_audit_says_so():
    tag = TagFactory()
    write(tag.comment, "something else")
    assert not Tag.objects.exists()
    (entry,) = Entry.objects.filter(verb="themes.remove_tag")
    assert (entry.actor, entry.details["theme"]) == (None, tag.theme_id)


def test_words_that_change_after_a_concern_can_be_passed_on_again():
    reading = ReadingFactory(passed_on=True, comment__words="he got my arm")
    now = write(reading.comment, "he got my arm and leg")
    pass_on_comment(now, version=now.version, by=UserFactory(worker=True))
    assert sorted(concern.words() for concern in Concern.objects.all()) == [
        "he got my arm",
        "he got my arm and leg",
    ]


def test_new_words_stay_out_while_a_concern_about_the_old_ones_is_open():
    reading = ReadingFactory(passed_on=True)
    now = write(reading.comment, "its fine now")
    approve_comment(
        now,
        version=now.version,
        may_count=True,
        may_quote=False,
        by=UserFactory(worker=True),
    )
    assert not kept_readings().exists()
    ConcernFactory(reading=reading, decided=True)
    assert list(kept_readings()) == [now]
