"""What can be chosen in the queue, with how many there would be of each."""

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from django.utils.translation import gettext as _

from voice.moderation.enums import ReadingState
from voice.moderation.logic.wanted import (
    EVERY_LANGUAGE,
    MY_LANGUAGES,
    Cell,
    Routes,
    Wanted,
    matches,
)
from voice.moderation.views.names import age_band_name, language_name
from voice.moderation.views.wanting import query_of


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing to choose: its words, how many there are, the address, if it is on."""

    label: str
    count: int
    query: str
    is_on: bool


@dataclass(frozen=True, slots=True)
class Choices:
    """Things of which one is chosen."""

    label: str
    choices: list[Choice]


@dataclass(frozen=True, slots=True)
class Counted:
    """Everything that can be chosen is counted from these."""

    cells: list[Cell]
    wanted: Wanted
    routes: Routes

    def among(self, **chosen: Any) -> list[Cell]:
        """Return the cells that would be seen if `chosen` were."""
        wanted = replace(self.wanted, **chosen)
        return [c for c in self.cells if matches(c, wanted, routes=self.routes)]

    def count(self, **chosen: Any) -> int:
        """Return how many comments would be seen if `chosen` were."""
        return sum(cell.count for cell in self.among(**chosen))

    def choice(self, label: str, **chosen: Any) -> Choice:
        """Return one thing to choose."""
        return Choice(
            label=label,
            count=self.count(**chosen),
            query=query_of(self.wanted, **chosen),
            is_on=replace(self.wanted, **chosen) == self.wanted,
        )


def all_choices(
    counted: Counted, *, surveys: Mapping[int, str], questions: Mapping[int, str]
) -> list[Choices]:
    """Return everything that can be chosen, with names of surveys and questions."""
    found = [_states(counted), _hands(counted)]
    if len(surveys) > 1:
        found.append(_surveys(counted, surveys))
    if counted.wanted.survey:
        found.append(_questions(counted, questions))
    found += [_languages(counted), _age_bands(counted)]
    return found


def _states(counted: Counted) -> Choices:
    """Return the states, those of none left out but for the one that is on."""
    choices = [
        counted.choice(str(state.label), state=state.value) for state in ReadingState
    ]
    return Choices(_("State"), _some(choices, keep=1))


def _hands(counted: Counted) -> Choices:
    """Return everybody's and mine."""
    return Choices(
        _("In whose hand"),
        [
            counted.choice(_("Anybody's"), mine=False),
            counted.choice(_("Assigned to me"), mine=True),
        ],
    )


def _surveys(counted: Counted, titles: Mapping[int, str]) -> Choices:
    """Return the reader's surveys."""
    choices = [
        counted.choice(title, survey=survey, question=0)
        for survey, title in titles.items()
    ]
    every = counted.choice(_("All my surveys"), survey=0, question=0)
    return Choices(_("Survey"), [every, *_some(choices)])


def _questions(counted: Counted, prompts: Mapping[int, str]) -> Choices:
    """Return the questions of the survey that is chosen."""
    every = counted.choice(_("Every question"), question=0)
    choices = [
        counted.choice(prompt, question=question)
        for question, prompt in prompts.items()
    ]
    return Choices(_("Question"), [every, *_some(choices)])


def _languages(counted: Counted) -> Choices:
    """Return the languages, answered in or guessed."""
    codes = _values(
        counted.among(language=EVERY_LANGUAGE),
        lambda cell: {cell.language, cell.guess} - {""},
    )
    first = [
        counted.choice(_("Mine, and what nobody reads"), language=MY_LANGUAGES),
        counted.choice(_("Every language"), language=EVERY_LANGUAGE),
    ]
    named = [counted.choice(language_name(code), language=code) for code in codes]
    return Choices(_("Language"), first + _some(named))


def _age_bands(counted: Counted) -> Choices:
    """Return the age bands."""
    bands = _values(counted.among(age_band=""), lambda cell: {cell.age_band} - {""})
    every = counted.choice(_("Every age"), age_band="")
    named = [counted.choice(age_band_name(band), age_band=band) for band in bands]
    return Choices(_("Age band"), [every, *_some(named)])


def _values(
    cells: Iterable[Cell], of: Callable[[Cell], Iterable[Hashable]]
) -> list[Any]:
    """Return the values that stand in the cells, those of most comments first."""
    counts: Counter[Any] = Counter()
    for cell in cells:
        for value in of(cell):
            counts[value] += cell.count
    return sorted(counts, key=lambda value: (-counts[value], value))


def _some(choices: list[Choice], *, keep: int = 0) -> list[Choice]:
    """Leave out choices of none, but for the one that is on and the first to `keep`."""
    return [
        choice
        for place, choice in enumerate(choices)
        if choice.count or choice.is_on or place < keep
    ]
