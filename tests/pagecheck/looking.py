"""Opens pages in Chromium at two sizes, and finds them by the site map and its links."""

from pathlib import Path
from typing import Any
from urllib.parse import urldefrag, urljoin, urlsplit
from xml.etree import ElementTree

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Error, Page

from tests.pagecheck.checks import judged, titles_told_twice

SIZES = {
    "phone": {"viewport": {"width": 360, "height": 740}, "has_touch": True}
    | {"is_mobile": True},
    # In the dark, so that its colours are measured too.
    "laptop": {"viewport": {"width": 1280, "height": 800}, "color_scheme": "dark"},
}
FACTS = (Path(__file__).parent / "facts.js").read_text(encoding="utf-8")
LOC = "{http://www.sitemaps.org/schemas/sitemap/0.9}loc"
# Ways in and rooms of staff are checked by journeys of their own.
NOT_HERE = ("/a/", "/c/", "/g/", "/r/", "/s/", "/account/", "/admin/", "/board/")
NOT_HERE += ("/desk/", "/static/", "/media/", "/language/", "/documents/")
Found = dict[str, list[str]]


def mapped(page: Page, home: str, languages: tuple[str, ...]) -> list[str]:
    """Return the addresses of the site map in `languages`, as paths."""
    told = page.request.get(f"{home}/sitemap.xml").text()
    paths = [
        urlsplit(loc.text or "").path for loc in ElementTree.fromstring(told).iter(LOC)
    ]
    wanted = tuple(f"/{code}/" for code in languages)
    return [path for path in paths if path.startswith(wanted)]


class Walk:
    """Looks at pages one after another, and keeps what it found by page and size."""

    def __init__(self, browser: Browser, home: str, *, axe: bool = True) -> None:
        self.browser, self.home, self.axe = browser, home.rstrip("/"), axe
        self.found: Found = {}
        self.links: dict[str, str] = {}
        self.seen: dict[str, dict[str, Any]] = {}

    def look(self, paths: list[str]) -> None:
        """Look at every page of `paths` on each screen."""
        for size, options in SIZES.items():
            context = self.browser.new_context(**options)
            for path in paths:
                # A page of its own, so that nothing it needs was fetched before.
                self._look_once(context.new_page(), path, size)
            context.close()
        for said in titles_told_twice(self.seen):
            self.found.setdefault("titles", []).append(said)

    def _look_once(self, page: Page, path: str, size: str) -> None:
        sent: dict[str, int] = {}
        failed: list[tuple[str, int]] = []
        asked: list[str] = []
        page.on("request", lambda one: asked.append(one.url))
        finished: list[Any] = []
        page.on("requestfinished", lambda one: finished.append(one))
        page.context.clear_cookies()
        answer = page.goto(self.home + path, wait_until="networkidle")
        facts = page.evaluate(FACTS)
        lazy = {one["source"] for one in facts["images"] if one["lazy"]}
        for request in finished:
            reply = request.response()
            if reply is None:
                continue
            if reply.status >= 400 and request.url != answer.url:
                failed.append((request.url, reply.status))
            if request.url not in lazy:
                sent[request.url] = self._weight(request)
        facts |= {
            "sent": sent,
            "bytes": sum(sent.values()),
            "failed": failed,
            "elsewhere": [one for one in asked if not self._is_ours(one)],
            "axe": self._axe(page),
        }
        self.seen[path] = facts
        for link in facts["links"]:
            if there := self._within(link, path):
                self.links.setdefault(there, path)
        if answer is None or answer.status >= 400:
            self._say(path, size, [f"answers {answer and answer.status}"])
        self._say(path, size, judged(facts))
        page.close()

    def _weight(self, request: Any) -> int:
        try:
            sizes = request.sizes()
        except Error:
            return 0
        return int(sizes["responseBodySize"] + sizes["responseHeadersSize"])

    def _axe(self, page: Page) -> list[str]:
        if not self.axe:
            return []
        told = Axe().run(page, options={"preload": False}).response["violations"]
        return [
            f"axe {rule['id']}: {node['html'][:160]}"
            for rule in told
            for node in rule["nodes"]
        ]

    def _say(self, path: str, size: str, said: list[str]) -> None:
        if said:
            self.found.setdefault(f"{path} ({size})", []).extend(said)

    def _is_ours(self, url: str) -> bool:
        return url.startswith((self.home, "data:", "blob:", "about:"))

    def _within(self, link: str, path: str) -> str:
        """Return `link` as a path of the public site; empty when it leads elsewhere."""
        whole = urljoin(self.home + path, urldefrag(link)[0])
        if not whole.startswith(self.home) or link.startswith("#"):
            return ""
        parts = urlsplit(whole)
        if parts.path.startswith(NOT_HERE):
            return ""
        return parts.path + (f"?{parts.query}" if parts.query else "")

    def follow(self, page: Page) -> None:
        """Ask for every page linked from those looked at, and tell which are not there."""
        for link, source in sorted(self.links.items()):
            if link in self.seen:
                continue
            status = page.request.get(self.home + link).status
            if status >= 400:
                self._say(source, "links", [f"leads to {link}, which answers {status}"])
