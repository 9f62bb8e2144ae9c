"""Reads of releases; every issued one is checked against its hash first."""

from voice.releases.queries.releases import (
    ReleaseAltered,
    correction_of,
    hash_of,
    issued_releases,
    latest_release,
    quotes_of,
    recalled_releases,
    standing_releases,
    verified,
)

__all__ = [
    "ReleaseAltered",
    "correction_of",
    "hash_of",
    "issued_releases",
    "latest_release",
    "quotes_of",
    "recalled_releases",
    "standing_releases",
    "verified",
]
