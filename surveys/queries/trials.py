"""Reads a survey's newest draft as young people would walk it, without an edition."""

from dataclasses import dataclass, field
from typing import Any

from surveys.drafting.reading import latest_draft_of, written_of
from surveys.languages import band_name, language_name
from surveys.logic.compiling import compile_definition
from surveys.logic.condition_words import Names, names_in, shown_when
from surveys.logic.definition import (
    ANY_BAND,
    Definition,
    QuestionDefinition,
    survey_words,
)
from surveys.logic.paths import path
from surveys.logic.support import with_support
from surveys.models import Survey


@dataclass(slots=True)
class Trial:
    """A worker's walk through a draft; never a Response, so nothing can count it."""

    language: str
    age_band: str
    answers: dict[str, Any] = field(default_factory=dict)


def definition_of_draft(survey: Survey) -> Definition:
    """Return the newest draft, compiled as publishing would compile it.

    What is not worded in a language yet is there in the base language.
    """
    draft = latest_draft_of(survey)
    definition = compile_definition(draft, written_of(survey))
    worded: list[Any] = [
        definition["wordings"],
        *(one["wordings"] for one in definition["questions"]),
    ]
    for wordings in worded:
        base = wordings.get(draft.base_language, {}).get(ANY_BAND, {})
        for bands in wordings.values():
            for band, words in bands.items():
                bands[band] = _filled(words, base)
    return definition


def pages_tried(definition: Definition, trial: Trial) -> list[QuestionDefinition]:
    """Return the pages of the trial's path, after what was answered so far."""
    return with_support(
        path(
            definition,
            age_band=trial.age_band,
            answers=trial.answers,
            language=trial.language,
        )
    )


def pages_of_band(definition: Definition, age_band: str) -> list[QuestionDefinition]:
    """Return every page that `age_band` may see, whatever it answers."""
    asked = [
        question
        for question in definition["questions"]
        if age_band in question.get("age_bands", [age_band])
    ]
    return with_support(asked)


def why_shown(
    definition: Definition, question: QuestionDefinition, trial: Trial
) -> str:
    """Return in words when `question` is shown; empty when it always is."""
    condition = question.get("show_if")
    if condition is None:
        return ""
    return shown_when(condition, names=_names(definition, trial))


def support_words(definition: Definition, trial: Trial) -> str:
    """Return what the draft says after a sensitive question; empty when it says none."""
    words = survey_words(definition, language=trial.language, age_band=trial.age_band)
    return words.get("support", "")


def is_offered(definition: Definition, trial: Trial) -> bool:
    """Say whether the draft is asked in this language and of this age band."""
    return (
        trial.language in definition["languages"]
        and trial.age_band in definition["age_bands"]
    )


def _filled(words: Any, base: Any) -> Any:
    """Return `words` with what is empty in them taken from `base`."""
    if isinstance(words, dict):
        return {key: _filled(text, base.get(key, "")) for key, text in words.items()}
    return words or base


def _names(definition: Definition, trial: Trial) -> Names:
    """Return what things are called in the words on the page."""
    return names_in(
        definition,
        language=trial.language,
        age_band=trial.age_band,
        bands={band: band_name(band) for band in definition["age_bands"]},
        languages={code: language_name(code) for code in definition["languages"]},
    )
