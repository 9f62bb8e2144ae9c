"""The quarterly review of access, and its history."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from voice.accounts.domain.errors import AccountsError
from voice.accounts.domain.reviews import confirm_access
from voice.accounts.gate import recently_proven, signed_in, staff_only
from voice.accounts.models import User
from voice.accounts.permissions import user_may_invite_staff, user_may_review_access
from voice.accounts.queries.reviews import access_of_everybody, reviews_before


@staff_only(user_may_review_access)
@require_safe
def review(request: HttpRequest) -> HttpResponse:
    """Show who may see what, when that was last looked at, and what is overdue."""
    rows = access_of_everybody()
    return render(
        request,
        "accounts/review.html",
        {
            "rows": rows,
            "overdue": sum(row.is_overdue for row in rows),
            "before": reviews_before(),
            "may_change": user_may_invite_staff(request.user),
        },
    )


@staff_only(user_may_review_access)
@require_POST
@recently_proven
def confirm_one(request: HttpRequest, pk: int) -> HttpResponse:
    """Say that somebody's access is still right."""
    person = get_object_or_404(User, pk=pk, is_active=True)
    try:
        confirm_access(person, by=signed_in(request))
    except AccountsError as error:
        messages.error(request, str(error))
    else:
        messages.success(
            request,
            _("Confirmed: %(name)s's access is still right.") % {"name": person},
        )
    return redirect("accounts:review")
