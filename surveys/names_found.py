"""Where a higher app says what in a text looks as if it told who somebody is."""

from collections.abc import Callable, Sequence

Find = Callable[[str], Sequence[str]]
_registered: dict[str, Find] = {}


def register(name: str, function: Find) -> None:
    """Have `function` asked for the pieces of a text that could name somebody."""
    _registered[name] = function


def names_found(words: str) -> list[str]:
    """Return what could name somebody in `words`, each once, as it stands there.

    It misses things: a page that shows it says so.
    """
    found = (
        piece for name in sorted(_registered) for piece in _registered[name](words)
    )
    return list(dict.fromkeys(found))
