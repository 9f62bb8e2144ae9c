"""What parents, carers and schools are told of one survey, before anybody is asked."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone, translation
from django.utils.translation import get_language, get_language_bidi
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from cms.frame import around_view
from cms.queries import page_of_consultation
from surveys.enums import QuestionKind
from surveys.logic.definition import Definition, keeps_of, survey_words
from surveys.logic.paths import is_asked
from surveys.models import Survey
from surveys.queries.bands import bands_of
from surveys.queries.consultations import consultation_words
from surveys.queries.opening import edition_to_answer
from surveys.queries.steps import definition_of
from voice.council.queries.bands import bands_called
from voice.council.queries.reading_times import reading_times
from voice.records.queries.facts import own_words


@require_safe
def for_adults(request: HttpRequest, pk: int) -> HttpResponse:
    """Show what a published survey asks, who reads it and how to opt out; `?in=ur`
    chooses among its languages.

    The questions themselves are not listed: who sees them first could tell a child what
    to answer.
    """
    survey = get_object_or_404(
        Survey.objects.select_related("consultation"), pk=pk, live=True
    )
    edition = edition_to_answer(survey)
    if edition is None:
        raise Http404
    definition = definition_of(edition)
    wished = request.GET.get("in", get_language())
    offered = definition["languages"]
    language = wished if wished in offered else offered[0]
    with translation.override(language):
        facts = {
            "consultation": survey.consultation,
            "words": survey_words(definition, language=language),
            "told": consultation_words(survey.consultation, language),
            "mode": definition["mode"],
            "keeps": keeps_of(definition),
            "ages": list(
                bands_called(definition["age_bands"], bands_of(edition)).values()
            ),
            "questions": sum(is_asked(one) for one in definition["questions"]),
            "sensitive": any(one.get("sensitive") for one in definition["questions"]),
            "recorded": _asks_for_recordings(definition),
            "reading_times": reading_times(timezone.now()),
            "basis": own_words(),
            "LANGUAGE_CODE": language,
            "direction": "rtl" if get_language_bidi() else "ltr",
            **_around(request, survey, offered),
        }
        return render(request, "cms/for_adults.html", facts)


def _around(
    request: HttpRequest, survey: Survey, offered: list[str]
) -> dict[str, object]:
    """Return what stands round the page, under the page of its consultation."""
    consultation, language = survey.consultation, str(get_language())
    above = page_of_consultation(consultation, language)
    title = consultation_words(consultation, language).title
    return around_view(
        request,
        title=_("For parents, carers and schools"),
        address=lambda code: f"?in={code}",
        languages=offered,
        above=[{"title": title, "url": above}] if above else [],
    )


def _asks_for_recordings(definition: Definition) -> bool:
    """Say whether a voice or a drawing may be sent."""
    kinds = {question["kind"] for question in definition["questions"]}
    return bool(kinds & QuestionKind.recorded())
