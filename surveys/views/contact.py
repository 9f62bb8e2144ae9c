"""“I want someone to contact me”: asked for on the last page and after the end."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import translation
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_GET

from surveys.domain.contact import want_contact
from surveys.forms.contact import ContactForm
from surveys.models import Invitation
from surveys.views import device
from surveys.views.closed import not_on_this_device
from surveys.views.pages import answering_page, for_young_people, onward
from surveys.wants_contact import is_offered


@dataclass(frozen=True, slots=True)
class Asking:
    """Who asks, as far as this device knows, and where they go on."""

    invitation: int
    language: str
    age_band: str
    finished: bool

    @property
    def back(self) -> str:
        """Return the address of the page they came from."""
        return reverse("surveys:thanks" if self.finished else "surveys:finish")


@sensitive_post_parameters()
@for_young_people
def contact(request: HttpRequest) -> HttpResponse:
    """Show the form, always empty; posted, hand it on and show that it was."""
    asking = _asking(request)
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
        when=said["box3"],
        words=said["box4"],
    )
    page = onward(request, reverse("surveys:contact_sent"))
    device.change(page, request, finished=asking.finished)
    return page


@for_young_people
@require_GET
def contact_sent(request: HttpRequest) -> HttpResponse:
    """Say what happens now, and nothing of what was typed."""
    asking = _asking(request)
    if asking is None:
        return not_on_this_device(request)
    return answering_page(
        request,
        "surveys/contact_sent.html",
        {"back": asking.back, "finished": asking.finished, "age_band": asking.age_band},
        language=asking.language,
    )


def _asking(request: HttpRequest) -> Asking | None:
    """Return who asks on this device: answering, or finished in the last ten minutes."""
    if response := device.response_on(request):
        return Asking(
            response.invitation_id, response.language, response.age_band, finished=False
        )
    if finished := device.finished_on(request):
        return Asking(
            finished.invitation, finished.language, finished.age_band, finished=True
        )
    return None


def _form_page(request: HttpRequest, asking: Asking, form: ContactForm) -> HttpResponse:
    """Return the form; refused, with all that was typed and what is missing."""
    mode = Invitation.objects.values_list("survey__mode", flat=True)
    with translation.override(asking.language):
        errors = [
            {"href": f"#{form[name].auto_id}", "text": text}
            for name, texts in form.errors.items()
            for text in texts
        ]
    return answering_page(
        request,
        "surveys/contact.html",
        {
            "form": form,
            "errors": errors,
            "mode": mode.get(pk=asking.invitation),
            "back": asking.back,
            "age_band": asking.age_band,
        },
        language=asking.language,
        status=422 if errors else 200,
    )
