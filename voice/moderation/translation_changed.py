"""Where higher apps register what must happen when an approved translation changes."""

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from voice.moderation.models import Reading

TranslationChanged = Callable[["Reading"], None]
_registered: dict[str, TranslationChanged] = {}


def register(name: str, function: TranslationChanged) -> None:
    """Have `function` called, inside the same transaction, with the reading.

    Called when a translation was approved, and when an approval was taken back.
    """
    _registered[name] = function


def translation_changed(reading: "Reading") -> None:
    """Call every registered function, in the order of their names."""
    for name in sorted(_registered):
        _registered[name](reading)
