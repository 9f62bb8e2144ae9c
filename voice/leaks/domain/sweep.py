"""Lives a day, looks everywhere, and says what was found where it may not be."""

import re
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from voice.leaks.domain.day import Day
from voice.leaks.domain.day import live as live_a_day
from voice.leaks.domain.ground import as_in_production, refuse_real_house
from voice.leaks.places.ears import Ears
from voice.leaks.places.folders import in_folders
from voice.leaks.places.needles import Needles
from voice.leaks.places.pages import in_pages
from voice.leaks.places.records import in_database_files, in_tables, tables
from voice.leaks.places.records import what_was_searched as database_form
from voice.leaks.planted import Planted, plant

Say = Callable[[str], None]
IDS = re.compile(r"[0-9a-f]{8}-[0-9a-f-]{27}|(?<=/)\d+(?=/)|(?<==)\d+")


@dataclass(frozen=True)
class Found:
    """A planted word at one kind of place, how often, and whether it may be there."""

    name: str
    place: str
    times: int
    allowed: bool

    @property
    def sentence(self) -> str:
        """Return what to print."""
        verdict = "may be" if self.allowed else "LEAK"
        return f"  {verdict:7} {self.name}: {self.place} ({self.times})"


@dataclass(frozen=True)
class Verdict:
    """Everything found, and the words that were met nowhere though they should be."""

    found: list[Found]
    never_met: list[str]

    @property
    def leaks(self) -> list[Found]:
        """Return what was found where it may not be."""
        return [one for one in self.found if not one.allowed]

    @property
    def clean(self) -> bool:
        """Say whether nothing leaked, and the day was lived whole."""
        return not self.leaks and not self.never_met


def sweep(*, say: Say, live: Callable[..., Day] = live_a_day) -> Verdict:
    """Live a day on an empty database and look for every planted word.

    Raises SomebodyLivesHere, and DayWentWrong.
    """
    refuse_real_house()
    words = plant()
    needles = Needles(words)
    began = time.time() - 1
    counted: Counter[tuple[str, str]] = Counter()
    with as_in_production(), Ears() as ears:
        day = live(words, ears, say=say)
        for what, hits in (
            ("Every page, as everybody", in_pages(day.people, needles, day.planted_at)),
            (f"Every column of {len(tables())} tables", in_tables(needles)),
            (f"The database itself: {database_form()}", in_database_files(needles)),
            ("Media, and files written today", in_folders(needles, since=began)),
            ("Logs, what was printed, letters", ears.heard(needles)),
        ):
            say(what)
            counted.update((name, IDS.sub("…", place)) for name, place in hits)
    return _judge(words, counted)


def _judge(words: dict[str, Planted], counted: Counter[tuple[str, str]]) -> Verdict:
    """Say of everything found whether it may be there."""
    found = [
        Found(name, place, times, words[name].may_be_at(place))
        for (name, place), times in sorted(counted.items())
    ]
    return Verdict(found, list(_never_met(words, found)))


def _never_met(words: dict[str, Planted], found: list[Found]) -> Iterator[str]:
    """Yield words that may be met somewhere and were met nowhere they may be."""
    for name, planted in words.items():
        met = any(one.name == name and one.allowed for one in found)
        if planted.may and not met:
            yield name
