"""Walks every page somebody can reach by following links."""

from urllib.parse import urldefrag, urlsplit

from django.test import Client

MOST_PAGES = 400


def crawl(client: Client, *starts: str) -> dict[str, str]:
    """Return the source of every page reached from `starts`, by its path.

    Follows links within the house; leaves the admin and signing out alone.
    """
    pages: dict[str, str] = {}
    waiting = list(starts)
    while waiting and len(pages) < MOST_PAGES:
        path = waiting.pop()
        if path in pages:
            continue
        page = client.get(path)
        if 300 <= page.status_code < 400:
            waiting.append(page.headers["Location"])
            continue
        if not page.headers.get("Content-Type", "").startswith("text/html"):
            pages[path] = (
                "" if page.streaming else page.content.decode("utf-8", "replace")
            )
            continue
        # 410 is a way in that has closed, and says so kindly.
        assert page.status_code in {200, 410}, f"{path}: {page.status_code}"
        pages[path] = page.content.decode()
        waiting += [
            there
            for link in page.parsed.all("a")
            if (there := within(link.get("href") or "", path))
        ]
    return pages


def within(link: str, path: str) -> str:
    """Return `link` as a path of the house; empty when it leads elsewhere."""
    parts = urlsplit(urldefrag(link)[0])
    leads_out = parts.scheme not in {"", "http"} or parts.netloc not in {
        "",
        "testserver",
    }
    if leads_out or parts.path.startswith(("/admin/", "/account/", "/static/")):
        return ""
    if not parts.path and not parts.query:
        return ""
    query = f"?{parts.query}" if parts.query else ""
    return (parts.path or urlsplit(path).path) + query
