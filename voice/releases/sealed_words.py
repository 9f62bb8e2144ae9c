"""Tells the keys which columns of ours are sealed: exports, each under its own key."""

from voice.council.enums import KeyPurpose
from voice.council.sealed_columns import SealedColumn, register
from voice.releases.models import ExportPart


def register_columns() -> None:
    """Register the parts of exports."""
    register(
        SealedColumn(
            "releases.ExportPart",
            "sealed_lines",
            KeyPurpose.KEPT,
            owner=lambda part: part.export.key_owner(),
            place=ExportPart.place,
        )
    )
