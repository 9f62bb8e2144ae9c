"""The administrator's pages: who works with Voice, and in which roles."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from voice.accounts.domain import staff as people
from voice.accounts.domain.errors import AccountsError
from voice.accounts.forms.staff import NameForm, RolesForm
from voice.accounts.gate import recently_proven, signed_in, staff_only
from voice.accounts.holdings import held_by
from voice.accounts.models import User
from voice.accounts.permissions import user_may_invite_staff
from voice.accounts.queries import all_staff, waiting_invitations
from voice.accounts.queries.reviews import overdue_reviews

CONFIRMED = {
    "deactivate": people.deactivate,
    "reactivate": people.reactivate,
    "remove_factors": people.remove_factors,
}


@staff_only(user_may_invite_staff)
@require_safe
def staff(request: HttpRequest) -> HttpResponse:
    """Show everyone who works with Voice, and the invitations that wait."""
    context = {
        "people": all_staff(),
        "invitations": waiting_invitations(),
        "overdue": overdue_reviews(),
    }
    return render(request, "accounts/staff.html", context)


@staff_only(user_may_invite_staff)
@require_http_methods(["GET", "HEAD", "POST"])
@recently_proven
def person(request: HttpRequest, pk: int) -> HttpResponse:
    """Show somebody's roles, and change them."""
    found = get_object_or_404(User, pk=pk)
    form = RolesForm(
        request.POST if request.method == "POST" else None,
        initial={"roles": found.roles()},
    )
    if request.method == "POST" and form.is_valid():
        try:
            people.change_roles(
                found, roles=form.cleaned_data["roles"], by=signed_in(request)
            )
        except AccountsError as error:
            form.add_error("roles", str(error))
        else:
            messages.success(request, _("Saved. They sign in again from now on."))
            return redirect("accounts:staff")
    context = {
        "person": found,
        "form": form,
        "is_self": found.pk == request.user.pk,
        "holds": held_by([found.pk])[found.pk],
        "reviews": found.access_reviews.select_related("reviewed_by"),
    }
    return render(request, "accounts/person.html", context)


@staff_only(user_may_invite_staff)
@require_http_methods(["GET", "HEAD", "POST"])
@recently_proven
def rename(request: HttpRequest, pk: int) -> HttpResponse:
    """Have somebody go by another name."""
    found = get_object_or_404(User, pk=pk)
    is_sent = request.method == "POST"
    form = NameForm(request.POST if is_sent else None, initial={"name": found.name})
    if is_sent and form.is_valid():
        try:
            people.rename(found, name=form.cleaned_data["name"], by=signed_in(request))
        except AccountsError as error:
            form.add_error("name", str(error))
        else:
            messages.success(request, _("Saved. They go by this name now."))
            return redirect("accounts:person", pk=pk)
    return render(request, "accounts/rename.html", {"person": found, "form": form})


@staff_only(user_may_invite_staff)
@require_http_methods(["GET", "HEAD", "POST"])
@recently_proven
def confirm(request: HttpRequest, pk: int, verb: str) -> HttpResponse:
    """Ask before somebody is let go, taken back, or loses their second factors."""
    found = get_object_or_404(User, pk=pk)
    if request.method != "POST":
        context = {
            "person": found,
            "verb": verb,
            "holds": held_by([found.pk])[found.pk] if verb == "deactivate" else [],
        }
        return render(request, "accounts/confirm.html", context)
    try:
        CONFIRMED[verb](found, by=signed_in(request))
    except AccountsError as error:
        messages.error(request, str(error))
    else:
        messages.success(request, _("Done."))
    return redirect("accounts:person", pk=pk)
