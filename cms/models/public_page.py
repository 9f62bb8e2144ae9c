"""What every public page knows: its home, its other languages, the pages beside it."""

from django.http import HttpRequest
from wagtail.models import Locale, Page


class PublicPage:
    """Mixed into each kind of page; adds what the public layout shows."""

    def get_context(
        self, request: HttpRequest, *args: object, **kwargs: object
    ) -> dict[str, object]:
        """Return Wagtail's context with home, languages and the pages beside it."""
        context = super().get_context(request, *args, **kwargs)  # type: ignore[misc]
        home = self._home()
        context["home_url"] = home.get_url(request) if home else "/"
        context["languages_of_page"] = self._languages(request, home)
        context["beside"] = _beside(request, home) if home else []
        return context

    def _home(self) -> Page | None:
        """Return the home page this page hangs under, itself included."""
        assert isinstance(self, Page)  # noqa: S101 - a mixin of pages
        above = self.get_ancestors(inclusive=True).filter(depth=2)
        return above.select_related("locale").first()

    def _languages(
        self, request: HttpRequest, home: Page | None
    ) -> list[dict[str, str]]:
        """Return the other languages: this page in each, or else that home page."""
        assert isinstance(self, Page)  # noqa: S101 - a mixin of pages
        keys = {self.translation_key: 1}
        if home:
            keys.setdefault(home.translation_key, 0)
        best: dict[str, tuple[int, Page, Locale]] = {}
        pages = (
            Page.objects.live()
            .filter(translation_key__in=keys)
            .exclude(locale=self.locale_id)
            .select_related("locale")
        )
        for page in pages:
            code = page.locale.language_code
            found = (keys[page.translation_key], page, page.locale)
            if code not in best or best[code][0] < found[0]:
                best[code] = found
        return [
            {"code": code, "name": str(locale), "url": page.get_url(request)}
            for code, (_, page, locale) in sorted(best.items())
        ]


def _beside(request: HttpRequest, home: Page) -> list[dict[str, str]]:
    """Return the pages an editor put in the menu, as title and address."""
    pages = home.get_children().live().in_menu()
    return [{"title": page.title, "url": page.get_url(request)} for page in pages]
