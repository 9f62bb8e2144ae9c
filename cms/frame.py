"""What stands round every public page: the menu, the foot, the way here, the languages."""

from collections.abc import Callable, Iterable, Sequence

from django.conf import settings
from django.db.models import CharField, Exists, ExpressionWrapper, F, OuterRef, Q
from django.http import HttpRequest
from django.utils.translation import get_language
from wagtail.models import Page, PageViewRestriction, get_page_models

from voice.council.enums import BASE_LANGUAGE

# What tells a first page that it stands in for another: that page's number.
INSTEAD = "instead-of"
Link = dict[str, object]
Address = Callable[[str], str]


def home_of(language: str) -> Page | None:
    """Return the live first page in `language`; None before the site is built."""
    homes = Page.objects.live().filter(depth=2, locale__language_code=language)
    return homes.select_related("locale").first()


def homes_elsewhere(request: HttpRequest) -> list[Link]:
    """Return the first page in each language but the one being read; one query."""
    homes = Page.objects.live().filter(depth=2).select_related("locale")
    others = homes.exclude(locale__language_code=get_language())
    return [
        {
            "code": home.locale.language_code,
            "name": str(home.locale),
            "url": home.get_url(request),
        }
        for home in others.order_by("locale__language_code")
    ]


def links_of(request: HttpRequest, home: Page | None) -> dict[str, list[Link]]:
    """Return `menu`, the pages an editor put in menus, and `beside`, those of the foot.

    The foot has the menu's and every page of a kind that says `in_the_foot`; help has
    its own corner in the band, and so no place in the menu.
    """
    if home is None:
        return {"menu": [], "beside": []}
    foot, corner = _ids_of("in_the_foot"), _ids_of("in_the_corner")
    wanted = Q(show_in_menus=True) | Q(content_type__in=foot | corner)
    children = home.get_children().live().filter(wanted).exclude(kept_back())
    pages = list(children.order_by("path"))
    here = request.path
    links = [(page, _link(request, page, here)) for page in pages]
    return {
        "menu": [
            link
            for page, link in links
            if page.show_in_menus and page.content_type_id not in corner
        ],
        "beside": [link for _page, link in links],
    }


def kept_back() -> Exists:
    """Return, of a row of pages, whether it or a page above it asks for a password.

    As Wagtail's `public()` has it, in the query itself and not in one before it.
    """
    restricted = PageViewRestriction.objects.annotate(
        below=ExpressionWrapper(OuterRef("path"), output_field=CharField())
    )
    return Exists(restricted.filter(below__startswith=F("page__path")))


def _link(request: HttpRequest, page: Page, here: str) -> Link:
    """Return title and address of `page`, and whether the reader is there or under it."""
    url = str(page.get_url(request) or "")
    current = "page" if url == here else "true" if here.startswith(url) else ""
    return {"title": page.title, "url": url, "current": current if url else ""}


def _ids_of(mark: str) -> set[int]:
    """Return the content types of the kinds of page that carry `mark`."""
    from django.contrib.contenttypes.models import ContentType

    kinds = [kind for kind in get_page_models() if getattr(kind, mark, False)]
    return {one.pk for one in ContentType.objects.get_for_models(*kinds).values()}


def crumbs_of(request: HttpRequest, above: Iterable[Page]) -> list[Link]:
    """Return the live pages above, the first page first."""
    return [
        {"title": page.title, "url": page.get_url(request)}
        for page in above
        if page.live
    ]


def addressed(
    request: HttpRequest, urls: dict[str, str]
) -> dict[str, list[dict[str, str]]]:
    """Return the whole addresses of a page in each language that has it, for machines.

    `urls` are paths by language. The base language is also for whoever speaks none.
    """
    whole = {code: request.build_absolute_uri(url) for code, url in urls.items()}
    alternates = [{"code": code, "url": url} for code, url in sorted(whole.items())]
    if BASE_LANGUAGE in whole:
        alternates.append({"code": "x-default", "url": whole[BASE_LANGUAGE]})
    return {"alternates": alternates if len(whole) > 1 else []}


def around_view(
    request: HttpRequest,
    *,
    title: str = "",
    address: Address | None = None,
    languages: Sequence[str] = (),
    above: Iterable[Link] = (),
) -> dict[str, object]:
    """Return what stands round a public page that no editor wrote.

    `title` ends the way here; `address` returns its path in a language, and the page is
    in all `languages` (those of the site where none are given). `above` are the links
    between the first page and this one.
    """
    here = get_language() or settings.LANGUAGE_CODE
    home = home_of(here)
    home_url = str(home.get_url(request) or "/") if home else "/"
    facts: dict[str, object] = {"home_url": home_url, **links_of(request, home)}
    if title and home:
        facts["crumbs"] = [{"title": home.title, "url": home_url}, *above]
        facts["here"] = title
    if address is not None:
        names = dict(settings.LANGUAGES)
        urls = {code: address(code) for code in languages or names}
        facts["languages_of_page"] = [
            {"code": code, "name": names.get(code) or code, "url": url}
            for code, url in urls.items()
            if code != here
        ]
        if here in urls:
            facts["canonical"] = request.build_absolute_uri(urls[here])
        facts |= addressed(request, urls)
    return facts
