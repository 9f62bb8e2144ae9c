"""Themes as they may be told: over those who wrote something that is kept."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from voice.releases.logic.cells import told_cell
from voice.releases.logic.protected import (
    A_FEW,
    NOT_SHOWN,
    Protected,
    protect_share,
)
from voice.releases.logic.rule import SMALLEST_IN_WORDS, Rule
from voice.releases.logic.tables import ThemeRow

SOMETHING_ELSE = "something_else"
# In words alone a theme is named from two: one child's words are no theme.
TWO = 2


@dataclass(frozen=True, slots=True)
class ThemeEntry:
    """What a release tells of a theme besides its number."""

    key: str
    name: str
    sentence: str
    colour: str
    kind: str
    heard_from_few: bool


@dataclass(frozen=True, slots=True)
class ThemeTable:
    """The rows that are told, and whether some themes are not named."""

    rows: list[ThemeRow]
    not_named: bool


def tell_themes(
    themes: Sequence[ThemeEntry],
    said: Mapping[str, frozenset[str]],
    rule: Rule,
    *,
    words_only: bool,
    in_words: bool = False,
) -> ThemeTable:
    """Return the themes as they may be told, most heard first, the rest last.

    `said` maps each response with a kept comment to the keys of its themes. A
    theme of under 10 is folded into “Something else”, unless the codebook keeps it
    as heard from few: then it is told, always in words. `in_words` are told among
    figures without a digit: one person alone found them.
    """
    of = len(said)
    sizes = {theme.key: _holders(said, {theme.key}) for theme in themes}
    few = [theme for theme in themes if theme.heard_from_few and sizes[theme.key]]
    plain = [theme for theme in themes if not theme.heard_from_few]
    if not words_only:
        folded = _folded(plain, sizes, rule)
        plain = [theme for theme in plain if theme.key not in folded]
        _count_together(plain, folded, said, sizes)
        plain = [theme for theme in plain if sizes[theme.key] >= rule.threshold]
        not_named = of >= rule.threshold
    else:
        plain = [theme for theme in plain if _is_a_theme(sizes[theme.key], of)]
        not_named = True
    told = sorted(
        (
            (
                _in_words(sizes[theme.key], of)
                if words_only
                else _in_figures(sizes[theme.key], of, rule, blurred=in_words),
                theme,
            )
            for theme in plain
        ),
        key=lambda pair: (_order(pair[0]), pair[1].name),
    )
    rows = [_row(theme, *value) for value, theme in told]
    rows += [
        _row(theme, A_FEW, None) for theme in sorted(few, key=lambda one: one.name)
    ]
    rows.sort(key=lambda row: row["kind"] == SOMETHING_ELSE)
    return ThemeTable(rows, not_named)


def _holders(said: Mapping[str, frozenset[str]], keys: Iterable[str]) -> int:
    """Return how many responses say at least one of these themes."""
    wanted = frozenset(keys)
    return sum(bool(wanted & themes) for themes in said.values())


def _folded(
    themes: Iterable[ThemeEntry], sizes: Mapping[str, int], rule: Rule
) -> set[str]:
    """Return the themes too small to be named."""
    return {
        theme.key
        for theme in themes
        if theme.kind != SOMETHING_ELSE and sizes[theme.key] < rule.threshold
    }


def _count_together(
    themes: Iterable[ThemeEntry],
    folded: set[str],
    said: Mapping[str, frozenset[str]],
    sizes: dict[str, int],
) -> None:
    """Count everybody of a folded theme under “Something else”."""
    for theme in themes:
        if theme.kind == SOMETHING_ELSE:
            sizes[theme.key] = _holders(said, folded | {theme.key})


def _is_a_theme(holders: int, of: int) -> bool:
    """Say whether words alone may name a theme: said by two, of five who wrote."""
    return holders >= TWO and of >= SMALLEST_IN_WORDS


Value = tuple[Protected, Protected | None]


def _in_words(size: int, of: int) -> Value:
    """Return one theme's share as words alone tell it."""
    return protect_share(size, of), None


def _in_figures(size: int, of: int, rule: Rule, *, blurred: bool) -> Value:
    """Return one theme's count and share as they may be told; in words when blurred."""
    if of < rule.threshold:
        return NOT_SHOWN, None
    told = told_cell(size, of, rule, blurred=blurred)
    return told.count, told.percent


def _order(value: Value) -> int:
    """Return a sort key made from what is told alone: the true order is not told."""
    count = value[0]
    words = ("nearly_all", "most", "about_half", "some", "few")
    if count.number is not None:
        return -count.number
    return words.index(count.code) - 10_000_000 if count.code in words else 0


def _row(theme: ThemeEntry, count: Protected, percent: Protected | None) -> ThemeRow:
    """Return one theme as it travels in a release."""
    return {
        "key": theme.key,
        "name": theme.name,
        "sentence": theme.sentence,
        "colour": theme.colour,
        "kind": theme.kind,
        "heard_from_few": theme.heard_from_few,
        "count": count.figure(),
        "percent": None if percent is None else percent.figure(),
        "share": None if percent is None else percent.share,
    }
