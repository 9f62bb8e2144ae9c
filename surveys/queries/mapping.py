"""The map of a survey: its steps, what each hangs on, and how long all paths take."""

from collections.abc import Mapping
from dataclasses import dataclass

from surveys.enums import QuestionKind
from surveys.languages import language_name
from surveys.logic.condition_words import Names, names_in, shown_when
from surveys.logic.conditions import questions_in
from surveys.logic.definition import (
    ANY_BAND,
    Definition,
    QuestionDefinition,
    question_words,
)
from surveys.logic.piping import plainly
from surveys.logic.walks import Walks, walks
from surveys.models import Survey
from surveys.queries.editions import next_definition
from voice.council.queries.bands import bands_called, every_band


@dataclass(frozen=True, slots=True)
class Band:
    """One age band, and what all its paths have between them."""

    key: str
    name: str
    walks: Walks

    @property
    def shortest(self) -> int:
        """Return the minutes of the shortest path, at least one."""
        return max(1, round(self.walks.span.least_minutes))

    @property
    def longest(self) -> int:
        """Return the minutes of the longest path, at least one."""
        return max(1, round(self.walks.span.most_minutes))


@dataclass(frozen=True, slots=True)
class Step:
    """One step of one band's map; `met` is "always", "sometimes" or "never"."""

    number: int
    prompt: str
    kind: str
    met: str
    shown_when: str
    leads_to: list[int]


@dataclass(frozen=True, slots=True)
class Map:
    """The newest draft's map: every band, and the steps of the one chosen."""

    bands: list[Band]
    chosen: Band | None
    steps: list[Step]


def map_of(survey: Survey, *, band: str) -> Map:
    """Return the map of the newest draft; of the first band when `band` is none of it."""
    definition = next_definition(survey)
    keys = definition["age_bands"]
    oldest = {one.key: one.oldest for one in every_band()}
    called = bands_called(keys)
    bands = [
        Band(
            key,
            called[key],
            walks(definition, age_band=key, oldest=oldest.get(key)),
        )
        for key in keys
    ]
    chosen = next((one for one in bands if one.key == band), next(iter(bands), None))
    return Map(bands, chosen, _steps(definition, chosen, called) if chosen else [])


def _steps(definition: Definition, band: Band, called: Mapping[str, str]) -> list[Step]:
    """Return the steps meant for one band, numbered as they come in the survey."""
    names = names_in(
        definition,
        language=definition["languages"][0],
        age_band=ANY_BAND,
        bands=called,
        languages={code: str(language_name(code)) for code in definition["languages"]},
    )
    numbered = list(enumerate(definition["questions"], start=1))
    leads: dict[str, list[int]] = {}
    for number, question in numbered:
        for key in questions_in(question.get("show_if")):
            leads.setdefault(key, []).append(number)
    found = []
    for number, question in numbered:
        if met := _met(question, band.walks):
            found.append(_step(definition, question, number, met, names, leads))
    return found


def _step(
    definition: Definition,
    question: QuestionDefinition,
    number: int,
    met: str,
    names: Names,
    leads: Mapping[str, list[int]],
) -> Step:
    """Return one step in words."""
    words = question_words(
        question, language=definition["languages"][0], age_band=ANY_BAND
    )
    condition = question.get("show_if")
    return Step(
        number=number,
        prompt=plainly(words["prompt"]),
        kind=str(QuestionKind(question["kind"]).label),
        met=met,
        shown_when=shown_when(condition, names=names) if condition else "",
        leads_to=leads.get(question["key"], []),
    )


def _met(question: QuestionDefinition, found: Walks) -> str:
    """Return on which paths a question is met; nothing when not meant for the band."""
    for met in ("always", "sometimes", "never"):
        if question["key"] in getattr(found, met):
            return met
    return ""
