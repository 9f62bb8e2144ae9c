"""At the desk: slips with receipts, for those who answer on paper."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from surveys.domain.paper_slips import MOST_AT_ONCE, make_slips
from surveys.forms.paper_slips import SlipsForm
from surveys.logic.posters import small_code_of
from surveys.permissions import user_can_run_surveys
from surveys.queries.ways_in import languages_given, words_given
from surveys.views.found import survey_run
from surveys.views.posters import as_typed
from voice.accounts.gate import signed_in, staff_only
from voice.inputs import direction_of


@staff_only(user_can_run_surveys)
@require_POST
def slips(request: HttpRequest, slug: str) -> HttpResponse:
    """Make slips and show them, for the only time, wholly in their language."""
    survey = survey_run(request, slug)
    form = SlipsForm(request.POST, languages=languages_given(survey))
    if not form.is_valid():
        messages.error(
            request,
            _("Choose a language, and from 1 to %(most)s slips.")
            % {"most": MOST_AT_ONCE},
        )
        return redirect("surveys:paper_sheets", slug=slug)
    language = form.cleaned_data["language"]
    given = make_slips(
        survey, number=form.cleaned_data["number"], by=signed_in(request)
    )
    address = request.build_absolute_uri(reverse("surveys:code"))
    with translation.override(language):
        page = render(
            request,
            "surveys/paper_slips.html",
            {
                "survey": survey,
                "consultation": survey.consultation,
                "words": words_given(survey, language) or {"title": survey.title},
                "given": [
                    (one, small_code_of(f"{address}#{one.receipt}")) for one in given
                ],
                "typed": as_typed(address),
                "language": language,
                "paper_direction": direction_of(language),
            },
        )
    page.headers["Cache-Control"] = "no-store"
    return page
