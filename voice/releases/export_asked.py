"""Where the work that makes exports is told that one was asked for."""

from collections.abc import Callable

ExportAsked = Callable[[int], None]
_registered: dict[str, ExportAsked] = {}


def register(name: str, function: ExportAsked) -> None:
    """Have `function` called, inside the same transaction, with the export's id."""
    _registered[name] = function


def export_asked(export_id: int) -> None:
    """Call every registered function, in the order of their names."""
    for name in sorted(_registered):
        _registered[name](export_id)
