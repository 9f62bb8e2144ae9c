"""Every page of everybody: what they reach by links, and what others reach."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from urllib.parse import parse_qs, urldefrag, urljoin, urlsplit

from voice.leaks.browser import HOST, Browser, Page
from voice.leaks.places.needles import Needles

Hit = tuple[str, str]
MOST_PAGES = 600
STARTS = ("/desk/", "/board/", "/en/", "/ur/", "/admin/", "/s/help/")
ADMIN = "/admin/"
# Every page of a planted word is opened by everybody, named. Of the others one of a
# kind tells enough in Wagtail's admin, whose lists lead to themselves in every order.
OF_A_KIND = 1
SOME_OF_A_KIND = 2
# What a reader chose of the queue comes along in addresses: it changes which rows a list
# has, never which kind of page it is.
CHOSEN = frozenset(
    {"survey", "question", "age_band", "language", "state", "mine", "page"}
)
UUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
IDS = re.compile(rf"{UUID.pattern}|\d+")
# Signing out would end the walk; files of style hold nothing; Wagtail's own forms of
# its own objects are walked, its sprite and strings not.
NOT_WALKED = (
    "/account/logout/",
    "/admin/logout/",
    "/static/",
    "/admin/sprite",
    "/admin/jsi18n",
)


def in_pages(
    people: dict[str, Browser], needles: Needles, planted_at: Sequence[str] = ()
) -> Iterator[Hit]:
    """Yield each planted word found on a page, and “page who address”.

    Everybody asks for every address of `planted_at`. Everybody also asks for what others reach: for every page on which a word was
    found, and for some of each other kind. A page that refuses may still tell.
    """
    walked = {who: walk(browser, planted_at) for who, browser in people.items()}
    asked: set[str] = set()
    for who, pages in walked.items():
        for path, page in pages.items():
            names = _on(page, needles)
            yield from ((name, f"page {who} {path}") for name in names)
            if names:
                asked.add(path)
    kinds: Counter[str] = Counter()
    for path in sorted({path for pages in walked.values() for path in pages}):
        kinds[_kind(path)] += 1
        if kinds[_kind(path)] <= OF_A_KIND and not path.startswith(ADMIN):
            asked.add(path)
    for who, browser in people.items():
        for path in sorted(asked - set(walked[who])):
            page = browser.go(path, follow=False)
            yield from ((name, f"page {who} {path}") for name in _on(page, needles))


def _on(page: Page, needles: Needles) -> set[str]:
    """Return the names of the words a page, its headers or its cookies hold."""
    return needles.in_text(page.source) | needles.in_text(page.headers)


def walk(browser: Browser, first: Sequence[str] = ()) -> dict[str, Page]:
    """Return the pages `browser` reaches from the doors of the house, by address.

    All of `first`, and a few of every kind that links lead to.
    """
    pages: dict[str, Page] = {}
    kinds: Counter[str] = Counter()
    waiting = [*STARTS, *first]
    while waiting and len(pages) < MOST_PAGES:
        path = waiting.pop()
        if path in pages or path.startswith(NOT_WALKED):
            continue
        kinds[_kind(path)] += 1
        if path not in first and kinds[_kind(path)] > _most_of(path):
            continue
        page = browser.go(path, follow=False)
        pages[path] = page
        moved = [
            line.removeprefix("Location: ")
            for line in page.headers.splitlines()
            if line.startswith("Location: ")
        ]
        waiting += [
            there for link in (*page.links, *moved) if (there := within(link, path))
        ]
    return pages


def _kind(path: str) -> str:
    """Return an address without what tells two of a kind apart: ids, and what is asked."""
    address, _mark, query = path.partition("?")
    return IDS.sub("…", address) + "&".join(sorted(parse_qs(query).keys() - CHOSEN))


def _most_of(path: str) -> int:
    """Return how many addresses of this kind are walked."""
    return OF_A_KIND if path.startswith(ADMIN) else SOME_OF_A_KIND


def within(link: str, path: str) -> str:
    """Return `link` on the page `path` as an address of the house; else nothing."""
    parts = urlsplit(urljoin(f"http://{HOST}{path}", urldefrag(link)[0]))
    if parts.scheme not in {"http", "https"} or parts.netloc != HOST:
        return ""
    if parts.query and not parts.path.startswith(ADMIN):
        return f"{parts.path}?{parts.query}"
    return parts.path
