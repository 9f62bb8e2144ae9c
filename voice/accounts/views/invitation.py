"""Inviting somebody, sending it again, withdrawing it, and accepting it."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from voice.accounts.domain import invitations
from voice.accounts.domain.errors import AccountsError
from voice.accounts.forms.invitation import AcceptForm, InvitationForm
from voice.accounts.gate import recently_proven, signed_in, staff_only
from voice.accounts.models import StaffInvitation
from voice.accounts.permissions import user_may_invite_staff
from voice.accounts.queries import open_invitation


@staff_only(user_may_invite_staff)
@require_http_methods(["GET", "HEAD", "POST"])
@recently_proven
def invite(request: HttpRequest) -> HttpResponse:
    """Invite somebody by e-mail."""
    form = InvitationForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            invitations.invite_staff(**form.cleaned_data, by=signed_in(request))
        except AccountsError as error:
            form.add_error("email", str(error))
        else:
            messages.success(
                request,
                _("We have sent the invitation to %(email)s.")
                % {"email": form.cleaned_data["email"]},
            )
            return redirect("accounts:staff")
    return render(request, "accounts/invite.html", {"form": form})


@staff_only(user_may_invite_staff)
@require_POST
@recently_proven
def resend(request: HttpRequest, pk: int) -> HttpResponse:
    """Send an invitation again; its old link stops working."""
    invitation = get_object_or_404(StaffInvitation, pk=pk)
    try:
        invitations.resend_invitation(invitation, by=signed_in(request))
    except AccountsError as error:
        messages.error(request, str(error))
    else:
        messages.success(request, _("Sent again. The old link no longer works."))
    return redirect("accounts:staff")


@staff_only(user_may_invite_staff)
@require_POST
@recently_proven
def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    """Take an invitation back; inviting again undoes it."""
    invitation = get_object_or_404(StaffInvitation, pk=pk)
    try:
        invitations.withdraw_invitation(invitation, by=signed_in(request))
    except AccountsError as error:
        messages.error(request, str(error))
    else:
        messages.success(request, _("Withdrawn. The link no longer works."))
    return redirect("accounts:staff")


@sensitive_post_parameters("password")
@require_http_methods(["GET", "HEAD", "POST"])
def accept(request: HttpRequest, token: str) -> HttpResponse:
    """Let somebody invited choose a password, once."""
    invitation = open_invitation(token)
    if invitation is None:
        return render(request, "accounts/invitation_closed.html", status=404)
    form = AcceptForm(request.POST or None, invitation=invitation)
    if request.method == "POST" and form.is_valid():
        try:
            invitations.accept_invitation(token, password=form.cleaned_data["password"])
        except AccountsError:
            return render(request, "accounts/invitation_closed.html", status=404)
        messages.success(request, _("Welcome. Sign in with your new password."))
        return redirect("account_login")
    context = {"form": form, "invitation": invitation}
    return render(request, "accounts/accept.html", context)
