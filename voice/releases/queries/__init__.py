"""Reads of releases; every issued one is checked against its hash first."""

from voice.releases.queries.releases import (
    ReleaseAltered,
    hash_of,
    issued_releases,
    latest_release,
    quotes_of,
    verified,
)

__all__ = [
    "ReleaseAltered",
    "hash_of",
    "issued_releases",
    "latest_release",
    "quotes_of",
    "verified",
]
