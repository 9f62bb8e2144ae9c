"""Wagtail's own sign-out, which is allauth's."""

from allauth.account.views import logout
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect


def sign_out_of_admin(request: HttpRequest) -> HttpResponseBase:
    """Sign out when the admin's button is pressed; ask first when a link is followed."""
    if request.method == "POST":
        return logout(request)
    return redirect("account_logout")
