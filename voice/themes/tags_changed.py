"""Where the work that learns from tags is told that a question's tags changed."""

from collections.abc import Callable

TagsChanged = Callable[[int], None]
_registered: dict[str, TagsChanged] = {}


def register(name: str, function: TagsChanged) -> None:
    """Have `function` called, inside the same transaction, with the question's id."""
    _registered[name] = function


def tags_changed(question_id: int) -> None:
    """Call every registered function, in the order of their names."""
    for name in sorted(_registered):
        _registered[name](question_id)
