"""Work done behind: making the file of a survey's answers, by its id alone."""

from datetime import datetime

from django.tasks import task

from voice.releases.domain.exporting import (
    end_exports,
    make_export,
    silent_exports,
    wait_again,
)


class ExportFailed(Exception):
    """Making an export failed; says the error's name, which holds no words."""


@task()
def make(export_id: int) -> None:
    """Make an export; nothing when it is not wanted any more.

    Raises ExportFailed, and `make_what_waits` tries again: what went wrong is kept by
    the queue, so its own message, which could quote words, is left behind.
    """
    try:
        make_export(export_id)
    except Exception as failed:  # noqa: BLE001 - whatever it is, it is told and tried again
        wait_again(export_id)
        raise ExportFailed(type(failed).__name__) from None


def make_soon(export_id: int) -> None:
    """Enqueue the making of an export."""
    make.enqueue(export_id)


def make_what_waits(now: datetime) -> list[str]:
    """Destroy exports whose time is over, and make anew what nobody makes; for run_due."""
    said = end_exports(now)
    again = silent_exports(now)
    for export_id in again:
        make.enqueue(export_id)
    return [*said, *([f"Exports: {len(again)} begun again."] if again else [])]
