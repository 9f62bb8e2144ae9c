import pytest

from voice.records.domain import backing_up, databases
from voice.records.domain.backing_up import backup_key, make_backup
from voice.records.logic.backup_contents import BackupUnusable

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("key", ["", "abc", "zz" * 32, "11" * 32, "22" * 32])
def test_a_key_that_is_none_or_another_is_refused(settings, key):
    settings.BACKUP_KEY = key
    with pytest.raises(BackupUnusable, match="VOICE_BACKUP_KEY"):
        backup_key()


@pytest.mark.parametrize("inside", ["", "keys"])
def test_keys_are_never_kept_with_the_backups(tmp_path, inside):
    with pytest.raises(BackupUnusable, match="a folder of their own"):
        make_backup(tmp_path, keys_to=tmp_path / inside)
    assert list(tmp_path.iterdir()) == []


def test_one_that_fails_leaves_nothing_behind(tmp_path, monkeypatch):
    def fails():
        yield b"half of it"
        raise OSError

    monkeypatch.setattr(backing_up, "dumped", fails)
    with pytest.raises(OSError):
        make_backup(tmp_path / "backups", keys_to=tmp_path / "keys")
    assert [*tmp_path.glob("backups/*"), *tmp_path.glob("keys/*")] == []


def test_a_program_that_is_not_there_is_named(monkeypatch):
    monkeypatch.setattr(databases.shutil, "which", lambda _name: None)
    with pytest.raises(BackupUnusable, match="pg_dump is not in the PATH"):
        list(databases._dumped_postgresql())
