"""What an attack on everything told has come to."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from voice.releases.logic.attack import Bounds
from voice.releases.logic.intruder.problem import Place


@dataclass(frozen=True, slots=True)
class Pin:
    """Somebody's answer is certain: `people` of them did choose it, or did not.

    `hide` are the tables to leave out so that it is not.
    """

    kind: str
    key: str
    option: str
    sure: bool
    people: int
    hide: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Exposed:
    """A hidden count, or the rest beside “nearly all”, is known to the last person."""

    place: Place
    group: tuple[str, ...]
    option: str
    hide: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Interval:
    """What a hidden cell can stand for, once everything told has been used."""

    place: Place
    group: tuple[str, ...]
    option: str
    bounds: Bounds


@dataclass(frozen=True, slots=True)
class Findings:
    """What was tried, how long it took, and what came of it.

    `figures` were read, in `problems`. `changed` are questions and themes whose
    earlier figures do not fit today's answers, so that the newest was tried alone.
    `unread` are those no answers can explain. `ran_out_at`: where the time was over.
    """

    figures: int = 0
    problems: int = 0
    seconds: float = 0.0
    pins: Sequence[Pin] = ()
    exposed: Sequence[Exposed] = ()
    intervals: Sequence[Interval] = field(default_factory=list)
    changed: Sequence[Place] = ()
    unread: Sequence[Place] = ()
    ran_out_at: Place | None = None

    @property
    def holds(self) -> bool:
        """Say whether nothing can be worked out of anybody, as far as could be tried."""
        return not (self.pins or self.exposed or self.unread or self.ran_out_at)

    @property
    def to_hide(self) -> list[Place]:
        """Return every table that would have to be left out, once each."""
        ways = [one.hide for one in self.pins] + [one.hide for one in self.exposed]
        return sorted({place for hide in ways for place in hide})
