"""Where the work that makes files of papers is told that one was asked for."""

from collections.abc import Callable

FileAsked = Callable[[int], None]
_registered: dict[str, FileAsked] = {}


def register(name: str, function: FileAsked) -> None:
    """Have `function` called, inside the same transaction, with the file's id."""
    _registered[name] = function


def file_asked(file_id: int) -> None:
    """Call every registered function, in the order of their names."""
    for name in sorted(_registered):
        _registered[name](file_id)
