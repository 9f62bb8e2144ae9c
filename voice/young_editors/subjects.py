"""Where higher apps register what young editors can be asked to look at."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from voice.accounts.permissions import Visitor
from voice.young_editors.enums import Kind
from voice.young_editors.logic.passages import Passage, fingerprint_of


@dataclass(frozen=True, slots=True)
class Subject:
    """One thing that can be looked at, as it stands now.

    `survey` is the id of the survey it speaks from. `refused`
    says why it cannot be shown now, `is_out` that others read it already. `href` leads
    to where it is written.
    """

    kind: Kind
    pk: int
    title: str
    survey: int | None
    passages: Sequence[Passage]
    href: str
    is_out: bool = False
    refused: Sequence[str] = field(default_factory=tuple)

    @property
    def fingerprint(self) -> str:
        """Return what a yes to all of its words is told by."""
        return fingerprint_of(self.passages)


@dataclass(frozen=True, slots=True)
class Source:
    """How things of one kind are found: one by its id, and those `user` writes."""

    find: Callable[[int], Subject | None]
    theirs: Callable[[Visitor], Mapping[int, str]]


_registered: dict[Kind, Source] = {}


def register(
    kind: Kind,
    *,
    find: Callable[[int], Subject | None],
    theirs: Callable[[Visitor], Mapping[int, str]],
) -> None:
    """Have things of `kind` found: one by its id; titles, by id, of those `user` writes."""
    _registered[kind] = Source(find, theirs)


def subject_of(kind: str, pk: int) -> Subject | None:
    """Return what stands under `kind` and id now; None when there is no such thing."""
    source = _registered.get(Kind(kind))
    return source.find(pk) if source else None


def subjects_of(user: Visitor) -> dict[Kind, Mapping[int, str]]:
    """Return what `user` writes that can be looked at, by kind: titles by id."""
    return {
        kind: _registered[kind].theirs(user) for kind in Kind if kind in _registered
    }
