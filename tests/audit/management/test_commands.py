import pytest
from django.core.management import call_command
from django.db import models

from voice.accounts.models import User
from voice.audit.domain.record import record
from voice.audit.models import Entry

pytestmark = pytest.mark.django_db


def test_sealing_says_how_many_entries_it_sealed(capsys):
    record("accounts.tested", User, by=None)
    record("accounts.tested", User, by=None)
    call_command("seal_audit")
    assert capsys.readouterr().out == "Sealed 2 entries as seal 1.\n"


def test_verifying_a_whole_audit_says_so(capsys):
    record("accounts.tested", User, by=None)
    call_command("seal_audit")
    call_command("verify_audit")
    out = capsys.readouterr().out.splitlines()
    assert out[-1] == "The audit is whole: 1 entries, 1 seals."


def test_verifying_a_broken_audit_exits_with_one_and_a_sentence(capsys):
    entry = record("accounts.tested", User, by=None)
    call_command("seal_audit")
    models.QuerySet(Entry).update(verb="accounts.other")
    with pytest.raises(SystemExit) as stopped:
        call_command("verify_audit")
    assert stopped.value.code == 1
    assert capsys.readouterr().err == (
        f"edited: Entry {entry.id} was altered, or was not written by this house.\n"
    )
