import logging
import secrets

import pytest
from django.core.management import call_command
from django.core.management.base import SystemCheckError

from tests.factories.accounts import UserFactory
from tests.factories.moderation import ReadingFactory
from voice import master_keys
from voice.council.checks import refuse_wrong_keys
from voice.council.domain import keys
from voice.council.enums import KeyPurpose
from voice.master_keys import MasterKeysUnusable

KEY = "ab" * 32


@pytest.fixture
def file(settings, tmp_path):
    path = tmp_path / "master-keys"

    def written(text, mode=0o600):
        path.write_text(text)
        path.chmod(mode)
        settings.MASTER_KEYS_FILE = str(path)
        return path

    return written


def test_keys_come_from_the_file_and_the_first_is_in_use(file):
    file(f"# ours\ntwo:{'cd' * 32}\n\none:{KEY}\n")
    assert list(master_keys.master_keys()) == ["two", "one"]


def test_a_changed_file_is_read_again(file):
    path = file(f"one:{KEY}\n")
    assert list(master_keys.master_keys()) == ["one"]
    path.write_text(f"two:{'cd' * 32}\none:{KEY}\n")
    assert list(master_keys.master_keys()) == ["two", "one"]


@pytest.mark.parametrize("mode", [0o604, 0o620, 0o666])
def test_a_file_others_can_read_or_change_is_refused(file, mode):
    path = file(f"one:{KEY}\n", mode)
    with pytest.raises(MasterKeysUnusable, match=f"by others: {path}"):
        master_keys.master_keys()


def test_a_file_that_is_not_there_is_named(settings):
    settings.MASTER_KEYS_FILE = "/nowhere/keys"
    with pytest.raises(MasterKeysUnusable, match="cannot be found: /nowhere/keys"):
        master_keys.master_keys()


@pytest.mark.parametrize(
    "line", ["one", f":{KEY}", "one:zz", "one:abcd", f"one:{KEY}\none:{KEY}"]
)
def test_a_line_that_is_no_key_is_numbered_and_never_shown(file, line):
    file(f"{line}\n")
    with pytest.raises(MasterKeysUnusable, match=r"Master key \d") as error:
        master_keys.master_keys()
    assert KEY not in str(error.value)


def test_no_key_at_all_is_said(settings):
    settings.MASTER_KEYS = []
    with pytest.raises(MasterKeysUnusable, match="no master key in VOICE_MASTER_KEYS"):
        master_keys.master_keys()


def test_a_new_key_goes_first_in_the_file(file):
    path = file(f"one:{KEY}\n")
    assert master_keys.add_master_key("2027")
    assert not master_keys.add_master_key("2027")
    assert list(master_keys.master_keys()) == ["2027", "one"]
    assert path.stat().st_mode & 0o777 == 0o600


@pytest.fixture
def wrong_key(settings, db):
    """Have something sealed, and then another key of the same name."""
    reading = ReadingFactory(comment__words="purple-otter-words")
    settings.MASTER_KEYS = [f"test:{secrets.token_hex(32)}"]
    keys._unwrapped.cache_clear()
    yield reading
    keys._unwrapped.cache_clear()


def test_a_server_does_not_start_with_the_wrong_key(wrong_key, settings):
    with pytest.raises(Exception, match=r"“test”.*not the one that wrapped") as error:
        refuse_wrong_keys()
    assert settings.MASTER_KEYS[0][5:] not in str(error.value)


def test_commands_do_not_run_with_the_wrong_key(wrong_key):
    with pytest.raises(SystemCheckError, match=r"voice\.E010"):
        call_command("run_due", skip_checks=False)


def test_commands_do_not_run_without_a_key_that_wrapped_something(settings, db):
    ReadingFactory()
    settings.MASTER_KEYS = [f"other:{secrets.token_hex(32)}", *settings.MASTER_KEYS]
    keys._unwrapped.cache_clear()
    ReadingFactory()
    call_command("run_due", skip_checks=False)
    settings.MASTER_KEYS = settings.MASTER_KEYS[1:]
    keys._unwrapped.cache_clear()
    with pytest.raises(SystemCheckError, match=r"voice\.E010.*“other”"):
        call_command("run_due", skip_checks=False)


@pytest.mark.django_db
def test_a_command_opens_two_keys_of_each_master_key_however_many_there_are(
    django_assert_num_queries, monkeypatch
):
    for number in range(20):
        keys.seal_text(
            "x", owner=f"survey:{number}", purpose=KeyPurpose.RAW, bound_to="x"
        )
    opened = []
    really = keys._opened
    monkeypatch.setattr(keys, "_opened", lambda row: opened.append(row) or really(row))
    with django_assert_num_queries(2):
        keys.check_each_master_key()
    assert [row.owner for row in opened] == ["survey:0", "survey:19"]
    keys.check_every_key()
    assert len(opened) == 22


@pytest.mark.django_db
def test_the_right_key_starts():
    ReadingFactory()
    refuse_wrong_keys()


def test_page_says_kindly_that_words_cannot_be_opened(
    wrong_key, client, caplog, settings
):
    reader = UserFactory(worker=True)
    client.force_login(reader, backend="django.contrib.auth.backends.ModelBackend")
    with caplog.at_level(logging.ERROR):
        page = client.get(f"/desk/reading/comment/{wrong_key.comment_id}/")
    assert page.status_code == 503
    shown = page.content.decode()
    assert "These words cannot be opened now" in shown
    said = " ".join(record.getMessage() for record in caplog.records)
    assert "“test”" in said
    for secret in (settings.MASTER_KEYS[0][5:], "purple-otter", "CannotOpen"):
        assert secret not in shown
        assert secret not in said
