"""How much one device, and all of them together, may ask of us in a time; pure.

A ceiling is a bucket of tokens: each request takes one, and so many come back each
second. It is never kept for an address: a whole school shares one.
"""

from collections import OrderedDict
from dataclasses import dataclass, field
from threading import Lock

# Older devices are forgotten first; a forgotten one begins with a full bucket.
DEVICES = 20_000


@dataclass(frozen=True, slots=True)
class Ceiling:
    """So many at once, and so many more each second."""

    at_once: int
    a_second: float


@dataclass(slots=True)
class Bucket:
    """What is left under one ceiling, as it was at a moment (in seconds)."""

    ceiling: Ceiling
    left: float
    seen: float

    def fill(self, now: float) -> None:
        """Put back what has come since it was last seen."""
        more = max(0.0, now - self.seen) * self.ceiling.a_second
        self.left = min(float(self.ceiling.at_once), self.left + more)
        self.seen = now


@dataclass
class Ceilings:
    """A ceiling for each device, and one for all together."""

    each: Ceiling
    together: Ceiling
    _devices: OrderedDict[str, Bucket] = field(default_factory=OrderedDict)
    _all: Bucket | None = None
    _lock: Lock = field(default_factory=Lock)

    def refuses(self, device: str, *, now: float) -> int:
        """Count one request; return after how many seconds to ask again, 0 if it may pass.

        `device` is the secret it holds; an empty one counts under the common ceiling
        alone. What is refused is not counted.
        """
        with self._lock:
            wanted = [self._common(now)]
            if device:
                wanted.append(self._of(device, now))
            for bucket in wanted:
                bucket.fill(now)
            short = [bucket for bucket in wanted if bucket.left < 1]
            if short:
                return max(1 + int((1 - b.left) / b.ceiling.a_second) for b in short)
            for bucket in wanted:
                bucket.left -= 1
            return 0

    def _common(self, now: float) -> Bucket:
        """Return the bucket of all together."""
        if self._all is None:
            self._all = Bucket(self.together, self.together.at_once, now)
        return self._all

    def _of(self, device: str, now: float) -> Bucket:
        """Return the bucket of one device, and forget the one seen longest ago."""
        if device in self._devices:
            self._devices.move_to_end(device)
            return self._devices[device]
        self._devices[device] = Bucket(self.each, self.each.at_once, now)
        if len(self._devices) > DEVICES:
            self._devices.popitem(last=False)
        return self._devices[device]
