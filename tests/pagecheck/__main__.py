"""`python -m tests.pagecheck URL…`: what is wrong with these pages, or a whole site.

One address that ends in `/` at its host (http://localhost:8000/) walks the site map in
English and Urdu. `--demo` builds and serves nothing itself: it walks the demonstration
at its usual address, http://localhost:8000/.
"""

import sys
from urllib.parse import urlsplit

from playwright.sync_api import sync_playwright

from tests.machine import chromium
from tests.pagecheck.looking import Walk, mapped

DEMONSTRATION = "http://localhost:8000/"
LANGUAGES = ("en", "ur")


def main(urls: list[str]) -> int:
    """Print what is wrong, page by page; return 1 where anything is."""
    wished = [DEMONSTRATION] if urls == ["--demo"] else urls
    if not wished:
        print(__doc__)
        return 2
    parts = urlsplit(wished[0])
    home = f"{parts.scheme}://{parts.netloc}"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=chromium(), args=["--no-sandbox"]
        )
        walk, page = Walk(browser, home), browser.new_page()
        is_site = len(wished) == 1 and parts.path in {"", "/"}
        paths = (
            mapped(page, home, LANGUAGES)
            if is_site
            else [url.removeprefix(home) for url in wished]
        )
        walk.look(paths)
        walk.follow(page)
        browser.close()
    for place, said in walk.found.items():
        print(place, *(f"  {one}" for one in dict.fromkeys(said)), sep="\n")
    heaviest = max(walk.seen.values(), key=lambda facts: facts["bytes"])
    print(
        f"{len(walk.seen)} pages, {len(walk.links)} links; the heaviest has "
        f"{heaviest['bytes']} bytes: {heaviest['title']}"
    )
    return 1 if walk.found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
