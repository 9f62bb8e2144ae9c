"""Where the Statement's key themes are offered to questions, from above.

A question may be linked to a key theme while it is written; the statement app, which
lies above, registers how they are listed.
"""

from collections.abc import Callable, Sequence

KeyThemes = Callable[[], Sequence[tuple[str, str]]]
_registered: list[KeyThemes] = []


def register(list_them: KeyThemes) -> None:
    """Have `list_them` give the name and title of each key theme, in their order."""
    _registered[:] = [list_them]


def key_themes() -> list[tuple[str, str]]:
    """Return the name and title of each key theme; none where there is no Statement."""
    return [pair for list_them in _registered for pair in list_them()]
