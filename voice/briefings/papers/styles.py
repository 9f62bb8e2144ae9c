"""The versions a paper is set in, and what stops one from being made."""

from enum import StrEnum


class Style(StrEnum):
    """How a paper is set."""

    STANDARD = "standard"
    LARGE = "large"
    EASY = "easy"


class PaperNotMade(Exception):
    """A file could not be made; the sentence says why, for whoever asked for it."""
