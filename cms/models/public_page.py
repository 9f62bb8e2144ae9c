"""What every public page knows: its home, its languages, the menu, the way to it."""

from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest
from wagtail.models import Locale, Page, PageViewRestriction

from cms.frame import INSTEAD, addressed, crumbs_of, links_of


class PublicPage:
    """Mixed into each kind of page; adds what the public layout shows."""

    in_the_foot = False
    """Linked from the foot of every page, whether or not it is in menus."""
    in_the_corner = False
    """Has its own place in the band, so that the menu leaves it out."""

    way_here: "list[Page] | None" = None
    """The pages from the root to this one, once they were read to serve it."""

    @property
    def in_brief(self) -> str:
        """Return a sentence for search engines and results: an editor's, or the first."""
        said = getattr(self, "search_description", "")
        return said or str(getattr(self, "introduction", "")) or ""

    def get_context(
        self, request: HttpRequest, *args: Any, **kwargs: Any
    ) -> dict[str, object]:
        """Return Wagtail's context with all that stands round a public page."""
        assert isinstance(self, Page)  # noqa: S101 - a mixin of pages
        context = super().get_context(request, *args, **kwargs)  # type: ignore[misc]
        above = [page for page in self._way_here() if page.depth > 1]
        if above:
            self.locale = above[-1].locale
        home = above[0] if above else None
        context["home_url"] = home.get_url(request) if home else "/"
        context |= links_of(request, home)
        context |= self._languages(request, home)
        if home and home.pk != self.pk:
            context["crumbs"] = crumbs_of(request, above[:-1])
            context["here"] = self.title
        else:
            context["instead_of"] = _instead_of(request)
        return context

    def get_view_restrictions(self) -> "QuerySet[PageViewRestriction]":
        """Return the restrictions of this page and those above, as Wagtail has them.

        The way here is read once, for this and for what stands round the page.
        """
        self.way_here = list(self._pages_to_here())
        asked = {_source_of(page).pk for page in self.way_here}
        return PageViewRestriction.objects.filter(page_id__in=asked)

    def _way_here(self) -> "list[Page]":
        """Return the pages from the root to this one, with their languages."""
        return self.way_here or list(self._pages_to_here())

    def _pages_to_here(self) -> "QuerySet[Page]":
        """Read the pages from the root to this one, with what they are aliases of."""
        assert isinstance(self, Page)  # noqa: S101 - a mixin of pages
        pages: QuerySet[Page] = self.get_ancestors(inclusive=True)
        return pages.select_related("locale", "alias_of")

    def _languages(self, request: HttpRequest, home: Page | None) -> dict[str, object]:
        """Return the other languages of this page, and its address in each.

        Where a language has no such page its first page stands in, and will say so.
        """
        assert isinstance(self, Page)  # noqa: S101 - a mixin of pages
        own, other = {}, {}
        for page in self._in_other_languages(home):
            url = page.get_url(request)
            code, name = page.locale.language_code, str(page.locale)
            if page.translation_key == self.translation_key and not page.alias_of_id:
                own[code] = {"code": code, "name": name, "url": url}
            elif home and page.translation_key == home.translation_key:
                url = f"{url}?{INSTEAD}={self.pk}"
                other[code] = {"code": code, "name": name, "url": url}
        here = self.get_url(request)
        paths = {code: str(link["url"]) for code, link in own.items()}
        if here:
            paths[self.locale.language_code] = here
        found = other | own
        return {
            "languages_of_page": [found[code] for code in sorted(found)],
            "canonical": request.build_absolute_uri(here) if here else "",
            **addressed(request, paths),
        }

    def _in_other_languages(self, home: Page | None) -> "list[Page]":
        """Return this page and its home in the other languages, where they are live."""
        assert isinstance(self, Page)  # noqa: S101 - a mixin of pages
        keys = {self.translation_key, home.translation_key if home else None}
        pages = Page.objects.live().filter(translation_key__in=keys - {None})
        return list(pages.exclude(locale=self.locale_id).select_related("locale"))


def _source_of(page: Page) -> Page:
    """Return the page that `page` is an alias of, or itself."""
    return _source_of(page.alias_of) if page.alias_of else page


def _instead_of(request: HttpRequest) -> dict[str, object] | None:
    """Return the page that this first page stands in for, as title and address."""
    wished = request.GET.get(INSTEAD, "")
    if not (wished.isascii() and wished.isdecimal() and len(wished) < 10):
        return None
    pages = Page.objects.live().public().filter(depth__gte=3)
    page = pages.select_related("locale").filter(pk=int(wished)).first()
    if page is None:
        return None
    locale: Locale = page.locale
    return {
        "title": page.title,
        "url": page.get_url(request),
        "language": locale.language_code,
        "name": str(locale),
    }
