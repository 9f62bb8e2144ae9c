"""How far somebody came who did not finish; pure."""

from collections.abc import Collection

from surveys.logic.definition import Definition


def reached(definition: Definition, answered: Collection[str]) -> int:
    """Return the place, from 1, of the furthest question that was sent; 0 for none.

    Skipping a question is sending it. Places are those of the edition.
    """
    places = enumerate(definition["questions"], 1)
    return max((place for place, one in places if one["key"] in answered), default=0)
