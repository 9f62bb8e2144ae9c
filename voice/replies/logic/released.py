"""Which numbers a release has let out; pure."""

from collections.abc import Iterator, Mapping

# What voice.releases.logic.tables calls its codes, as the linter writes them.
WRITTEN = {"count": "{}", "percent": "{}%", "fewer_than": "<{}"}


def _figures(part: object) -> Iterator[Mapping[str, object]]:
    """Give every Figure inside a part of a release's tables."""
    if isinstance(part, Mapping):
        if "code" in part and "number" in part:
            yield part
        for inner in part.values():
            yield from _figures(inner)
    elif isinstance(part, list):
        for inner in part:
            yield from _figures(inner)


def released_numbers(tables: object) -> frozenset[str]:
    """Return every number of a release's tables: “45” counts, “30%”, “<10”.

    `tables` has the shape of voice.releases.logic.tables.Tables; a words-only
    release has no numbers, and neither has what is not a Figure in it.
    """
    return frozenset(
        WRITTEN[str(figure["code"])].format(figure["number"])
        for figure in _figures(tables)
        if figure["code"] in WRITTEN and figure["number"] is not None
    )
