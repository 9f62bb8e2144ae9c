"""Keeps views for those they are for: strangers sign in, the wrong role is told so."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate

from allauth.account.authentication import get_authentication_records
from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils import timezone

from voice.accounts.models import User
from voice.accounts.permissions import Visitor

type Question = Callable[[Visitor], bool]
type View[**P] = Callable[Concatenate[HttpRequest, P], HttpResponseBase]


def staff_only[**P](question: Question) -> Callable[[View[P]], View[P]]:
    """Return a decorator that lets in only those of whom `question` is true.

    Strangers are sent to sign in; somebody with another role gets a page that
    says so (403) and leads back to their own rooms.
    """

    def guarded(view: View[P]) -> View[P]:
        @wraps(view)
        def gate(
            request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs
        ) -> HttpResponseBase:
            if not request.user.is_authenticated:
                return redirect_to_login(request.get_full_path())
            if not question(request.user):
                return not_for_you(request)
            return view(request, *args, **kwargs)

        return gate

    return guarded


def signed_in(request: HttpRequest) -> User:
    """Return who is signed in, for views behind `staff_only`.

    Raises PermissionDenied for a stranger.
    """
    if not isinstance(request.user, User):
        raise PermissionDenied
    return request.user


def not_for_you(request: HttpRequest) -> HttpResponse:
    """Return the page (403) for somebody whose role does not open this room."""
    return render(request, "accounts/not_for_you.html", status=403)


def recently_proven[**P](view: View[P]) -> View[P]:
    """Let in only those who showed their second factor in the last fifteen minutes.

    For concerns, exports, signing, and whatever changes who may see what; which
    addresses is held by tests/house/access.py. Nothing that was sent is kept on the server
    meanwhile: it may be a child's words. It goes back with the page, to be sent again.
    Not asked where no second factor is (the demonstration).
    """

    @wraps(view)
    def gate(
        request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs
    ) -> HttpResponseBase:
        if not settings.SECOND_FACTOR_REQUIRED or was_proven_recently(request):
            return view(request, *args, **kwargs)
        sent = [
            (name, value)
            for name, values in request.POST.lists()
            for value in values
            if name != "csrfmiddlewaretoken"
        ]
        return render(request, "accounts/prove_again.html", {"sent": sent}, status=403)

    return gate


def was_proven_recently(request: HttpRequest) -> bool:
    """Say whether a second factor was shown in this session within the limit.

    A password alone is no proof here: it may be known to somebody else.
    """
    records = get_authentication_records(request, request.user)
    oldest = timezone.now().timestamp() - settings.ACCOUNT_REAUTHENTICATION_TIMEOUT
    return any(
        record["method"] == "mfa" and record["at"] >= oldest for record in records
    )


def factor_was_shown(request: HttpRequest) -> bool:
    """Say whether a second factor (or a passkey) was shown in this session."""
    records = get_authentication_records(request, request.user)
    return any(record["method"] == "mfa" for record in records)
