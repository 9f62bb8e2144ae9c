"""Bringing a file as evidence, and opening it."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from voice.accounts.gate import signed_in, staff_only
from voice.statement.domain.evidence_files import FileRefused, cite_file, open_file
from voice.statement.domain.placing import CannotCite, Spot
from voice.statement.forms.evidence_file import EvidenceFileForm
from voice.statement.models import Evidence, EvidenceFile
from voice.statement.permissions import (
    user_can_edit_statement,
    user_can_read_statement,
)
from voice.statement.queries import current_statement, places


@staff_only(user_can_edit_statement)
def file_new(request: HttpRequest) -> HttpResponse:
    """Bring a file as evidence; `?place=` is chosen beforehand."""
    statement = current_statement()
    form = EvidenceFileForm(
        request.POST if request.method == "POST" else None,
        request.FILES if request.method == "POST" else None,
        places=places(statement) if statement else [],
        place=request.GET.get("place", ""),
    )
    if request.method == "POST" and form.is_valid():
        added = _added(request, form)
        if added is not None:
            messages.success(request, _("The file is evidence now."))
            return redirect("statement:evidence", added.pk)
    return render(request, "statement/evidence_file_new.html", {"form": form})


def _added(request: HttpRequest, form: EvidenceFileForm) -> Evidence | None:
    """Keep the file; on a refusal say why beside it, and return None."""
    said = form.cleaned_data
    place = form.places[said["place"]]
    try:
        return cite_file(
            said["file"].read(),
            title=said["title"],
            source=said["source"],
            dated_on=said["dated_on"],
            shows=said["shows"],
            at=Spot(place.key_theme, place.action, place.area),
            stance=said["stance"],
            by=signed_in(request),
        )
    except FileRefused as refused:
        form.add_error("file", str(refused))
    except CannotCite as refused:
        form.add_error("place", str(refused))
    return None


@never_cache
@staff_only(user_can_read_statement)
@require_safe
def file(request: HttpRequest, pk: int) -> HttpResponse:
    """Give out the file of a piece of evidence, and write down to whom.

    Under a name that tells nothing, to be saved and not opened here: a policy of its
    own forbids everything.
    """
    found = get_object_or_404(Evidence, pk=pk)
    try:
        kind, content = open_file(found, by=signed_in(request))
    except EvidenceFile.DoesNotExist:
        raise Http404 from None
    page = HttpResponse(content, content_type=kind.value)
    name = f"evidence-{found.pk}.{kind.ending}"
    page.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    page.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
    page.headers["X-Content-Type-Options"] = "nosniff"
    return page
