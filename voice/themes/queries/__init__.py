"""Reads of codebooks, themes and tags; only kept text is ever reached from here."""

from voice.themes.queries.codebooks import IN_USE, codebooks_of, themes_for
from voice.themes.queries.tagging import tagging_progress
from voice.themes.queries.theme import (
    comments_of_theme,
    themes_by_response,
    themes_of,
)
from voice.themes.queries.understood import how_far_understood

__all__ = [
    "IN_USE",
    "codebooks_of",
    "comments_of_theme",
    "how_far_understood",
    "tagging_progress",
    "themes_by_response",
    "themes_for",
    "themes_of",
]
