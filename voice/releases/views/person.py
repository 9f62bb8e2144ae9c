"""Who is asking."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest

from voice.accounts.models import User


def person(request: HttpRequest) -> User:
    """Return who is signed in; raises PermissionDenied for a stranger."""
    if not isinstance(request.user, User):
        raise PermissionDenied
    return request.user
