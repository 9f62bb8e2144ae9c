"""Full: is every theme that many young people said answered? Pure.

Lundy's first F. What is heard from few is answered in words of its own; “Something
else” is no theme. Only protected figures are looked at, as the release tells them.
"""

from collections.abc import Collection, Iterable, Mapping
from typing import Any

SOMETHING_ELSE = "something_else"
TOO_FEW = frozenset({"few", "fewer_than", "not_shown", "none"})

ThemeTold = Mapping[str, Any]


def is_heard_often(theme: ThemeTold, *, share: int) -> bool:
    """Say whether a theme of a release is told by `share` percent or more.

    Told in words alone, it is unless they are “a few” or less.
    """
    if theme["heard_from_few"] or theme["kind"] == SOMETHING_ELSE:
        return False
    if theme["share"] is not None:
        return bool(theme["share"] >= share)
    return theme["count"]["code"] not in TOO_FEW


def to_answer(themes: Iterable[ThemeTold], *, share: int) -> list[ThemeTold]:
    """Return the themes that a reply must answer, or say why it does not."""
    return [theme for theme in themes if is_heard_often(theme, share=share)]


def left_out(
    themes: Iterable[ThemeTold], answered: Collection[str], *, share: int
) -> list[ThemeTold]:
    """Return the themes that must be answered and are not; `answered` are keys."""
    return [
        theme
        for theme in to_answer(themes, share=share)
        if theme["key"] not in answered
    ]


def from_few(themes: Iterable[ThemeTold]) -> list[ThemeTold]:
    """Return the themes that few say and that were kept all the same."""
    return [theme for theme in themes if theme["heard_from_few"]]
