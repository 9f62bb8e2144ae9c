"""From where in the product something is being done: an address's name, or a command."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from django.http import HttpRequest

_request: ContextVar[HttpRequest | None] = ContextVar("request", default=None)


@contextmanager
def in_place(request: HttpRequest) -> Iterator[None]:
    """Remember `request` while it is answered."""
    token = _request.set(request)
    try:
        yield
    finally:
        _request.reset(token)


def current_request() -> HttpRequest | None:
    """Return the request being answered; None outside one."""
    return _request.get()


def current_place() -> str:
    """Return the name of the address being answered; “machine” outside a request."""
    request = _request.get()
    if request is None or request.resolver_match is None:
        return "machine"
    return request.resolver_match.view_name or request.resolver_match.route
