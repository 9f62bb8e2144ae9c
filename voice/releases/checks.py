"""Refuses to start with numbers protected by less than the floor."""

from typing import Any

from django.core.checks import CheckMessage, Error

from voice.releases.logic.rule import RuleTooWeak
from voice.releases.queries.rule import current_rule


def rule_is_strong_enough(**kwargs: Any) -> list[CheckMessage]:
    """Return an error when the settings ask for less than 10/5."""
    try:
        current_rule()
    except RuleTooWeak as weak:
        return [
            Error(
                str(weak),
                hint="Set DISCLOSURE_THRESHOLD and DISCLOSURE_BASE to 10 and 5.",
                id="releases.E001",
            )
        ]
    return []
