"""Keeps what became of each theme, and how it was before."""

from typing import Any

from voice.accounts.models import User
from voice.themes.enums import ChangeKind
from voice.themes.models import Theme, ThemeChange

# What a theme is; `guid`, `codebook` and `kind` never change.
KEPT = (
    "name",
    "sentence",
    "wordings",
    "include",
    "exclude",
    "example",
    "colour",
    "state",
    "heard_from_few",
    "parent_id",
    "merged_into_id",
)


def stands_as(theme: Theme) -> dict[str, Any]:
    """Return what a theme is, in names and values that JSON can hold."""
    return {name.removesuffix("_id"): getattr(theme, name) for name in KEPT}


def keep_change(
    theme: Theme,
    kind: ChangeKind,
    *,
    before: dict[str, Any],
    by: User,
    **beside: Any,
) -> ThemeChange:
    """Write one step of a theme's history, inside the caller's transaction.

    `before` is what `stands_as` said before, empty for a new theme; of both sides only
    what differs is kept. `beside` goes with the after: ids and numbers.
    """
    now = stands_as(theme)
    changed = [name for name in now if before.get(name) != now[name]]
    return ThemeChange.objects.create(
        theme=theme,
        kind=kind,
        before={name: before[name] for name in changed if name in before},
        after={name: now[name] for name in changed} | beside,
        by=by,
    )
