"""A page with other pages of its own below it, which no editor wrote."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from wagtail.contrib.routable_page.models import RoutablePageMixin

from cms.models.public_page import PublicPage


class RoutedPage(RoutablePageMixin, PublicPage):
    """Mixed into a kind of page that answers below its own address too."""

    def below(
        self,
        request: HttpRequest,
        *,
        path: str,
        title: str,
        template: str = "",
        **more: Any,
    ) -> HttpResponse:
        """Answer with a page of its own at `path` below, called `title`.

        The other languages, the way here and the address for machines are that page's.
        """
        context: dict[str, Any] = self.get_context(request) | more
        own = self.get_url(request)  # type: ignore[attr-defined]
        context["crumbs"] = [
            *context.get("crumbs", []),
            {"title": self.title, "url": own},  # type: ignore[attr-defined]
        ]
        context["here"] = title
        context["canonical"] = f"{context['canonical']}{path}"
        for name in ("languages_of_page", "alternates"):
            context[name] = [
                link | {"url": f"{link['url']}{path}"}
                if "?" not in link["url"]
                else link
                for link in context[name]
            ]
        shown = template or self.get_template(request)  # type: ignore[attr-defined]
        return TemplateResponse(request, shown, context)
