"""How the pages look, chosen on the page itself; no account, nothing kept by us."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import Resolver404, resolve, reverse
from django.views.decorators.http import require_POST

from surveys.views.pages import for_young_people, wants_json

# Where somebody can be who changes how it looks: never an address of the staff.
BACK_TO = frozenset(
    {
        "start",
        "start_chosen",
        "room",
        "next_person",
        "share",
        "hand_over",
        "step",
        "finish",
        "thanks",
        "contact",
        "contact_sent",
        "sort_out",
        "sort_out_sent",
        "help",
    }
)


@for_young_people
@require_POST
def choose_look(request: HttpRequest) -> HttpResponse:
    """Go back to the page they came from, which then looks as they chose."""
    if wants_json(request):
        return HttpResponse(status=204)
    page = redirect(_back(request.POST.get("back", "")))
    page.status_code = 303
    return page


def _back(address: str) -> str:
    """Return `address` when it is a page of young people's, else that of help."""
    try:
        found = resolve(address)
    except Resolver404:
        return reverse("surveys:help")
    is_theirs = found.app_name == "surveys" and found.url_name in BACK_TO
    return address if is_theirs else reverse("surveys:help")
