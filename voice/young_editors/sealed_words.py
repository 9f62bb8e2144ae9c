"""Tells the keys which columns of ours are sealed, and under whose key."""

from functools import partial
from typing import Any

from voice.council.enums import KeyPurpose
from voice.council.sealed_columns import SealedColumn, register


def register_columns() -> None:
    """Register what young editors wrote, and what they are told."""
    for column in ("words", "told"):
        register(
            SealedColumn(
                "young_editors.EditorsComment",
                f"sealed_{column}",
                KeyPurpose.RAW,
                owner=lambda row: row.owner(),
                place=partial(_place, column=column),
            )
        )


def _place(row: Any, *, column: str) -> str:
    """Return what a column of a row is bound to."""
    return str(row.place(column))
