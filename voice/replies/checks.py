"""Refuses to start where replies might leave out what many young people said."""

from typing import Any

from django.core.checks import CheckMessage, Error

from voice.replies.queries.share import ShareOutOfRange, answered_from


def share_is_in_range(**kwargs: Any) -> list[CheckMessage]:
    """Return an error when themes of more than a quarter might go unanswered."""
    try:
        answered_from()
    except ShareOutOfRange as wrong:
        return [Error(str(wrong), hint="10 is usual.", id="replies.E001")]
    return []
