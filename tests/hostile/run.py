"""Sends so many malformed requests, by chance of one seed, and says what became of them."""

from collections import Counter, defaultdict
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from tests.hostile import bodies, files, ids, lines
from tests.hostile.ground import Ground
from tests.hostile.rows import answers_hash, counted, grown
from tests.hostile.wire import Got, Sent, send

KINDS: dict[str, Callable[[Random, Ground], Sent]] = {
    "broken multipart": bodies.broken_multipart,
    "duplicate fields": bodies.duplicate_fields,
    "deep JSON": bodies.deep_json,
    "wrong charsets": bodies.wrong_charset,
    "NULs and broken bytes": bodies.nuls,
    "odd words": bodies.odd_fields,
    "slow bodies": bodies.slow_body,
    "forged or replayed tokens": bodies.forged,
    "file bombs": files.file_bombs,
    "first lines": lines.request_line,
    "addresses": lines.target,
    "huge headers": lines.huge_headers,
    "lying lengths": lines.lying_headers,
    "broken headers": lines.broken_headers,
    "odd cookies": lines.odd_cookies,
    "foreign ids": ids.foreign_ids,
    "foreign responses": ids.foreign_response,
    "odd questions of lists": ids.queries,
}
AT_ONCE = 6
PARTS = 4
# An unknown coding of a body is answered so by RFC 9112, section 6.1.
NOT_IMPLEMENTED = 501


@dataclass
class Told:
    """What came of a run."""

    statuses: dict[str, Counter[int]] = field(default_factory=dict)
    seconds: list[float] = field(default_factory=list)
    broken: list[tuple[int, str, int]] = field(default_factory=list)
    """The number, kind and status of each request that was answered with 5xx."""
    silent: list[tuple[int, str]] = field(default_factory=list)
    """The number and kind of each request that was not answered in time."""
    rows: dict[str, tuple[int, int]] = field(default_factory=dict)
    answers_changed: bool = False
    memory: list[float] = field(default_factory=list)
    """MiB of the server's own, before and after each part of the run."""

    def share(self, part: float) -> float:
        """Return the time in which this part of all was answered."""
        ordered = sorted(self.seconds)
        return ordered[min(len(ordered) - 1, int(len(ordered) * part))]

    @property
    def grew(self) -> float:
        """Return how many MiB the second half of the run added."""
        return self.memory[-1] - self.memory[len(self.memory) // 2]

    @property
    def is_unharmed(self) -> bool:
        """Say whether nothing broke and nothing was written."""
        return not (self.broken or self.silent or self.rows or self.answers_changed)


def attacked(ground: Ground, *, requests: int, seed: int) -> Told:
    """Send that many requests; return what came of them. The same seed sends the same."""
    told = Told(statuses=defaultdict(Counter))
    rows, answers = counted(), answers_hash()
    for part in range(PARTS):
        told.memory.append(memory(ground.process))
        numbers = range(requests * part // PARTS, requests * (part + 1) // PARTS)
        _all(ground, numbers, seed, told)
    told.memory.append(memory(ground.process))
    told.rows, told.answers_changed = grown(rows), answers_hash() != answers
    return told


def made(ground: Ground, *, seed: int, number: int) -> tuple[str, Sent]:
    """Return the kind and the bytes of one request of a seed."""
    rng = Random(f"{seed}/{number}")
    kind = rng.choice(list(KINDS))
    return kind, KINDS[kind](rng, ground)


def _all(ground: Ground, numbers: range, seed: int, told: Told) -> None:
    """Send them, some at once, and note what came back."""

    def one(number: int) -> tuple[int, str, Sent, Got | None]:
        kind, sent = made(ground, seed=seed, number=number)
        try:
            return number, kind, sent, send(ground.port, sent)
        except TimeoutError:
            return number, kind, sent, None

    with ThreadPoolExecutor(AT_ONCE) as senders:
        for number, kind, sent, got in senders.map(one, numbers):
            if got is None:
                told.silent.append((number, kind))
                continue
            told.statuses[kind][got.status] += 1
            if not sent.hangs_up:
                told.seconds.append(got.seconds)
            if got.status >= 500 and got.status != NOT_IMPLEMENTED:
                told.broken.append((number, kind, got.status))


def memory(process: int) -> float:
    """Return the memory of gunicorn's workers together, in MiB."""
    children = Path(f"/proc/{process}/task/{process}/children").read_text().split()
    kept = 0
    for child in children:
        for line in Path(f"/proc/{child}/smaps_rollup").read_text().splitlines():
            if line.startswith("Rss:"):
                kept += int(line.split()[1])
    return kept / 1024
