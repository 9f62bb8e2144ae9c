"""Shows a draft as young people would read it, in one language and age band."""

from typing import TYPE_CHECKING

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils import translation

from surveys.answering_style import ASIDE, OF_KIND, answering_style
from surveys.drafting.reading import draft_of, written_of
from surveys.enums import QuestionKind
from surveys.languages import band_name, language_name
from surveys.logic.compiling import compile_definition
from surveys.logic.definition import (
    ANY_BAND,
    QuestionDefinition,
    Words,
    question_words,
    survey_words,
)
from surveys.logic.piping import piped_words
from voice.council.enums import BASE_LANGUAGE
from voice.inputs import direction_of

if TYPE_CHECKING:
    from surveys.drafting.survey import Survey

BETWEEN = "|"


def preview_modes(survey: "Survey") -> list[tuple[str, str]]:
    """Return the name and label of each language and age band of `survey`."""
    return [
        (
            f"{language}{BETWEEN}{band}",
            f"{language_name(language)}, {band_name(band)}",
        )
        for language in survey.languages or [BASE_LANGUAGE]
        for band in survey.age_bands or [ANY_BAND]
    ]


def serve_preview(survey: "Survey", request: HttpRequest, mode: str) -> HttpResponse:
    """Return the whole draft on one page, interface and all in the mode's language."""
    language, _between, age_band = mode.partition(BETWEEN)
    if language not in dict(settings.LANGUAGES):
        language = BASE_LANGUAGE
    page = TemplateResponse(
        request, "surveys/preview.html", _context(survey, language, age_band)
    )
    with translation.override(language):
        return page.render()


def _context(survey: "Survey", language: str, age_band: str) -> dict[str, object]:
    """Return what the preview shows."""
    definition = compile_definition(draft_of(survey), written_of(survey))
    is_asked = language in definition["languages"]
    return {
        "LANGUAGE_CODE": language,
        "direction": direction_of(language),
        "answering_style": answering_style(*OF_KIND, *ASIDE),
        "age_band": age_band,
        "words": survey_words(definition, language=language, age_band=age_band)
        if is_asked
        else None,
        "questions": [
            _shown(question, _read(question, language=language, age_band=age_band))
            for question in definition["questions"]
            if is_asked
        ],
        "survey": survey,
    }


def _read(question: QuestionDefinition, *, language: str, age_band: str) -> Words:
    """Return how a question is read before anything was answered."""
    words = question_words(question, language=language, age_band=age_band)
    return piped_words(words, {})


def _shown(question: QuestionDefinition, words: Words) -> dict[str, object]:
    """Return one question as the components take it."""
    return {
        "kind": question["kind"],
        "kind_name": QuestionKind(question["kind"]).label,
        "name": f"preview-{question['key']}",
        "words": words,
        "options": [
            {"value": key, "text": words["options"][key]} for key in question["options"]
        ],
    }
