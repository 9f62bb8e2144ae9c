"""At the desk: a worker types for a young person, who is told everything first."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone, translation
from django.views.decorators.http import require_http_methods

from surveys.domain.answering import NotOffered, SurveyIsClosed, leave_response
from surveys.domain.assisted import NoHelpSaid, begin_assisted
from surveys.enums import InvitationKind
from surveys.forms.assisted import AssistedForm, ToldForm
from surveys.models import Edition, Invitation, Survey
from surveys.permissions import user_can_run_surveys
from surveys.queries.bands import bands_of
from surveys.queries.opening import edition_to_answer, takes_answers
from surveys.queries.steps import definition_of
from surveys.views import device
from surveys.views.found import survey_answered
from surveys.views.pages import answering_page, for_young_people
from surveys.views.start_pages import WayIn, told_before
from voice.accounts.gate import signed_in, staff_only

REFUSED = 422


@staff_only(user_can_run_surveys)
@for_young_people
@require_http_methods(["GET", "HEAD", "POST"])
def assisted(request: HttpRequest, slug: str) -> HttpResponse:
    """Ask who helps and how; posted, show what to read out; with a yes said aloud, start."""
    survey = survey_answered(request, slug)
    edition = edition_to_answer(survey)
    if edition is None or not takes_answers(survey, on=timezone.localdate()):
        return _desk_page(request, survey, None)
    form = AssistedForm(definition_of(edition), request.POST or None)
    if request.method != "POST" or not form.is_valid():
        return _desk_page(request, survey, form)
    if "told" not in request.POST:
        return _read_out(request, survey, edition, form, ToldForm())
    told = ToldForm(request.POST)
    with translation.override(form.cleaned_data["language"]):
        is_valid = told.is_valid()
    if not is_valid:
        return _read_out(request, survey, edition, form, told)
    if not told.says_yes:
        return _desk_page(
            request, survey, AssistedForm(definition_of(edition)), said_no=True
        )
    return _begin(request, survey, form)


def _begin(request: HttpRequest, survey: Survey, form: AssistedForm) -> HttpResponse:
    """Start what is typed, on this device, and lead to what a helper reads first."""
    try:
        started = begin_assisted(survey, by=signed_in(request), **form.said())
    except (SurveyIsClosed, NotOffered, NoHelpSaid):
        return redirect("surveys:assisted", slug=survey.slug)
    if earlier := device.response_on(request):
        leave_response(earlier)
    page = redirect("surveys:hand_over")
    page.status_code = 303
    device.remember(page, started.capability)
    return page


def _desk_page(
    request: HttpRequest,
    survey: Survey,
    form: AssistedForm | None,
    *,
    said_no: bool = False,
) -> HttpResponse:
    """Return the page of the desk; without a `form`, that nobody can answer now."""
    return render(
        request,
        "surveys/assisted.html",
        {"survey": survey, "form": form, "said_no": said_no},
        status=REFUSED if form and form.errors else 200,
    )


def _read_out(
    request: HttpRequest,
    survey: Survey,
    edition: Edition,
    form: AssistedForm,
    told: ToldForm,
) -> HttpResponse:
    """Return what a young person is told before the first box, in their own words, and
    ask for a yes or a no; of a refused `told`, saying what is missing."""
    language = form.cleaned_data["language"]
    errors = [
        {"href": f"#{name}", "text": text}
        for name, texts in told.errors.items()
        for text in texts
    ]
    # Nobody came by it yet: a way in is made with the first yes.
    unsaved = Invitation(survey=survey, kind=InvitationKind.ASSISTED)
    here = reverse("surveys:assisted", kwargs={"slug": survey.slug})
    way_in = WayIn(unsaved, address=lambda _signs: here, begin=begin_assisted)
    return answering_page(
        request,
        "surveys/assisted_read.html",
        told_before(
            way_in,
            definition_of(edition),
            language=language,
            age_band=form.cleaned_data["age_band"],
        )
        | {
            "action": here,
            "typed": True,
            "told": told,
            "errors": errors,
            "kept": _kept(request),
        },
        language=language,
        status=REFUSED if errors else 200,
        shows=["start", "typed"],
        bands=bands_of(edition),
    )


def _kept(request: HttpRequest) -> list[tuple[str, str]]:
    """Return what was said on the page before, for the form to send again."""
    names = ("language", "age_band", "helped_by", "helper", "help_given", "reference")
    return [(name, one) for name in names for one in request.POST.getlist(name)]
