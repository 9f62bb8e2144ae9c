"""A browser, as young people and staff hold it."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.contrib.staticfiles.handlers import StaticFilesHandler
from django.views.decorators.gzip import gzip_page
from playwright.sync_api import (
    Browser,
    BrowserContext,
    Locator,
    Page,
    expect,
    sync_playwright,
)

from tests.factories.accounts import PASSWORD, UserFactory
from tests.factories.council import CouncilFactory, HelpLineFactory
from tests.machine import chromium

FLAGS = (
    "--no-sandbox",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
# Ends what moves and will end by itself, and says whether there was any.
AT_REST = """() => {
  const moving = document.getAnimations().filter((one) =>
    one.playState === "running" && Number.isFinite(one.effect?.getComputedTiming().endTime));
  moving.forEach((one) => one.finish());
  return moving.length === 0;
}"""
# Only what is wrong is told node by node: all that is right would take longer to hand
# over than to look at. Styles are here already and are not fetched once more.
AXE = {"preload": False, "resultTypes": ["violations"]}
PHONE = {"width": 360, "height": 740}
# Where the pages of a failed journey are pictured.
PICTURES = Path(__file__).parent / "pictures"
LAPTOP = {"width": 1280, "height": 800}
# Machines are slow and busy; a wait that ends in time costs nothing.
PATIENCE = 30_000
expect.set_options(timeout=PATIENCE)

# Playwright's sync interface runs in an event loop, which Django would refuse.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Return Chromium with its back/forward cache on, as real phones have it."""
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(
            executable_path=chromium(),
            args=list(FLAGS),
            ignore_default_args=["--disable-back-forward-cache"],
        )
        yield opened
        opened.close()


@pytest.fixture(scope="session", autouse=True)
def _static_files_are_sent_small() -> Iterator[None]:
    """Send static files compressed, as WhiteNoise does for a council."""
    plain = StaticFilesHandler.serve

    def small(self, request):
        return gzip_page(lambda asked: plain(self, asked))(request)

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(StaticFilesHandler, "serve", small)
        yield


@pytest.fixture(scope="session", autouse=True)
def _whoever_clicks_waits_for_the_page() -> Iterator[None]:
    """Let a click end when the page it led to is there, as eyes would wait for it.

    Playwright waits until the first byte of that page has come; what is measured then
    and there, without an `expect`, would be measured on half a page.
    """
    plain = Locator.click

    def patient(self, **options):
        plain(self, **options)
        if not self.page.is_closed():
            self.page.wait_for_load_state()

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(Locator, "click", patient)
        yield


class Visit:
    """One person's browser: its page, and every request it made."""

    def __init__(self, context: BrowserContext, home: str, *, script: bool) -> None:
        self.context = context
        self.home = home
        self.script = script
        self.requests: list[str] = []
        context.on("request", lambda request: self.requests.append(request.url))
        self.page: Page = context.new_page()

    def go(self, path: str) -> None:
        """Open an address of the house."""
        self.page.goto(self.home + path)

    def elsewhere(self) -> list[str]:
        """Return the requests that went to any other host."""
        return [
            url
            for url in self.requests
            if not url.startswith((self.home, "data:", "blob:", "about:"))
        ]

    def still(self) -> None:
        """Bring everything that moves or fades to its end; fails when there is none.

        Nothing is waited for: a badge of Wagtail's pulses for 25 seconds.
        """
        for _look in range(PATIENCE // 50):
            if self.page.evaluate(AT_REST):
                return
            self.page.wait_for_timeout(50)
        pytest.fail("Something on the page never stops moving.")

    def violations(self) -> list[str]:
        """Return what axe finds wrong with the page, once nothing moves or fades.

        Colours half way through a fade are no colours anyone reads by. Axe is script:
        where there is none it would never answer, so it is not asked; each such page is
        asked about in the same journey with script.
        """
        if not self.script:
            return []
        self.still()
        run = Axe().run(self.page, options=AXE)
        found = run.response["violations"]
        return [
            f"{rule['id']}: {node['html'][:200]}"
            for rule in found
            for node in rule["nodes"]
        ]


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item, call):
    """Remember on the test whether it failed, so that its pages can be pictured."""
    report = yield
    if report.when == "call":
        item.failed = report.failed
    return report


@pytest.fixture
def visit(request, browser, live_server, transactional_db):
    """Return a function that opens a new browser of one person.

    Keywords are Playwright's for a context (locale, java_script_enabled,
    viewport); a phone unless `laptop=True`.
    """
    opened: list[BrowserContext] = []

    def new(*, laptop: bool = False, **options) -> Visit:
        options.setdefault("viewport", LAPTOP if laptop else PHONE)
        context = browser.new_context(**options)
        context.set_default_timeout(PATIENCE)
        opened.append(context)
        script = options.get("java_script_enabled", True)
        return Visit(context, live_server.url, script=script)

    yield new
    for number, context in enumerate(opened):
        if getattr(request.node, "failed", False) and context.pages:
            PICTURES.mkdir(exist_ok=True)
            context.pages[0].screenshot(
                path=PICTURES / f"{request.node.name}-{number}.png", full_page=True
            )
        context.close()


@pytest.fixture
def signed_in(visit):
    """Return a function that opens a browser with `user` signed in through the page."""

    def new(user, password, **options) -> Visit:
        arrived = visit(**options)
        arrived.go("/account/login/")
        arrived.page.get_by_label("Email").or_(
            arrived.page.get_by_label("E-mail")
        ).first.fill(user.email)
        arrived.page.get_by_label("Password", exact=True).fill(password)
        arrived.page.locator("main form button[type=submit]").first.click()
        return arrived

    return new


@pytest.fixture
def editor(signed_in, settings):
    """Return an editor's laptop in a house without a site.

    No draft is kept by itself: it would be kept while the page is being published.
    """
    settings.WAGTAIL_AUTOSAVE_INTERVAL = 0
    CouncilFactory()
    HelpLineFactory()
    UserFactory(lead=True)
    return signed_in(UserFactory(editor=True), PASSWORD, laptop=True)
