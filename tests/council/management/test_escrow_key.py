import re

import pytest
from django.core.management import CommandError, call_command

from tests.factories.moderation import ReadingFactory
from voice.council.domain import keys
from voice.council.logic.sealing import CannotOpen

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _forget():
    keys._unwrapped.cache_clear()
    yield
    keys._unwrapped.cache_clear()


@pytest.fixture
def passphrase(tmp_path):
    path = tmp_path / "passphrase"
    path.write_text("seven otters sat on a violin\n")
    return str(path)


def test_a_database_is_restored_from_its_wrapped_keys_and_the_sealed_copy(
    settings, tmp_path, passphrase, capsys
):
    reading = ReadingFactory(approved=True, comment__words="come wen u say")
    call_command("escrow_key", passphrase_file=passphrase)
    printed = capsys.readouterr().out
    assert "11" * 8 not in re.sub(r"\s", "", printed)
    settings.MASTER_KEYS = ["lost:" + "77" * 32]
    keys._unwrapped.cache_clear()
    with pytest.raises(CannotOpen):
        reading.comment.read()
    paper = tmp_path / "paper.txt"
    paper.write_text(printed.lower())
    restored = tmp_path / "restored"
    call_command(
        "escrow_key", open=str(paper), to=str(restored), passphrase_file=passphrase
    )
    settings.MASTER_KEYS_FILE = str(restored)
    keys._unwrapped.cache_clear()
    assert reading.comment.read() == "come wen u say"
    assert reading.kept_text() == "come wen u say"
    assert restored.stat().st_mode & 0o777 == 0o600
    assert "11" * 32 not in capsys.readouterr().out


def test_nothing_is_written_over(tmp_path, passphrase, capsys):
    call_command("escrow_key", passphrase_file=passphrase)
    paper = tmp_path / "paper.txt"
    paper.write_text(capsys.readouterr().out)
    there = tmp_path / "there"
    there.write_text("mine")
    with pytest.raises(CommandError, match="is there already"):
        call_command(
            "escrow_key", open=str(paper), to=str(there), passphrase_file=passphrase
        )
    assert there.read_text() == "mine"


def test_wrong_passphrase_is_a_sentence(tmp_path, passphrase, capsys):
    call_command("escrow_key", passphrase_file=passphrase)
    paper = tmp_path / "paper.txt"
    paper.write_text(capsys.readouterr().out)
    wrong = tmp_path / "wrong"
    wrong.write_text("eight otters sat on a violin")
    with pytest.raises(CommandError, match="does not open this copy"):
        call_command(
            "escrow_key",
            open=str(paper),
            to=str(tmp_path / "out"),
            passphrase_file=str(wrong),
        )
    assert not (tmp_path / "out").exists()
