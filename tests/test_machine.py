"""What is missing, or too old, is said in one sentence."""

import runpy
import sys
from pathlib import Path

import pytest

from tests import machine

MANAGE = Path(__file__).resolve().parents[1] / "manage.py"


@pytest.mark.parametrize(
    ("bring", "finds", "named"),
    [
        (machine.bring_chromium, "chromium", "Chromium"),
        (machine.bring_postgresql, "postgresql_programs", "PostgreSQL"),
        (machine.bring_machine_voice, "machine_voice", "espeak-ng and ffmpeg"),
        (machine.bring_typesetter, "typesetter", "Pango and Noto letters"),
    ],
)
def test_missing_program_is_named_where_it_cannot_be_installed(
    monkeypatch, bring, finds, named
):
    monkeypatch.setattr(machine, finds, lambda: None)
    monkeypatch.setattr(machine.os, "geteuid", lambda: 1000)
    with pytest.raises(machine.Missing) as told:
        bring()
    assert named in str(told.value)
    assert "apt-get install" in str(told.value)
    assert "\n" not in str(told.value)


def test_python_that_is_too_old_is_told_so_before_anything_is_imported(monkeypatch):
    monkeypatch.setattr(sys, "version_info", (3, 11, 7, "final", 0))
    monkeypatch.setattr(sys, "argv", ["manage.py", "demo"])
    with pytest.raises(SystemExit) as told:
        runpy.run_path(str(MANAGE), run_name="__main__")
    assert "needs Python 3.12 or newer; this is Python 3.11" in str(told.value)
