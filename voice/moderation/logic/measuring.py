"""How much screening finds and how often it is wrong, on labelled sentences; pure."""

import re
from collections.abc import Callable, Iterable, Sequence
from math import sqrt
from typing import NamedTuple

from voice.moderation.logic.screening import WORRY, Seen

NONE = "-"
ESCAPE = re.compile(r"\\u([0-9a-f]{4})")
OTHER_WORDS = "in other words"
Z = 1.96


class Sentence(NamedTuple):
    """An invented sentence: its group, the kinds it should raise, and its text."""

    group: str
    kinds: frozenset[str]
    text: str


class Share(NamedTuple):
    """So many of so many."""

    found: int
    of: int

    @property
    def interval(self) -> tuple[float, float]:
        """Return Wilson's interval, 95 % sure; (0, 1) of nothing."""
        if not self.of:
            return 0.0, 1.0
        share, square = self.found / self.of, Z * Z / self.of
        middle = (share + square / 2) / (1 + square)
        half = Z * sqrt(share * (1 - share) / self.of + square / (4 * self.of))
        return max(0.0, middle - half / (1 + square)), min(
            1.0, middle + half / (1 + square)
        )


class Measure(NamedTuple):
    """What was measured: recall by group and kind, and precision."""

    groups: dict[str, Share]
    openly: Share
    in_other_words: Share
    worries_right: Share
    kinds: dict[str, Share]
    personal_right: Share


def read_labelled(lines: Iterable[str]) -> list[Sentence]:
    """Return the labelled sentences: escapes of Python written out, tabs between."""
    found = []
    for line in lines:
        if line.strip() and not line.startswith("#"):
            group, kinds, text = line.rstrip("\n").split("\t")
            text = ESCAPE.sub(lambda code: chr(int(code[1], 16)), text)
            wanted = frozenset(kinds.split()) - {NONE}
            found.append(Sentence(group, wanted, text.replace("\\n", "\n")))
    return found


def measure(sentences: Sequence[Sentence], *, look: Callable[[str], Seen]) -> Measure:
    """Return how much `look` finds of what it should, and how often it is wrong."""
    seen = [(one, look(one.text)) for one in sentences]
    worrying = [(one, saw.worry) for one, saw in seen if WORRY in one.kinds]
    raised = [WORRY in one.kinds for one, saw in seen if saw.worry]
    personal = [
        (one, {hint["kind"] for hint in saw.hints} - {WORRY})
        for one, saw in seen
        if WORRY not in one.kinds
    ]
    kinds = sorted({kind for one, _saw in personal for kind in one.kinds})
    return Measure(
        groups={
            group: _share(saw for one, saw in worrying if one.group == group)
            for group in dict.fromkeys(one.group for one, _saw in worrying)
        },
        openly=_share(saw for one, saw in worrying if one.group != OTHER_WORDS),
        in_other_words=_share(saw for one, saw in worrying if one.group == OTHER_WORDS),
        worries_right=_share(raised),
        kinds={
            kind: _share(kind in saw for one, saw in personal if kind in one.kinds)
            for kind in kinds
        },
        personal_right=_share(
            kind in one.kinds for one, saw in personal for kind in saw
        ),
    )


def _share(answers: Iterable[bool]) -> Share:
    """Return how many of the answers are yes."""
    every = list(answers)
    return Share(sum(every), len(every))
