"""The site map: every page anybody may read, and the same page in other languages."""

from collections import defaultdict

from django.http import HttpRequest
from wagtail.models import Page

from cms.frame import addressed

Told = dict[str, object]


def pages_told(request: HttpRequest) -> list[Told]:
    """Return location, date of the last change and alternates of each live public page.

    A copy that waits for its translation is left out: it says what another page says.
    """
    pages = (
        Page.objects.live()
        .public()
        .filter(depth__gte=2, alias_of=None)
        .select_related("locale")
        .order_by("path")
    )
    shown = [(page, url) for page in pages if (url := page.get_url(request))]
    same: dict[object, dict[str, str]] = defaultdict(dict)
    for page, url in shown:
        same[page.translation_key][page.locale.language_code] = url
    alternates = {
        key: addressed(request, urls)["alternates"] for key, urls in same.items()
    }
    return [
        {
            "location": request.build_absolute_uri(url),
            "lastmod": page.last_published_at,
            "alternates": [
                {"lang_code": one["code"], "location": one["url"]}
                for one in alternates[page.translation_key]
            ],
        }
        for page, url in shown
    ]
