"""Chooses the language of a page, and leads the bare address to one."""

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.middleware.locale import LocaleMiddleware


class LanguageOfTheAddress(LocaleMiddleware):
    """Django's own, but what is not there is not looked for under /en/ as well.

    Wagtail answers to any path under a language, so Django would turn every 404
    of the desk into a redirect to a page that does not exist either.
    """

    def process_response(
        self, request: HttpRequest, response: HttpResponseBase
    ) -> HttpResponseBase:
        """Redirect the bare address alone; leave every other answer as it is."""
        if response.status_code == 404 and request.path_info != "/":
            return response
        return super().process_response(request, response)
