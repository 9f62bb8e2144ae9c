"""Keeps staff without a second factor out, and ends sessions that are too old."""

from collections.abc import Callable
from time import time

from allauth.mfa.models import Authenticator
from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.contrib.auth import logout
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import Resolver404, resolve, reverse

from voice.accounts.gate import factor_was_shown
from voice.accounts.queries.factors import where_to_show

Next = Callable[[HttpRequest], HttpResponse]

BEGAN = "session_began"
SEEN = "session_seen"
SEEN_EVERY = 60
# What a page that renews itself asks with: nobody need be there.
BY_ITSELF = "by-itself"
FACTORS = [Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN]

# What somebody who has not shown a second factor may still reach: the way out, help,
# and the pages where a factor is shown…
WAYS_OUT = {
    "account_logout",
    "account_login",
    "accounts:prove",
    "surveys:exit",
    "surveys:help",
}
SHOWING = {"mfa_reauthenticate", "mfa_reauthenticate_webauthn"}
# … or, when there is none yet, where one is set up.
SETTING_UP = {
    "account_reauthenticate",
    "mfa_index",
    "mfa_activate_totp",
    "mfa_add_webauthn",
    "mfa_view_recovery_codes",
    "mfa_download_recovery_codes",
}


class SessionLimits:
    """Ends a staff session after 30 idle minutes, and after 12 hours in any case."""

    def __init__(self, get_page: Next) -> None:
        """Keep the next middleware."""
        self.get_page = get_page

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer the request, or lead to sign-in when the session is over."""
        # Without the cookie there is nobody to ask about, and no query to spend.
        if settings.SESSION_COOKIE_NAME not in request.COOKIES:
            return self.get_page(request)
        if request.user.is_authenticated and self._is_over(request):
            logout(request)
            return redirect_to_login(_way_back(request))
        return self.get_page(request)

    def _is_over(self, request: HttpRequest) -> bool:
        """Say whether the session is too old; otherwise note that it was seen."""
        now = time()
        began = request.session.setdefault(BEGAN, now)
        seen = request.session.setdefault(SEEN, now)
        if now - began > settings.SESSION_COOKIE_AGE or now - seen > settings.IDLE_AGE:
            return True
        if now - seen > SEEN_EVERY and BY_ITSELF not in request.GET:
            request.session[SEEN] = now
        return False


class SecondFactorRequired:
    """Sends staff to set up a second factor, or to show it in this session."""

    def __init__(self, get_page: Next) -> None:
        """Keep the next middleware."""
        self.get_page = get_page

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer the request, or lead to the factor that is missing."""
        if not settings.SECOND_FACTOR_REQUIRED or not request.user.is_authenticated:
            return self.get_page(request)
        if factor_was_shown(request):
            return self.get_page(request)
        has_one = is_mfa_enabled(request.user, FACTORS)
        name = _address_name(request)
        if name in WAYS_OUT | (SHOWING if has_one else SETTING_UP):
            return self.get_page(request)
        if request.path.startswith(settings.STATIC_URL):
            return self.get_page(request)
        if has_one:
            return redirect(where_to_show(request.user, next_url=_way_back(request)))
        return redirect("mfa_index")


def _way_back(request: HttpRequest) -> str:
    """Return the address to come back to: this one, if it can be asked for."""
    is_page = request.method in {"GET", "HEAD"}
    return request.get_full_path() if is_page else reverse("accounts:home")


def _address_name(request: HttpRequest) -> str:
    """Return the name of the address asked for; empty when there is none."""
    try:
        return resolve(request.path_info).view_name
    except Resolver404:
        return ""
