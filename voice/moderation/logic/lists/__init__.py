"""The lists as they came with Voice: a text file each, kept by people.

Lines that begin with # are headings. Screening by phrases misses most things and says
so on the screen: people read every word.
"""

from functools import cache
from pathlib import Path

HERE = Path(__file__).resolve().parent
LANGUAGES = ("en", "ur", "pl", "sk", "pa", "bn")


@cache
def lines_of(name: str) -> tuple[str, ...]:
    """Return the lines of a list, headings among them."""
    return tuple((HERE / f"{name}.txt").read_text(encoding="utf-8").splitlines())


@cache
def words_in(name: str) -> frozenset[str]:
    """Return the words of a list, headings left out, folded as comments are."""
    from voice.moderation.logic.folding import folded

    return frozenset(
        word
        for line in lines_of(name)
        if not line.startswith("#")
        for word in folded(line).text.split()
    )
