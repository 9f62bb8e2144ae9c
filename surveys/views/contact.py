"""“I want someone to contact me”: asked for on the last page and after the end."""

from django.http import HttpRequest, HttpResponse
from django.utils import translation
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_GET

from surveys.domain.contact import want_contact
from surveys.forms.contact import ContactForm
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
from surveys.wants_contact import is_offered


@sensitive_post_parameters()
@for_young_people
def contact(request: HttpRequest, number: int = 0) -> HttpResponse:
    """Show the form, always empty; posted, hand it on and show that it was.

    `number` is the step they came from, and go back to.
    """
    asking = who_asks(request, number)
    if asking is None or not is_offered():
        return not_on_this_device(request)
    if request.method != "POST":
        return _form_page(request, asking, ContactForm())
    with translation.override(asking.language):
        form = ContactForm(request.POST)
        if not form.is_valid():
            return _form_page(request, asking, form)
    invitation = Invitation.objects.select_related("survey").get(pk=asking.invitation)
    said = form.cleaned_data
    want_contact(
        invitation,
        once=said["once"],
        language=asking.language,
        age_band=asking.age_band,
        called=said["box1"],
        how=said["box2"],
        who_sees=said["box5"],
        when=said["box3"],
        words=said["box4"],
    )
    page = onward(request, asking.here("contact_sent"))
    device.change(page, request, finished=asking.finished)
    return page


@for_young_people
@require_GET
def contact_sent(request: HttpRequest, number: int = 0) -> HttpResponse:
    """Say what happens now, and nothing of what was typed; lead back to step `number`."""
    asking = who_asks(request, number)
    if asking is None:
        return not_on_this_device(request)
    return answering_page(
        request,
        "surveys/contact_sent.html",
        {
            "back": asking.back,
            "finished": asking.finished,
            "number": asking.number,
            "age_band": asking.age_band,
        },
        language=asking.language,
    )


def _form_page(request: HttpRequest, asking: Asking, form: ContactForm) -> HttpResponse:
    """Return the form; refused, with all that was typed and what is missing."""
    mode = Invitation.objects.values_list("survey__mode", flat=True)
    with translation.override(asking.language):
        errors = errors_in(form)
    return answering_page(
        request,
        "surveys/contact.html",
        {
            "form": form,
            "errors": errors,
            "mode": mode.get(pk=asking.invitation),
            "back": asking.back,
            "action": asking.here("contact"),
            "age_band": asking.age_band,
        },
        language=asking.language,
        status=422 if errors else 200,
    )
