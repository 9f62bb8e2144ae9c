"""Tasks that a worker can be killed in the middle of, or that fail."""

import time
from pathlib import Path

from django.tasks import task

LONG = 120


@task()
def hold(path):
    """Say that it began; the first time go on for long, then end at once."""
    file = Path(path)
    begun = file.read_text() if file.exists() else ""
    file.write_text(f"{begun}began\n")
    if not begun:
        time.sleep(LONG)


@task()
def fail(path):
    """Write down that it was tried, and fail; but not once the file says that all is well."""
    file = Path(path)
    before = file.read_text() if file.exists() else ""
    if not before.startswith("well"):
        file.write_text(f"{before}tried\n")
        raise ValueError("It does not work.")
