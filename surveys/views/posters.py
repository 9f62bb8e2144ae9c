"""At the desk: posters of open links, in each language of the survey."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import translation
from django.views.decorators.http import require_safe

from surveys.enums import InvitationKind
from surveys.forms.ways_in import PosterForm
from surveys.logic.posters import code_of
from surveys.models import Invitation, Survey
from surveys.permissions import user_can_run_surveys
from surveys.queries.codes_told import mode_told
from surveys.queries.consultations import consultation_words
from surveys.queries.ways_in import languages_given, words_given
from surveys.views.found import survey_run, way_in_run
from voice.accounts.gate import staff_only
from voice.inputs import direction_of

ON_A_SHEET = 6


@staff_only(user_can_run_surveys)
@require_safe
def poster(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Show the printable poster or cards (A4) of an open link, with its QR code."""
    survey = survey_run(request, slug)
    link = way_in_run(survey, pk)
    if link.kind != InvitationKind.LINK:
        raise Http404
    form = PosterForm.asking(request.GET, languages=languages_given(survey))
    if not form.is_valid():
        raise Http404
    language, size = form.cleaned_data["language"], form.cleaned_data["size"]
    address = address_of(request, link)
    with translation.override(language):
        return render(
            request,
            "surveys/poster.html",
            {
                "invitation": link,
                "survey": survey,
                "form": form,
                "size": size,
                "sheets": range(ON_A_SHEET if size == "cards" else 1),
                "language": language,
                "paper_direction": direction_of(language),
                "words": words_given(survey, language) or {"title": survey.title},
                "consultation": survey.consultation,
                "consultation_words": consultation_words(survey.consultation, language),
                "mode": mode_told(survey).value,
                "address": address,
                "typed": as_typed(address),
                "code": code_of(address),
                "adults": adults_of(request, survey),
            },
        )


def address_of(request: HttpRequest, invitation: Invitation) -> str:
    """Return the whole address of an open link that a young person opens."""
    return request.build_absolute_uri(
        reverse("surveys:start", kwargs={"token": invitation.token})
    )


def adults_of(request: HttpRequest, survey: Survey) -> str:
    """Return the address, as typed, of what parents, carers and schools are told."""
    there = reverse("cms:for_adults", args=[survey.pk])
    return as_typed(request.build_absolute_uri(there))


def as_typed(address: str) -> str:
    """Return an address as somebody types it."""
    return address.split("://", 1)[1].rstrip("/")
