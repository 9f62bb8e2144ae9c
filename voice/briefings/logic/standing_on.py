"""Which sources a worker's words were written from; pure."""

from collections.abc import Mapping, Sequence

from voice.briefings.logic.linting import Fault, Known, lint


def stands_on(
    words: str, *, own: Sequence[int], numbers: Mapping[int, frozenset[str]]
) -> list[int]:
    """Return the numbers of the sources that a paragraph was read against.

    `numbers` has what each source of the paper let out, as Known.numbers. A paragraph
    stands on its section's `own` sources, and on each other that let out a figure it
    says and they did not; where its section has none, on every source of the paper.
    """
    if not own:
        return sorted(numbers)
    found = list(own)
    known = frozenset().union(*(numbers[one] for one in found))
    for one in sorted(set(numbers) - set(own)):
        more = known | numbers[one]
        if _unknown(words, more) < _unknown(words, known):
            found.append(one)
            known = more
    return sorted(found)


def _unknown(words: str, numbers: frozenset[str]) -> int:
    """Return how many figures the words say that are not among these."""
    found = lint(words, known=Known(numbers=numbers))
    return sum(one.fault == Fault.NOT_RELEASED for one in found)
