"""Remembers from where in the product something is done."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from voice.audit.place import in_place

Next = Callable[[HttpRequest], HttpResponse]


class PlaceInTheProduct:
    """Names the address's pattern as the place, never the address itself."""

    def __init__(self, get_page: Next) -> None:
        """Keep the next middleware."""
        self.get_page = get_page

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer the request with its place remembered."""
        with in_place(request):
            return self.get_page(request)
