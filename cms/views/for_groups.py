"""Posters and papers for community groups, of surveys that anybody may answer."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone, translation
from django.views.decorators.http import require_safe

from surveys.forms.paper import PaperForm
from surveys.forms.ways_in import PosterForm
from surveys.logic.posters import code_of
from surveys.queries.codes_told import mode_told
from surveys.queries.consultations import consultation_words
from surveys.queries.for_groups import ForGroups, surveys_for_groups
from surveys.queries.opening import edition_to_answer
from surveys.queries.paper import paper_of
from surveys.queries.ways_in import languages_given, words_given
from surveys.views.posters import (
    ON_A_SHEET,
    address_of,
    adults_of,
    as_typed,
    direction_of,
)


@require_safe
def poster(request: HttpRequest, pk: int) -> HttpResponse:
    """Show the poster, or cards, of a survey that anybody may answer, with its code."""
    one = _one(pk)
    survey = one.survey
    form = PosterForm.asking(request.GET, languages=languages_given(survey))
    if not form.is_valid():
        raise Http404
    language, size = form.cleaned_data["language"], form.cleaned_data["size"]
    address = address_of(request, one.link)
    with translation.override(language):
        context = {
            "form": form,
            "size": size,
            "sheets": range(ON_A_SHEET if size == "cards" else 1),
            "language": language,
            "paper_direction": direction_of(language),
            "words": words_given(survey, language) or {"title": survey.title},
            "consultation": survey.consultation,
            "consultation_words": consultation_words(survey.consultation, language),
            "mode": mode_told(survey).value,
            "typed": as_typed(address),
            "code": code_of(address),
            "adults": adults_of(request, survey),
        }
        return render(request, "cms/for_groups_poster.html", context)


@require_safe
def paper(request: HttpRequest, pk: int) -> HttpResponse:
    """Show on paper a survey that anybody may answer; workers key what comes back."""
    one = _one(pk)
    edition = edition_to_answer(one.survey)
    if edition is None:
        raise Http404
    form = PaperForm.asking(
        request.GET, numbers=[edition.number], of=edition.definition
    )
    if not form.is_valid():
        raise Http404
    language = form.cleaned_data["language"]
    age_band = form.cleaned_data["age_band"]
    known = language if language in dict(settings.LANGUAGES) else None
    with translation.override(known):
        context = {
            "survey": one.survey,
            "form": form,
            "paper": paper_of(edition, language=language, age_band=age_band),
            "consultation": one.survey.consultation,
            "consultation_words": consultation_words(one.survey.consultation, language),
            "size": form.cleaned_data["size"],
            "language": language,
            "paper_direction": direction_of(language),
            "mode": edition.definition["mode"],
        }
        return render(request, "cms/for_groups_paper.html", context)


def _one(pk: int) -> ForGroups:
    """Return a survey that anybody may answer today; raises Http404."""
    found = surveys_for_groups(timezone.localdate())
    one = next((one for one in found if one.survey.pk == pk), None)
    if one is None:
        raise Http404
    return one
