import pytest
from django.core.cache import cache

from tests.factories.accounts import UserFactory
from tests.factories.moderation import ReadingFactory
from voice.audit.models import Entry
from voice.themes.domain.reads import read_comments

pytestmark = [pytest.mark.django_db, pytest.mark.on_both]


@pytest.fixture
def reading():
    return ReadingFactory(approved=True)


def entries():
    return list(Entry.objects.filter(verb="themes.read_comments"))


def read(reading, by, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        read_comments([reading.comment_id], of=reading.comment.question, by=by)


def test_who_was_shown_which_comments_is_written_down_once_while_they_read_on(
    reading, django_capture_on_commit_callbacks
):
    by = reading.decided_by
    for _ in range(2):
        read(reading, by, django_capture_on_commit_callbacks)
    (entry,) = entries()
    assert (entry.actor, entry.details) == (by, {"comments": [str(reading.comment_id)]})
    assert entry.object_id == str(reading.comment.question_id)


def test_another_person_other_comments_and_another_time_are_written_down_too(
    reading, django_capture_on_commit_callbacks
):
    by, other = reading.decided_by, UserFactory(worker=True)
    read(reading, by, django_capture_on_commit_callbacks)
    read(reading, other, django_capture_on_commit_callbacks)
    read(ReadingFactory(approved=True), by, django_capture_on_commit_callbacks)
    assert len(entries()) == 3
    cache.clear()
    read(reading, by, django_capture_on_commit_callbacks)
    assert len(entries()) == 4


def test_a_page_without_words_is_no_read(reading):
    read_comments([], of=reading.comment.question, by=reading.decided_by)
    assert entries() == []
