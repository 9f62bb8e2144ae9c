"""Who asks, once the gate has let them in."""

from typing import cast

from django.http import HttpRequest

from voice.accounts.models import User


def person(request: HttpRequest) -> User:
    """Return who is signed in; only for views that `staff_only` guards."""
    return cast(User, request.user)
