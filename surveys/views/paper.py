"""At the desk: an edition on paper, to print or to keep as a PDF."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import translation
from django.views.decorators.http import require_GET

from surveys.forms.paper import PaperForm
from surveys.permissions import user_can_run_surveys
from surveys.queries.consultations import consultation_words
from surveys.queries.paper import paper_of
from surveys.views.found import edition_asked, survey_run
from voice.accounts.gate import staff_only
from voice.inputs import direction_of


@staff_only(user_can_run_surveys)
@require_GET
def paper(request: HttpRequest, slug: str) -> HttpResponse:
    """Show an edition on paper in the language, age band and size asked for.

    The newest, unless another is asked for.
    """
    survey = survey_run(request, slug)
    edition = edition_asked(request, survey)
    numbers = list(survey.editions.values_list("number", flat=True))
    form = PaperForm.asking(request.GET, numbers=numbers, of=edition.definition)
    if not form.is_valid():
        raise Http404
    language = form.cleaned_data["language"]
    age_band = form.cleaned_data["age_band"]
    with translation.override(
        language if language in dict(settings.LANGUAGES) else None
    ):
        return render(
            request,
            "surveys/paper.html",
            {
                "survey": survey,
                "edition": edition,
                "form": form,
                "paper": paper_of(edition, language=language, age_band=age_band),
                "consultation": survey.consultation,
                "consultation_words": consultation_words(survey.consultation, language),
                "size": form.cleaned_data["size"],
                "language": language,
                "age_band": age_band,
                "paper_direction": direction_of(language),
                "mode": edition.definition["mode"],
            },
        )
