"""Where higher apps register what came of what was heard: promises, replies, papers."""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, field, replace
from datetime import date

from voice.accounts.permissions import Visitor


@dataclass(frozen=True, slots=True)
class Ground:
    """What something may rest on, as ids."""

    consultations: Collection[int] = field(default_factory=frozenset)
    releases: Collection[int] = field(default_factory=frozenset)
    key_themes: Collection[int] = field(default_factory=frozenset)
    actions: Collection[int] = field(default_factory=frozenset)


@dataclass(frozen=True, slots=True)
class Led:
    """One thing that came of what was heard: what it is, its words, how it stands.

    `href` is for the desk; `board_href` for the board, empty where it has no page there.
    `is_issued` says whether those outside the desk may know of it. The ids say what it
    rests on; `language` is the one its words are really in, empty for the page's own.
    `beside` is what young people say of it, where they were asked; `is_disputed` says
    that it is not what officers say. `name` is that of whoever registered it.
    """

    kind: str
    words: str
    href: str
    state: str = ""
    on: date | None = None
    is_issued: bool = True
    board_href: str = ""
    language: str = ""
    consultation: int | None = None
    release: int | None = None
    key_theme: int | None = None
    action: int | None = None
    beside: str = ""
    is_disputed: bool = False
    name: str = ""


Leads = Callable[[Ground], list[Led]]
Question = Callable[[Visitor], bool]
_registered: dict[str, tuple[Leads, Question]] = {}


def register(name: str, function: Leads, *, may_open: Question) -> None:
    """Have `function` asked what of its own rests on a ground; no child's words.

    `may_open` says who at the desk may follow its links.
    """
    _registered[name] = function, may_open


def led_by(ground: Ground) -> list[Led]:
    """Return everything that rests on `ground`, by the names they were registered by."""
    return [
        replace(found, name=name)
        for name in sorted(_registered)
        for found in _registered[name][0](ground)
    ]


def for_reader(led: Iterable[Led], user: Visitor) -> list[Led]:
    """Return `led` with links to what `user` may open, and no other."""
    may = {name: question(user) for name, (_leads, question) in _registered.items()}
    return [one if may[one.name] else replace(one, href="") for one in led]


def for_board(led: Iterable[Led]) -> list[Led]:
    """Return what the board may know of, with links to its own pages alone."""
    return [replace(one, href=one.board_href) for one in led if one.is_issued]
