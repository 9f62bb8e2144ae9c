"""Where a theme's key theme of the Statement is chosen, from above.

The statement app, which lies above, registers what is offered, what is chosen, and how
another is chosen; a theme's own form asks here. Where nothing is registered, nothing is
offered.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from voice.accounts.models import User
from voice.themes.models import Theme

Pairs = Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Linking:
    """How themes are linked to key themes; a key theme goes by its id, as text.

    `offered` gives name and title of each key theme, in their order, for a theme or a
    new one (None); `chosen` the one a theme is linked to, or nothing; `choose` links it
    to the one of that name, or to none.
    """

    offered: Callable[[Theme | None], Pairs]
    chosen: Callable[[Theme], str]
    choose: Callable[[Theme, str, User], None]


_registered: list[Linking] = []


def register(linking: Linking) -> None:
    """Have themes be linked to key themes in this way."""
    _registered[:] = [linking]


def offered(theme: Theme | None) -> list[tuple[str, str]]:
    """Return the name and title of each key theme that a theme may be linked to."""
    return [pair for linking in _registered for pair in linking.offered(theme)]


def chosen(theme: Theme) -> str:
    """Return the name of the key theme that `theme` is linked to; empty for none."""
    return next((linking.chosen(theme) for linking in _registered), "")


def choose(theme: Theme, name: str, *, by: User) -> None:
    """Link `theme` to the key theme of this name; to none for an empty one."""
    for linking in _registered:
        linking.choose(theme, name, by)
