"""What young people asked to be sorted out, for those who run the survey."""

from contextlib import suppress
from typing import Any
from uuid import UUID

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from voice.accounts.gate import signed_in, staff_only
from voice.council.domain.keys import KeyDestroyed
from voice.moderation.domain.practical_requests import (
    RequestIsSettled,
    give_request,
    pass_request_on,
    read_request,
    reopen_request,
    settle_request,
)
from voice.moderation.enums import RequestState
from voice.moderation.forms.practical_requests import FilterForm, GiveForm, SettleForm
from voice.moderation.models import PracticalRequest
from voice.moderation.permissions import user_may_sort_requests
from voice.moderation.queries.practical_requests import requests_of

ON_A_PAGE = 25


@never_cache
@staff_only(user_may_sort_requests)
@require_safe
def requests(request: HttpRequest) -> HttpResponse:
    """List the requests of the surveys one runs; no words."""
    every = requests_of(request.user)
    form = FilterForm(request.GET)
    page = Paginator(_chosen(every, form, request), ON_A_PAGE).get_page(
        request.GET.get("page")
    )
    query = request.GET.copy()
    query.pop("page", None)
    return render(
        request,
        "moderation/requests.html",
        {
            "page": page,
            "filter": form,
            "query": query.urlencode(),
            "any": bool(page.object_list) or every.exists(),
        },
    )


@never_cache
@staff_only(user_may_sort_requests)
@require_safe
def one_request(request: HttpRequest, request_id: UUID) -> HttpResponse:
    """Show one request, with its words; opening is written down."""
    return _page(request, _mine(request, request_id))


@never_cache
@staff_only(user_may_sort_requests)
@require_POST
def give(request: HttpRequest, request_id: UUID) -> HttpResponse:
    """Give a request to somebody who runs the survey."""
    found = _mine(request, request_id)
    form = GiveForm(request.POST, request=found)
    if not form.is_valid():
        return _page(request, found, status=422, give=form)
    try:
        give_request(found, to=form.cleaned_data["to"], by=signed_in(request))
    except RequestIsSettled as told:
        return _page(request, found, status=409, told=told.sentence)
    return redirect("moderation:one_request", request_id)


@never_cache
@staff_only(user_may_sort_requests)
@require_POST
def settle(request: HttpRequest, request_id: UUID) -> HttpResponse:
    """Say what came of a request."""
    found = _mine(request, request_id)
    form = SettleForm(request.POST)
    if not form.is_valid():
        return _page(request, found, status=422, settle=form)
    try:
        settle_request(
            found,
            state=RequestState(form.cleaned_data["state"]),
            note=form.cleaned_data["note"],
            by=signed_in(request),
        )
    except RequestIsSettled as told:
        return _page(request, found, status=409, settle=form, told=told.sentence)
    except KeyDestroyed:
        form.add_error("note", _("The time of the words is over: leave this empty."))
        return _page(request, found, status=422, settle=form)
    return redirect("moderation:requests")


@never_cache
@staff_only(user_may_sort_requests)
@require_POST
def reopen(request: HttpRequest, request_id: UUID) -> HttpResponse:
    """Take back that a request was settled."""
    reopen_request(_mine(request, request_id), by=signed_in(request))
    return redirect("moderation:one_request", request_id)


@never_cache
@staff_only(user_may_sort_requests)
@require_POST
def pass_on_request(request: HttpRequest, request_id: UUID) -> HttpResponse:
    """Give the exact words to the safeguarding leads, at once."""
    found = _mine(request, request_id)
    try:
        pass_request_on(found, by=signed_in(request))
    except RequestIsSettled as told:
        return _page(request, found, status=409, told=told.sentence)
    except KeyDestroyed:
        told_over = _("The time of the words is over: nothing is left to pass on.")
        return _page(request, found, status=409, told=told_over)
    return redirect("moderation:one_request", request_id)


def _chosen(
    every: QuerySet[PracticalRequest], form: FilterForm, request: HttpRequest
) -> QuerySet[PracticalRequest]:
    """Return those that the filter asks for; all, where it asks for nothing sensible."""
    if not form.is_valid():
        return every
    if form.cleaned_data["state"]:
        every = every.filter(state=form.cleaned_data["state"])
    if form.cleaned_data["mine"]:
        every = every.filter(owner=signed_in(request))
    return every


def _mine(request: HttpRequest, request_id: UUID) -> PracticalRequest:
    """Return a request of a survey one runs; Http404 for anything else."""
    return get_object_or_404(requests_of(request.user), pk=request_id)


def _page(
    request: HttpRequest, found: PracticalRequest, *, status: int = 200, **more: Any
) -> HttpResponse:
    """Return the page of one request, as it is now."""
    now = _mine(request, found.pk)
    said = None
    if now.may_be_read:
        with suppress(KeyDestroyed):
            said = read_request(now, by=signed_in(request))
    context = {
        "asked": now,
        "said": said,
        "give": GiveForm(request=now),
        "settle": SettleForm(),
    }
    return render(request, "moderation/request.html", context | more, status=status)
