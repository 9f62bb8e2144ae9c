"""Tells the keys which columns of ours are sealed: the files that are evidence."""

from voice.council.enums import KeyPurpose
from voice.council.sealed_columns import SealedColumn, register
from voice.statement.models.evidence_file import KEY_OWNER, EvidenceFile


def register_columns() -> None:
    """Register the content of files."""
    register(
        SealedColumn(
            "statement.EvidenceFile",
            "sealed_content",
            KeyPurpose.KEPT,
            owner=lambda _file: KEY_OWNER,
            place=EvidenceFile.content_place,
        )
    )
