"""An edition's steps, read once and remembered by this process."""

from collections import OrderedDict
from threading import Lock

from surveys.logic.definition import Definition
from surveys.models import Edition

REMEMBERED = 64

_definitions: OrderedDict[tuple[int, str], Definition] = OrderedDict()
_lock = Lock()


def definition_of(edition: Edition) -> Definition:
    """Return what `edition` asks; from memory when this process has read it before.

    Kept by the edition's id and content hash, so never another edition's.
    """
    place = (edition.pk, edition.content_hash)
    with _lock:
        if place in _definitions:
            _definitions.move_to_end(place)
            return _definitions[place]
    definition: Definition = edition.definition
    with _lock:
        _definitions[place] = definition
        if len(_definitions) > REMEMBERED:
            _definitions.popitem(last=False)
    return definition


def forget_definitions() -> None:
    """Empty the memory; for tests, whose databases are rolled back."""
    with _lock:
        _definitions.clear()
