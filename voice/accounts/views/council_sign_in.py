"""Signing in with the council's own identity provider."""

from allauth.account.internal.decorators import login_not_required
from allauth.socialaccount.providers.oauth2.views import (
    OAuth2CallbackView,
    OAuth2LoginView,
)
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponseBase
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from voice.accounts.provider import COUNCIL, CouncilConnection


@never_cache
@login_not_required
@require_GET
def start(request: HttpRequest) -> HttpResponseBase:
    """Lead to the council's sign-in; Http404 where none is set."""
    view = OAuth2LoginView.adapter_view(_connection(request))
    response: HttpResponseBase = view(request)
    return response


@never_cache
@login_not_required
@require_GET
def callback(request: HttpRequest) -> HttpResponseBase:
    """Let in whom the council vouches for, if they were invited."""
    view = OAuth2CallbackView.adapter_view(_connection(request))
    response: HttpResponseBase = view(request)
    return response


def _connection(request: HttpRequest) -> CouncilConnection:
    """Return the connection to the provider. Raises Http404 where none is set."""
    if not settings.OIDC_ISSUER:
        raise Http404
    return CouncilConnection(request, COUNCIL)
