"""“Please sort this out”: something practical, asked on the last page and after the end."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import translation
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_GET

from surveys.domain.sorting import ask_to_sort
from surveys.forms.sorting import SortingForm
from surveys.models import Invitation
from surveys.views import device
from surveys.views.asking import Asking, who_asks
from surveys.views.closed import not_on_this_device
from surveys.views.pages import (
    answering_page,
    errors_in,
    for_young_people,
    onward,
)
from surveys.wants_sorted import is_offered


@sensitive_post_parameters()
@for_young_people
def sort_out(request: HttpRequest) -> HttpResponse:
    """Show the form, always empty; posted, hand it on and show that it was."""
    asking = who_asks(request)
    if asking is None or not is_offered():
        return not_on_this_device(request)
    if request.method != "POST":
        return _form_page(request, asking, SortingForm())
    with translation.override(asking.language):
        form = SortingForm(request.POST)
        if not form.is_valid():
            return _form_page(request, asking, form)
    invitations = Invitation.objects.select_related("survey", "made_by")
    said = form.cleaned_data
    ask_to_sort(
        invitations.defer("survey__questions").get(pk=asking.invitation),
        once=said["once"],
        language=asking.language,
        age_band=asking.age_band,
        words=said["box1"],
        reach=said["box2"],
    )
    page = onward(request, reverse("surveys:sort_out_sent"))
    device.change(page, request, finished=asking.finished)
    return page


@for_young_people
@require_GET
def sort_out_sent(request: HttpRequest) -> HttpResponse:
    """Say what happens now, and nothing of what was typed."""
    asking = who_asks(request)
    if asking is None:
        return not_on_this_device(request)
    return answering_page(
        request,
        "surveys/sort_out_sent.html",
        {
            "back": asking.back,
            "finished": asking.finished,
            "age_band": asking.age_band,
        },
        language=asking.language,
    )


def _form_page(request: HttpRequest, asking: Asking, form: SortingForm) -> HttpResponse:
    """Return the form; refused, with all that was typed and what is missing."""
    with translation.override(asking.language):
        errors = errors_in(form)
    return answering_page(
        request,
        "surveys/sort_out.html",
        {
            "form": form,
            "errors": errors,
            "back": asking.back,
            "age_band": asking.age_band,
        },
        language=asking.language,
        status=422 if errors else 200,
    )
