"""At the desk: what the interface says in each language, and who approved it."""

from urllib.parse import urlencode

from django.contrib import messages
from django.core.paginator import Page, Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from surveys.domain.approvals import CannotApprove
from surveys.domain.interface_words import approve_interface_words
from surveys.forms.interface_words import (
    InterfaceApprovalForm,
    LookUpWordsForm,
    Which,
)
from surveys.languages import language_name, own_name
from surveys.permissions import user_can_draft_surveys
from surveys.queries.interface_words import (
    Interface,
    Spoken,
    found_among,
    interface_in,
    interface_languages,
)
from surveys.queries.safety_words import safety_approval
from voice.accounts.gate import signed_in, staff_only
from voice.inputs import direction_of

A_PAGE = 40


@staff_only(user_can_draft_surveys)
@require_safe
def languages(request: HttpRequest) -> HttpResponse:
    """List the languages, with what each still needs before it may open."""
    return render(
        request,
        "surveys/interface_languages.html",
        {
            "languages": [
                {
                    "code": code,
                    "name": language_name(code),
                    "own_name": own_name(code),
                    "direction": direction_of(code),
                    "interface": interface_in(code),
                    "safety": safety_approval(code),
                }
                for code in interface_languages()
            ]
        },
    )


@staff_only(user_can_draft_surveys)
@require_http_methods(["GET", "HEAD", "POST"])
def interface_words(request: HttpRequest, language: str) -> HttpResponse:
    """Show every sentence beside English; posted, approve those of this screen."""
    if language not in interface_languages():
        raise Http404
    interface = interface_in(language)
    look_up = LookUpWordsForm(request.GET)
    wanted = look_up.cleaned_data if look_up.is_valid() else {}
    search, which = wanted.get("search", ""), wanted.get("which") or Which.ALL
    listed = found_among(_listed(interface, which), search)
    page = Paginator(listed, A_PAGE).get_page(request.GET.get("page"))
    query = urlencode({"search": search, "which": which})
    form = InterfaceApprovalForm(
        request.POST if request.method == "POST" else None,
        initial={"reader_name": next(iter(interface.readers), "")},
    )
    if form.is_bound and form.is_valid() and _approve(request, language, form):
        here = reverse("surveys:interface_words", args=[language])
        onward = page.number
        if which != Which.WAITING and page.has_next():
            onward = page.next_page_number()
        return redirect(f"{here}?{query}&page={onward}")
    return render(
        request,
        "surveys/interface_words.html",
        _shown(interface, page)
        | {"form": form, "look_up": look_up}
        # What was looked for stays when the pages are turned.
        | {"query": f"{query}&", "is_looking": bool(search), "which": which},
        status=422 if form.errors else 200,
    )


def _approve(request: HttpRequest, language: str, form: InterfaceApprovalForm) -> bool:
    """Record the yes and say so; when it is refused, say why in the form."""
    try:
        approve_interface_words(
            language,
            hashes=request.POST.getlist("sentence"),
            reader_name=form.cleaned_data["reader_name"],
            by=signed_in(request),
        )
    except CannotApprove as refusal:
        form.add_error("reader_name", str(refusal))
        return False
    messages.success(request, _("The approval is recorded."))
    return True


def _shown(interface: Interface, page: Page[Spoken]) -> dict[str, object]:
    """Return what the page of one language shows."""
    return {
        "language": interface.language,
        "name": language_name(interface.language),
        "direction": direction_of(interface.language),
        "interface": interface,
        "page": page,
        "to_approve": [one for one in page if not one.is_missing and not one.reader],
        "safety": safety_approval(interface.language),
    }


def _listed(interface: Interface, which: str) -> list[Spoken]:
    """Return the sentences of one list."""
    if which == Which.WAITING:
        return interface.waiting
    return interface.missing if which == Which.MISSING else list(interface.sentences)
