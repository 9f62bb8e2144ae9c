"""An issued release as a file, for everybody who may read it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from voice.accounts.gate import signed_in, staff_only
from voice.audit.domain.record import record
from voice.releases.enums import ReleaseState
from voice.releases.exports.files import KINDS, WRITERS
from voice.releases.models import Release
from voice.releases.permissions import user_can_take_out_releases
from voice.releases.queries.releases import ReleaseAltered, verified


@never_cache
@staff_only(user_can_take_out_releases)
@require_safe
def take_out(request: HttpRequest, pk: int, kind: str) -> HttpResponse:
    """Return an issued release as a file under a name that tells nothing.

    What waits, was dropped or recalled is missing: a file cannot say later that it
    counts no more. What was altered is never given out.
    """
    release = get_object_or_404(
        Release.objects.select_related("survey").prefetch_related("quotes"),
        pk=pk,
        state=ReleaseState.ISSUED,
        recall=None,
    )
    try:
        verified(release)
    except ReleaseAltered as altered:
        context = {"release": release, "why": str(altered)}
        return render(request, "releases/altered.html", context, status=500)
    record("releases.take_out", of=release, by=signed_in(request), kind=kind)
    page = HttpResponse(WRITERS[kind](release), content_type=KINDS[kind])
    page.headers["Content-Disposition"] = f'attachment; filename="release.{kind}"'
    return page
