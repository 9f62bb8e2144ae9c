"""A task that a worker can be killed in the middle of."""

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
