"""What a young person is shown before the first question, wherever they came from."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils import translation

from surveys.domain.answering import StartedResponse
from surveys.enums import QuestionKind
from surveys.forms.start import StartForm
from surveys.languages import own_name
from surveys.logic.definition import (
    ANY_BAND,
    Definition,
    audience_of,
    keeps_of,
    survey_words,
)
from surveys.models import Edition, Invitation
from surveys.queries.bands import bands_of
from surveys.queries.consultations import consultation_words
from surveys.queries.steps import definition_of
from surveys.views.chosen import signs_of
from surveys.views.pages import answering_page
from voice.council.queries.bands import bands_called, overlap_sentence

REFUSED = 422


@dataclass(frozen=True, slots=True)
class WayIn:
    """How one came: by what invitation, where its start pages are, what starts it.

    `address` returns the address of the start page for signs of surveys.views.chosen,
    "" for the first; `begin` takes the keywords of StartForm.said, and raises what
    surveys.domain.answering.start_response raises. A code that `is_numbered` was given
    out by a worker who knows to whom: `begin` takes `tell` too.
    """

    invitation: Invitation
    address: Callable[[str], str]
    begin: Callable[..., StartedResponse]
    is_numbered: bool = False

    def chosen(self, *, language: str, age_band: str = ANY_BAND) -> str:
        """Return the address of the start page of a language, and of an age band."""
        signs = signs_of(self.invitation, language=language, age_band=age_band)
        return self.address(signs)


def ages_page(
    request: HttpRequest, way_in: WayIn, edition: Edition, *, language: str
) -> HttpResponse:
    """Return the first page: what it is about, in which language, and how old one is."""
    definition = definition_of(edition)
    keys = definition["age_bands"]
    with translation.override(language):
        among = bands_of(edition)
        ages = [
            (way_in.chosen(language=language, age_band=key), ages)
            for key, ages in bands_called(keys, among).items()
        ]
        overlap = overlap_sentence(keys, among)
    return answering_page(
        request,
        "surveys/start.html",
        _about(way_in, definition, language=language)
        | {"ages": ages, "overlap": overlap},
        language=language,
        shows=["start"],
    )


def honest_page(
    request: HttpRequest, way_in: WayIn, edition: Edition, form: StartForm
) -> HttpResponse:
    """Return the page that says who reads it, in the words of an age band, and asks for
    a yes or a no; of a refused `form`, saying what is missing."""
    definition = definition_of(edition)
    language, age_band = form["language"].value(), form["age_band"].value()
    with translation.override(language):
        errors = [
            {"href": f"#{name}", "text": text}
            for name, texts in form.errors.items()
            for text in texts
        ]
    return answering_page(
        request,
        "surveys/honest.html",
        told_before(way_in, definition, language=language, age_band=age_band)
        | {
            "form": form,
            "errors": errors,
            "action": way_in.address(""),
            "is_numbered": way_in.is_numbered,
            "first": way_in.chosen(language=language)
            if len(definition["age_bands"]) > 1
            else "",
        },
        language=language,
        status=REFUSED if errors else 200,
        shows=["start"],
        bands=bands_of(edition),
    )


def not_taking_part(
    request: HttpRequest, way_in: WayIn, edition: Edition, form: StartForm
) -> HttpResponse:
    """Return the page for who says no: nothing is kept, and here is who listens."""
    said = form.cleaned_data
    language, age_band = said["language"], said["age_band"]
    return answering_page(
        request,
        "surveys/not_taking_part.html",
        _about(way_in, definition_of(edition), language=language, age_band=age_band)
        | {"again": way_in.chosen(language=language, age_band=age_band)},
        language=language,
        bands=bands_of(edition),
    )


def told_before(
    way_in: WayIn, definition: Definition, *, language: str, age_band: str
) -> dict[str, Any]:
    """Return what a young person of an age band is told before the first box."""
    consultation = way_in.invitation.survey.consultation
    return _about(way_in, definition, language=language, age_band=age_band) | {
        "audience": audience_of(definition).value,
        "consultation_words": consultation_words(consultation, language),
        "keeps": keeps_of(definition),
        "speaks": _asks_for(definition, age_band, QuestionKind.VOICE),
        "draws": _asks_for(definition, age_band, QuestionKind.DRAWING),
    }


def _about(
    way_in: WayIn, definition: Definition, *, language: str, age_band: str = ANY_BAND
) -> dict[str, Any]:
    """Return what every start page knows."""
    survey = way_in.invitation.survey
    return {
        "survey": survey,
        "invitation": way_in.invitation,
        "came": way_in.invitation.kind,
        "words": survey_words(definition, language=language, age_band=age_band),
        "consultation": survey.consultation,
        "mode": definition["mode"],
        "age_band": age_band,
        "language": language,
        "languages": [
            (code, own_name(code), way_in.chosen(language=code, age_band=age_band))
            for code in definition["languages"]
        ],
    }


def _asks_for(definition: Definition, age_band: str, kind: QuestionKind) -> bool:
    """Say whether a young person of `age_band` may be asked for a `kind` of answer."""
    return any(
        question["kind"] == kind and age_band in question.get("age_bands", [age_band])
        for question in definition["questions"]
    )
