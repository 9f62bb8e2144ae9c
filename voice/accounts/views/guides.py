"""Help at the desk: a page for each task."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from voice.accounts.gate import staff_only
from voice.accounts.guides import guides_for
from voice.accounts.permissions import user_may_enter_desk


@staff_only(user_may_enter_desk)
def guides(request: HttpRequest) -> HttpResponse:
    """Show every task of the reader's rooms, in the order of the loop."""
    return render(request, "accounts/guides.html", {"found": guides_for(request.user)})


@staff_only(user_may_enter_desk)
def guide(request: HttpRequest, name: str) -> HttpResponse:
    """Show how one task is done; Http404 where it is none of the reader's."""
    found = guides_for(request.user)
    names = [one.guide.name for one in found]
    if name not in names:
        raise Http404
    at = names.index(name)
    following = found[at + 1] if at + 1 < len(found) else None
    context = {"here": found[at], "following": following}
    return render(request, "accounts/guide.html", context)
