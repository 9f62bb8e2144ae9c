"""Words come in UTF-8: anything else is refused before it is read."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest

Next = Callable[[HttpRequest], HttpResponse]

UTF_8 = frozenset({"utf-8", "utf8"})


class WordsInUtf8:
    """Answers 400 where a body says it is written in another charset.

    No browser sends one from our pages. Read as UTF-8 the words would be others, and
    Django 6.1 breaks over some (`rot13`), and over its own refusal of the rest.
    """

    def __init__(self, get_page: Next) -> None:
        """Keep the next middleware."""
        self.get_page = get_page

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer the request, or refuse it without a word: nobody reads it."""
        said = (request.content_params or {}).get("charset", "utf-8")
        if said.lower() not in UTF_8:
            return HttpResponseBadRequest()
        return self.get_page(request)
