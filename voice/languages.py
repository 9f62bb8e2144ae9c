"""Chooses the language of a page, and leads the bare address to one."""

from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.middleware.locale import LocaleMiddleware
from django.utils import translation

# Rooms of staff: in the languages whose catalogue has words for them.
STAFF_ROOMS = ("/desk/", "/board/", "/admin/", "/account/")


class LanguageOfTheAddress(LocaleMiddleware):
    """Django's own, but what is not there is not looked for under /en/ as well.

    Wagtail answers to any path under a language, so Django would turn every 404
    of the desk into a redirect to a page that does not exist either. And the rooms
    of staff are never half in one language and half in another.
    """

    def process_request(self, request: HttpRequest) -> None:
        """Choose the language; a staff room without words in it is in English."""
        super().process_request(request)
        if request.path_info.startswith(STAFF_ROOMS):
            spoken = dict(settings.STAFF_LANGUAGES)
            if translation.get_language() not in spoken:
                translation.activate(settings.LANGUAGE_CODE)
                request.LANGUAGE_CODE = settings.LANGUAGE_CODE  # type: ignore[attr-defined]

    def process_response(
        self, request: HttpRequest, response: HttpResponseBase
    ) -> HttpResponseBase:
        """Redirect the bare address alone; leave every other answer as it is."""
        if response.status_code == 404 and request.path_info != "/":
            return response
        return super().process_response(request, response)
