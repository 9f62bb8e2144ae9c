"""Makes the README's pictures: uv run --group dev python -m tests.pictures.

Builds the demonstration in a folder of its own, serves it, and looks at it in Chromium:
four pages for the picture on top, and one for each step of the tour.
"""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from urllib.request import urlopen

from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

from tests.machine import bring_chromium, chromium

HOUSE = Path(__file__).resolve().parents[1]
TO = HOUSE / "docs" / "pictures" / "voice.png"
TOUR = TO.parent / "tour"
NEXT_COMMENT = "main button:has-text('Take the next one')"
# Each step of the tour: its picture's name, who looks, where they begin, what they press.
STEPS = (
    ("1-home", "", "/en/", ()),
    ("3-reading", "worker", "/desk/reading/", (NEXT_COMMENT,)),
    (
        "4-themes",
        "worker",
        "/desk/themes/",
        ("main a:has-text('What should your social worker')",),
    ),
    (
        "5-release",
        "worker",
        "/desk/releases/",
        ("main li:last-child a:has-text('First release')",),
    ),
    ("6-statement", "worker", "/desk/statement/map/", ()),
    (
        "7-board",
        "chair",
        "/board/",
        ("main a:has-text('Improving the quality')",),
    ),
    ("8-changed", "", "/en/what-changed/", ()),
)
TOUR_WIDTH, COLOURS = 640, 48
PORT = 8765
HOME = f"http://127.0.0.1:{PORT}"
PHONE = {"width": 360, "height": 740}
LAPTOP = {"width": 1280, "height": 900}
GAP = 24
HEIGHT = 740


def demo(*arguments: str, database: Path) -> subprocess.Popen[str]:
    """Start the demonstration's command over a database of its own."""
    return subprocess.Popen(
        [sys.executable, "manage.py", "demo", "--port", str(PORT), *arguments],
        cwd=HOUSE,
        env=os.environ | {"DATABASE_URL": f"sqlite:///{database}"},
        stdout=subprocess.PIPE,
        text=True,
    )


def wait_until_served() -> None:
    """Return once the front door opens; give up after twenty minutes."""
    for _ in range(2400):
        try:
            urlopen(f"{HOME}/en/", timeout=10).close()
        except OSError:
            time.sleep(0.5)
        else:
            return
    raise SystemExit("The demonstration did not start.")


def sign_in(page: Page, email: str) -> None:
    """Sign in through the page as one of the demonstration's people."""
    from voice.demonstration.story.people import PASSWORD

    page.goto(f"{HOME}/account/login/")
    page.locator("input[type=email]").first.fill(email)
    page.locator("input[type=password]").first.fill(PASSWORD)
    page.locator("main form button[type=submit]").first.click()
    page.wait_for_load_state()


def question(browser: Browser, link: str, language: str) -> Page:
    """Return a phone on the second question, in one language."""
    page = browser.new_context(viewport=PHONE).new_page()
    page.goto(f"{HOME}{link}")
    page.locator(f".languages a[hreflang={language}]").click()
    if page.locator(".ages a").count():
        page.locator(".ages a").last.click()
    page.locator("input[name=agreement][value=yes]").check(force=True)
    page.locator("main form").last.locator("button[type=submit]").last.click()
    page.wait_for_load_state()
    return page


def desk(browser: Browser, email: str, path: str, *links: str) -> Page:
    """Return a laptop on a page of the desk or the board, some links further on."""
    page = browser.new_context(viewport=LAPTOP).new_page()
    sign_in(page, email)
    page.goto(HOME + path)
    for link in links:
        page.locator(link).first.click()
        page.wait_for_load_state()
    return page


def take(browser: Browser, folder: Path, link: str) -> list[Path]:
    """Take the four pictures; return their files in order."""
    pages = {
        "phone": question(browser, link, "en"),
        "urdu": question(browser, link, "ur"),
        "desk": desk(
            browser,
            "worker@calderwick.example",
            "/desk/reading/",
            NEXT_COMMENT,
        ),
        "board": desk(
            browser,
            "chair@calderwick.example",
            "/board/",
            "main a:has-text('Improving the quality')",
        ),
    }
    files = []
    for name, page in pages.items():
        files.append(folder / f"{name}.png")
        page.screenshot(path=files[-1])
    return files


def walk(browser: Browser, link: str) -> None:
    """Write a picture of each step of the tour."""
    TOUR.mkdir(parents=True, exist_ok=True)
    keep(question(browser, link, "en"), "2-question")
    for name, who, path, links in STEPS:
        if who:
            page = desk(browser, f"{who}@calderwick.example", path, *links)
        else:
            page = browser.new_context(viewport=PHONE).new_page()
            page.goto(HOME + path)
        keep(page, name)


def keep(page: Page, name: str) -> None:
    """Write a picture of what is in the window, small enough to send."""
    file = TOUR / f"{name}.png"
    page.screenshot(path=file)
    picture = Image.open(file).convert("RGB")
    if picture.width > TOUR_WIDTH:
        height = round(picture.height * TOUR_WIDTH / picture.width)
        picture = picture.resize((TOUR_WIDTH, height), Image.Resampling.LANCZOS)
    picture.quantize(COLOURS).save(file, optimize=True)


def put_together(files: list[Path]) -> None:
    """Write the one picture: all four side by side, in 64 colours."""
    pictures = [Image.open(file).convert("RGB") for file in files]
    sized = [
        picture.resize((round(picture.width * HEIGHT / picture.height), HEIGHT))
        for picture in pictures
    ]
    width = sum(picture.width for picture in sized) + GAP * (len(sized) + 1)
    whole = Image.new("RGB", (width, HEIGHT + 2 * GAP), "#DDD6C8")
    start = GAP
    for picture in sized:
        whole.paste(picture, (start, GAP))
        start += picture.width + GAP
    TO.parent.mkdir(parents=True, exist_ok=True)
    whole.quantize(64).save(TO, optimize=True)


def main() -> None:
    """Build, serve, look, put together."""
    bring_chromium()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        server = demo(database=folder / "demo.sqlite3")
        try:
            wait_until_served()
            link = _open_link(folder / "demo.sqlite3")
            with sync_playwright() as playwright:
                browser = playwright.chromium.launch(
                    executable_path=chromium(), args=["--no-sandbox"]
                )
                put_together(take(browser, folder, link))
                walk(browser, link)
                browser.close()
        finally:
            server.terminate()
            server.wait()
    print(f"Wrote {TO.relative_to(HOUSE)} and {TOUR.relative_to(HOUSE)}")


def _open_link(database: Path) -> str:
    """Return the path of the open survey's link."""
    found = subprocess.run(
        [
            sys.executable,
            "manage.py",
            "shell",
            "--verbosity=0",
            "--command",
            "from voice.demonstration.guide import open_link; print(open_link())",
        ],
        cwd=HOUSE,
        env=os.environ | {"DATABASE_URL": f"sqlite:///{database}"},
        capture_output=True,
        text=True,
        check=True,
    )
    return found.stdout.strip().splitlines()[-1]


if __name__ == "__main__":
    main()
