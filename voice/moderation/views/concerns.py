"""The safeguarding leads' room: concerns, which nobody else can see."""

from uuid import UUID

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from voice.accounts.enums import Role
from voice.accounts.gate import recently_proven, signed_in, staff_only
from voice.moderation.domain.concerns import hear_concern, see_concern
from voice.moderation.forms.concern_filter import ConcernFilter
from voice.moderation.models import Concern, ConcernRecording
from voice.moderation.permissions import user_can_read_concerns, user_may_find_cover
from voice.moderation.queries.concerns import (
    active_with,
    concerns_for,
    counts_by_state,
    uncovered_for,
)
from voice.moderation.queries.floods import MANY, floods
from voice.moderation.queries.holds import holds_for
from voice.moderation.queries.worries import worries_for, worries_without_lead
from voice.moderation.views.concern_page import (
    about,
    attempts_of,
    concern_for,
    concern_page,
)

ON_A_PAGE = 25


@never_cache
@staff_only(user_can_read_concerns)
@require_safe
def concerns(request: HttpRequest) -> HttpResponse:
    """Show the concerns asked for, open ones first; words only when one is opened."""
    lead = signed_in(request)
    everything = concerns_for(lead)
    asked = ConcernFilter(request.GET, concerns=everything)
    page = Paginator(asked.narrow(everything, lead=lead), ON_A_PAGE).get_page(
        request.GET.get("page")
    )
    counts = counts_by_state(everything)
    query = request.GET.copy()
    query.pop("page", None)
    context = {
        "page": page,
        "rows": _rows(list(page), everything),
        "filter": asked,
        "counts": counts,
        "any": any(counts.values()),
        "to_record": everything.filter(acted_by=lead, decided_at=None),
        "worries": worries_for(lead).count(),
        "holds": holds_for(lead).count(),
        "many": MANY,
        "query": f"{query.urlencode()}&" if query else "",
    }
    return render(request, "moderation/concerns.html", context)


def _rows(listed: list[Concern], seen: QuerySet[Concern]) -> list[tuple[Concern, int]]:
    """Return what is listed; with the first of many wishes, how many came together."""
    counts = floods(listed, seen=seen)
    rows, said = [], set()
    for one in listed:
        first = str(one.told_with_id or one.pk)
        rows.append((one, 0 if first in said else counts.get(first, 0)))
        said.add(first)
    return rows


@never_cache
@staff_only(user_can_read_concerns)
@require_safe
@recently_proven
def concern(request: HttpRequest, concern_id: UUID) -> HttpResponse:
    """Open one concern."""
    return concern_page(request, concern_for(request, concern_id))


@never_cache
@staff_only(user_can_read_concerns)
@require_safe
@recently_proven
def referral(request: HttpRequest, concern_id: UUID) -> HttpResponse:
    """Show a referral to print, in the child's exact words."""
    found = concern_for(request, concern_id)
    words = see_concern(found, by=signed_in(request))
    contact = getattr(found, "contact", None)
    context = about(found) | {
        "words": words,
        "contact": contact.read() if contact else None,
        "attempts": attempts_of(found),
    }
    return render(request, "moderation/referral.html", context)


@never_cache
@staff_only(user_can_read_concerns)
@require_safe
@recently_proven
def recording(request: HttpRequest, concern_id: UUID) -> HttpResponse:
    """Return the child's voice or drawing; each time is written down."""
    found = concern_for(request, concern_id)
    copy = get_object_or_404(ConcernRecording, concern=found)
    content = hear_concern(copy, by=signed_in(request))
    answer = HttpResponse(content, content_type=copy.media_type)
    answer.headers["Content-Disposition"] = "inline"
    return answer


@never_cache
@staff_only(user_can_read_concerns)
@require_safe
@recently_proven
def holds(request: HttpRequest) -> HttpResponse:
    """Show every legal hold that stands, and those lifted."""
    lead = signed_in(request)
    page = Paginator(holds_for(lead, lifted_too=True), ON_A_PAGE).get_page(
        request.GET.get("page")
    )
    return render(request, "moderation/holds.html", {"page": page})


@never_cache
@staff_only(user_may_find_cover)
@require_safe
def uncovered(request: HttpRequest) -> HttpResponse:
    """Tell the manager that something waits which no lead may see, and what to do."""
    manager = signed_in(request)
    waiting = uncovered_for(manager)
    leads = active_with(Role.SAFEGUARDING_LEAD).count()
    worries = [
        reading
        for reading in worries_without_lead(leads=leads)
        if not reading.worry_walls.filter(user=manager).exists()
    ]
    context = {"waiting": waiting, "worries": worries}
    return render(request, "moderation/uncovered.html", context)
