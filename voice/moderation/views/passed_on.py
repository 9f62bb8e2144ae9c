"""What a reader passed on: that it was seen and decided, and when; never what."""

from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from voice.accounts.gate import signed_in, staff_only
from voice.moderation.domain.errors import CannotDecide
from voice.moderation.domain.escalating import escalate_concern, not_this_lead
from voice.moderation.forms.passed_on import NotThisLeadForm
from voice.moderation.models import Concern
from voice.moderation.permissions import user_may_read_comments
from voice.moderation.queries.concerns import leads_who_may_see, raised_by

ON_A_PAGE = 25


@never_cache
@staff_only(user_may_read_comments)
@require_safe
def passed_on(request: HttpRequest) -> HttpResponse:
    """List what this reader passed on."""
    page = Paginator(raised_by(signed_in(request)), ON_A_PAGE).get_page(
        request.GET.get("page")
    )
    return render(request, "moderation/passed_on_list.html", {"page": page})


@never_cache
@staff_only(user_may_read_comments)
@require_safe
def one_passed_on(request: HttpRequest, concern_id: UUID) -> HttpResponse:
    """Show how far one of them is, and what the reader may still do."""
    return _page(request, _own(request, concern_id))


@never_cache
@staff_only(user_may_read_comments)
@require_POST
def escalate(request: HttpRequest, concern_id: UUID) -> HttpResponse:
    """Have the duty manager told that the reader is still waiting."""
    found = _own(request, concern_id)
    try:
        escalate_concern(found, by=signed_in(request))
    except CannotDecide as told:
        return _page(request, found, status=409, told=told.sentence)
    return redirect("moderation:one_passed_on", concern_id)


@never_cache
@staff_only(user_may_read_comments)
@require_POST
def not_lead(request: HttpRequest, concern_id: UUID) -> HttpResponse:
    """Keep one lead out."""
    found = _own(request, concern_id)
    form = NotThisLeadForm(request.POST, concern=found)
    if not form.is_valid():
        return _page(request, found, status=422, form=form)
    not_this_lead(found, lead=form.cleaned_data["lead"], by=signed_in(request))
    return redirect("moderation:one_passed_on", concern_id)


def _own(request: HttpRequest, concern_id: UUID) -> Concern:
    """Return what this reader passed on; Http404 for anything else."""
    return get_object_or_404(raised_by(signed_in(request)), pk=concern_id)


def _page(
    request: HttpRequest,
    found: Concern,
    *,
    status: int = 200,
    form: NotThisLeadForm | None = None,
    told: object = "",
) -> HttpResponse:
    """Return the page of one thing passed on."""
    context = {
        "concern": found,
        "form": form or NotThisLeadForm(concern=found),
        "left": leads_who_may_see(found).count(),
        "told": told,
    }
    return render(request, "moderation/passed_on.html", context, status=status)
