"""Taking an issued release back, in two steps."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from voice.accounts.gate import recently_proven, signed_in, staff_only
from voice.releases.citing import citing
from voice.releases.domain.recalls import CannotRecall, recall_release
from voice.releases.forms import RecallForm
from voice.releases.models import Release
from voice.releases.permissions import (
    user_can_recall_release,
    user_can_sign_releases,
)
from voice.releases.views.release import release_or_404


@staff_only(user_can_sign_releases)
@require_http_methods(["GET", "HEAD", "POST"])
@recently_proven
def recall(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask why, then show what that changes and ask once more; then take it back."""
    release = release_or_404(request, pk)
    if not user_can_recall_release(request.user, release):
        return redirect("releases:release", pk=pk)
    form = RecallForm(request.POST or None)
    step = request.POST.get("do", "")
    if not step or step == "change" or not form.is_valid():
        if step == "change":
            form.errors.clear()
        return render(
            request, "releases/recall.html", {"release": release, "form": form}
        )
    if step == "recall":
        return _recalled(request, release, form.cleaned_data["why"])
    context = {
        "release": release,
        "why": form.cleaned_data["why"],
        "citing": citing(release),
    }
    return render(request, "releases/recall_sure.html", context)


def _recalled(request: HttpRequest, release: Release, why: str) -> HttpResponse:
    """Take it back, and go to its page, which says so."""
    try:
        recall_release(release, why=why, by=signed_in(request))
    except CannotRecall as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, _("Recalled. Whatever cites it says so from now on."))
    return redirect("releases:release", pk=release.pk)
