import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from voice.council import due

pytestmark = [pytest.mark.on_both, pytest.mark.django_db]


@pytest.fixture
def works(monkeypatch):
    registered = {}
    monkeypatch.setattr(due, "_registered", registered)
    return registered


def fails(now):
    raise ValueError("no")


def test_one_work_that_fails_stops_no_other(works, caplog):
    due.register("a", fails)
    due.register("b", lambda now: [f"Did it at {now:%Y}."])
    now = timezone.now()
    assert list(due.do_due_work(now)) == [("a", None), ("b", [f"Did it at {now:%Y}."])]
    assert [record.getMessage() for record in caplog.records] == [
        "Due work “a” failed."
    ]


def test_command_says_what_was_done_and_ends_with_an_error_when_some_failed(
    works, capsys, caplog
):
    due.register("a", fails)
    due.register("b", lambda now: ["Did it."])
    with pytest.raises(CommandError) as refusal:
        call_command("run_due")
    assert str(refusal.value) == "Failed, and will be tried again: a."
    assert capsys.readouterr().out == "Did it.\n"
