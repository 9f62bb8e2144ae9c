"""Leads to where somebody shows their second factor again."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_safe

from voice.accounts.gate import signed_in, staff_only
from voice.accounts.queries.factors import where_to_show
from voice.accounts.views.home import anybody_signed_in


@staff_only(anybody_signed_in)
@require_safe
def prove(request: HttpRequest) -> HttpResponse:
    """Lead to this person's own kind of factor, and back to `next` afterwards."""
    wanted = request.GET.get("next", "")
    allowed = url_has_allowed_host_and_scheme(
        wanted, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    back = wanted if allowed else reverse("accounts:home")
    return redirect(where_to_show(signed_in(request), next_url=back))
