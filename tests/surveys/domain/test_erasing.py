import uuid

import pytest
from django.core.management import call_command

from surveys.domain.erasing import StillUnread, erase_response, replay_erasures
from surveys.models import Comment, Erasure, Response
from surveys.queries.counted import counted_responses
from tests.factories.accounts import UserFactory
from tests.factories.moderation import ConcernFactory, ReadingFactory
from tests.factories.retention import closed_edition, comment_in
from tests.factories.themes import TagFactory
from voice.audit.models import Entry
from voice.moderation.models import Concern, Decision, Reading
from voice.releases.models import Quote, Release
from voice.themes.models import Tag

pytestmark = [pytest.mark.on_both, pytest.mark.django_db]


@pytest.fixture
def file(settings, tmp_path):
    settings.ERASURES_FILE = str(tmp_path / "erasures.txt")
    return tmp_path / "erasures.txt"


@pytest.fixture
def comment():
    return comment_in(closed_edition(days=1), words="planted-word-zebra")


@pytest.fixture
def officer():
    return UserFactory(officer=True)


def test_everything_of_the_response_goes_and_counts_with_it(comment, officer):
    reading = ReadingFactory(comment=comment, approved=True)
    TagFactory(reading=reading)
    other = comment_in(comment.response.edition)
    survey = comment.survey
    erase_response(comment.response, by=officer)
    assert list(Comment.objects.all()) == [other]
    assert [one.id for one in counted_responses(survey)] == [other.response_id]
    assert (Tag.objects.count(), Decision.objects.count()) == (0, 0)
    assert Reading.objects.count() == 1


def quoted(comment):
    """Return a quote of a comment that is in a release."""
    release = Release.objects.create(
        survey=comment.survey,
        number=1,
        kind="figures",
        tables={},
        content_hash="0" * 64,
        counted=30,
    )
    return Quote.objects.create(
        release=release,
        comment=comment,
        text="as it was issued",
        language="en",
        question_key="do_more",
    )


def test_it_is_audited_by_id_alone_and_remembered(comment, officer):
    ReadingFactory(comment=comment, approved=True)
    pk = comment.response_id
    erase_response(comment.response, by=officer)
    erasure = Erasure.objects.get()
    assert (erasure.response_id, erasure.by) == (pk, officer)
    assert str(erasure) == str(pk)
    entry = Entry.objects.get(verb="surveys.erase_response")
    assert entry.actor == officer
    assert "zebra" not in str(entry.details)


def test_a_concern_stays_with_the_childs_exact_words(comment, officer):
    concern = ConcernFactory(reading=ReadingFactory(comment=comment, passed_on=True))
    erase_response(comment.response, by=officer)
    assert Concern.objects.get(pk=concern.pk).words() == "planted-word-zebra"
    assert (Response.objects.count(), Comment.objects.count()) == (0, 0)


def test_where_an_issued_quote_stands_an_empty_row_is_left_for_it(comment, officer):
    ReadingFactory(comment=comment, approved=True)
    quote = quoted(comment)
    erase_response(comment.response, by=officer)
    left = Comment.objects.get()
    assert (bytes(left.sealed_words), left.age_band) == (b"", "")
    assert Response.objects.get().answers == {}
    assert Response.objects.get().state == "withdrawn"
    assert list(counted_responses(comment.survey)) == []
    quote.refresh_from_db()
    assert quote.text == "as it was issued"


def test_what_nobody_has_read_is_not_erased(comment, officer):
    with pytest.raises(StillUnread):
        erase_response(comment.response, by=officer)
    assert Comment.objects.get().read() == "planted-word-zebra"
    assert Erasure.objects.count() == 0


def test_erasing_twice_is_erasing_once(comment, officer):
    ReadingFactory(comment=comment, approved=True)
    quoted(comment)
    erase_response(comment.response, by=officer)
    erase_response(Response.objects.get(), by=officer)
    assert Erasure.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_a_backup_brought_back_forgets_again(file, officer):
    comment = comment_in(closed_edition(days=1), words="planted-word-zebra")
    ReadingFactory(comment=comment, approved=True)
    response, backup = comment.response, bytes(comment.sealed_words)
    erase_response(Response.objects.get(pk=response.pk), by=officer)
    assert file.read_text() == f"{response.pk}\n"
    # The backup knows neither of the erasure nor of the key's later life.
    Erasure.objects.all().delete()
    response.save(force_insert=True)
    comment.sealed_words = backup
    comment.save(force_insert=True)
    assert replay_erasures() == (1, 1)
    assert (Response.objects.count(), Comment.objects.count()) == (0, 0)
    assert replay_erasures() == (1, 0)


def test_command_says_what_it_did(file, capsys):
    file.write_text(f"{uuid.uuid4()}\n")
    call_command("replay_erasures")
    assert capsys.readouterr().out == (
        "1 erasure is known. 0 responses had come back and were erased again.\n"
    )


def test_a_last_line_cut_short_by_a_crash_does_not_stop_the_others(file, comment):
    file.write_text(f"{comment.response_id}\nabc")
    assert replay_erasures() == (1, 1)


def test_a_damaged_line_is_named(file):
    file.write_text(f"nonsense\n{uuid.uuid4()}\n")
    with pytest.raises(ValueError, match="Line 1"):
        replay_erasures()
