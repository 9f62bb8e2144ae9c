"""What a worker writes down of a group reaches readers, and nobody else."""

import pytest
from django.core import mail
from django.urls import reverse

from surveys.models import Comment, SessionNote
from tests.crawl import crawl
from tests.factories.accounts import UserFactory
from tests.factories.session_notes import (
    PhotographFactory,
    SessionNoteFactory,
    StatementFactory,
    said,
)
from tests.factories.surveys import EditionFactory
from voice.audit.models import Entry
from voice.moderation.domain.reading import approve_comment
from voice.moderation.models import Reading
from voice.themes.queries.arranging import Arrangement, arranged, readings_at

pytestmark = pytest.mark.django_db

PLANTED = "xqzvtnhgpw"


@pytest.fixture
def worker():
    return UserFactory(worker=True)


@pytest.fixture
def note(worker):
    """Return a session that was sent, with a planted word in it."""
    return SessionNoteFactory(
        by=worker,
        edition=EditionFactory(),
        statements=[said(f"they call it {PLANTED}")],
    )


def test_readers_do_meet_the_words(note, sign_in):
    reader = sign_in(UserFactory(worker=True))
    seen = crawl(reader, reverse("surveys:session_notes", args=[note.survey.slug]))
    assert any(PLANTED in source for source in seen.values())


@pytest.mark.parametrize(
    "role",
    [
        {"worker": True, "outsider": True},
        {"editor": True},
        {"board": True},
        {"officer": True},
        {"administrator": True},
        {"owner": True},
    ],
)
def test_words_heard_in_a_session_reach_no_other_role(note, sign_in, role):
    client = sign_in(UserFactory(**role))
    comment = note.statements.get()
    directly = [
        reverse("surveys:session_notes", args=[note.survey.slug]),
        reverse("surveys:session_note", args=[note.survey.slug, note.pk]),
        reverse("surveys:print_note", args=[note.survey.slug, note.pk]),
        reverse("moderation:comment", args=[comment.pk]),
    ]
    seen = crawl(client, reverse("accounts:home"))
    seen |= {path: client.get(path).content.decode() for path in directly}
    assert [path for path, source in seen.items() if PLANTED in source] == []


def test_words_heard_are_in_no_column_entry_task_or_letter(note):
    comment = Comment.objects.get(session_note=note)
    for row in (note, comment, Reading.objects.get(), *Entry.objects.all()):
        assert PLANTED not in str(vars(row))
    assert PLANTED.encode() not in bytes(comment.sealed_words)
    assert all(PLANTED not in letter.body for letter in mail.outbox)


def test_what_is_read_is_in_themes_only_once_it_is_sent(note, worker):
    draft = StatementFactory(edition=note.edition, by=worker, draft=True)
    reader = UserFactory(worker=True)
    for reading in Reading.objects.select_related("comment"):
        approve_comment(reading, version=1, may_count=True, may_quote=True, by=reader)
    rows = arranged(draft.question, Arrangement())
    to_tag = [one.comment_id for one in readings_at(rows)]
    assert to_tag == [note.statements.get().pk]


def test_a_photograph_is_in_no_public_folder(note, settings, tmp_path, worker):
    settings.MEDIA_ROOT = str(tmp_path)
    PhotographFactory(edition=note.edition, by=worker)
    assert not list(tmp_path.rglob("*"))


def test_a_response_never_comes_of_it(note):
    assert not note.edition.responses.exists()
    assert SessionNote.objects.count() == 1
