"""The drill: what a backup brings back, what it never does, and what it says instead."""

import re
from io import StringIO
from pathlib import Path

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.management import CommandError, call_command
from django.db import connection

from surveys.domain.erasing import erase_response
from surveys.models import Comment, Response
from tests.factories.accounts import UserFactory
from tests.factories.moderation import ReadingFactory
from tests.factories.retention import closed_edition, comment_in
from voice.accounts.models import User
from voice.audit.domain.sealing import seal_entries
from voice.audit.domain.verifying import verify
from voice.audit.models import Entry
from voice.council.domain import keys
from voice.council.models import DataKey

pytestmark = [pytest.mark.on_both, pytest.mark.django_db(transaction=True)]


@pytest.fixture(autouse=True)
def _house(settings, tmp_path):
    """Give the house files of its own, and an empty storage of media."""
    settings.ERASURES_FILE = str(tmp_path / "erasures.txt")
    settings.AUDIT_CHECKPOINT = str(tmp_path / "checkpoint.json")
    settings.MEDIA_ROOT = str(tmp_path / "media")
    keys._unwrapped.cache_clear()
    yield
    keys._unwrapped.cache_clear()


@pytest.fixture
def comment():
    """Return a comment that was read."""
    comment = comment_in(closed_edition(days=1), words="planted-word-zebra")
    ReadingFactory(comment=comment, approved=True)
    return comment


@pytest.fixture
def back_up(tmp_path):
    """Return a function that makes a backup and returns its folder and its keys."""

    def made():
        said = StringIO()
        to = {"to": str(tmp_path / "backups"), "keys_to": str(tmp_path / "keys")}
        call_command("backup", **to, stdout=said)
        folder = re.search("^Backup: (.+)$", said.getvalue(), re.M)[1]
        where = re.search("kept apart: (.+)$", said.getvalue(), re.M)[1]
        assert "Recovery point: " in said.getvalue()
        return folder, where

    return made


def bring_back(made, **told):
    """Restore and return what the command said."""
    said = StringIO()
    call_command("restore", made[0], keys=made[1], stdout=said, **told)
    return said.getvalue()


def test_what_was_there_comes_back_and_what_was_erased_since_stays_erased(
    comment, back_up, settings
):
    officer = UserFactory(officer=True)
    other = comment_in(comment.response.edition, words="planted-word-heron")
    ReadingFactory(comment=other, approved=True)
    default_storage.save("pages/park.txt", ContentFile(b"a picture"))
    seal_entries()
    made = back_up()
    erase_response(Response.objects.get(pk=comment.response_id), by=officer)
    later = UserFactory(email="came.later@calderwick.example")
    Comment.objects.filter(pk=other.pk).update(sealed_words=b"spoilt")
    DataKey.objects.all().delete()
    default_storage.delete("pages/park.txt")
    default_storage.save("pages/later.txt", ContentFile(b"later"))
    said = bring_back(made, replace=True)
    assert "1 erasures are known; 1 responses had come back" in said
    assert "Recovery point: " in said
    assert "Recovery time: " in said
    assert [one.read() for one in Comment.objects.all()] == ["planted-word-heron"]
    assert not Response.objects.filter(pk=comment.response_id).exists()
    assert not User.objects.filter(pk=later.pk).exists()
    with default_storage.open("pages/park.txt") as picture:
        assert picture.read() == b"a picture"
    assert not default_storage.exists("pages/later.txt")
    assert Entry.objects.filter(verb="records.restore").exists()
    seal_entries()
    assert [found.sentence for found in verify()] == []


def test_a_backup_holds_no_word_no_key_and_nothing_in_the_clear(comment, back_up):
    default_storage.save("pages/park.txt", ContentFile(b"a picture of the park"))
    wrapped = bytes(DataKey.objects.exclude(wrapped=None)[0].wrapped)
    folder, where = back_up()
    written = [*Path(folder).iterdir(), Path(where)]
    for file in written:
        kept = file.read_bytes()
        assert file.stat().st_mode & 0o077 == 0
        for planted in (b"zebra", b"a picture of", b"council_datakey", wrapped):
            assert planted not in kept
    assert Path(where).parent != Path(folder).parent


def damage(file):
    kept = bytearray(file.read_bytes())
    kept[len(kept) // 2] ^= 1
    file.write_bytes(kept)


def refused(made, **told):
    """Return the one sentence that a restore is refused with, having changed nothing."""
    before = connection.introspection.table_names(), User.objects.count()
    with pytest.raises(CommandError) as told_so:
        bring_back(made, **told)
    assert (connection.introspection.table_names(), User.objects.count()) == before
    assert str(told_so.value).endswith("Nothing was changed.")
    assert "\n" not in str(told_so.value)
    return str(told_so.value)


def test_what_is_damaged_missing_or_anothers_is_told_in_one_sentence(
    comment, back_up, settings, tmp_path
):
    Path(settings.ERASURES_FILE).write_text("")
    default_storage.save("pages/park.txt", ContentFile(b"a picture"))
    made = back_up()
    folder, where = Path(made[0]), Path(made[1])
    assert "This house is not empty." in refused(made)
    files = sorted(folder.glob("0*.sealed"))
    for number, what in enumerate(("database", "media pages/park.txt")):
        kept = files[number].read_bytes()
        damage(files[number])
        assert f"A file is damaged: {what} (00000{number}" in refused(made)
        files[number].unlink()
        assert f"A file is missing: {what} (00000{number}" in refused(made)
        files[number].write_bytes(kept)
    keys_kept = where.read_bytes()
    damage(where)
    assert "A file is damaged: keys" in refused(made)
    where.write_bytes(keys_kept)
    assert "There is no backup in" in refused((str(tmp_path), made[1]))
    settings.BACKUP_KEY = "44" * 32
    assert "VOICE_BACKUP_KEY is not the key" in refused(made)
    settings.BACKUP_KEY = "33" * 32
    settings.MASTER_KEYS = ["test:" + "77" * 32]
    keys._unwrapped.cache_clear()
    assert "is not the one that wrapped" in refused(made)
    settings.MASTER_KEYS = ["test:" + "11" * 32]
    Path(settings.ERASURES_FILE).unlink()
    assert "There is no file of erasures in this house." in refused(made, replace=True)
    damage(folder / "contents.sealed")
    assert "list of contents is damaged" in refused(made)
