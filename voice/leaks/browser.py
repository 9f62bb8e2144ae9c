"""Goes about the house as somebody with a browser: follows links, fills forms in."""

import logging
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any
from urllib.parse import urldefrag, urljoin, urlsplit

from django.test import Client

HOST = "testserver"
MOST_REDIRECTS = 10
# What gunicorn writes for each request, in its own words: combined log format.
ACCESS_LOG = logging.getLogger("gunicorn.access")
ACCESS_FORMAT = '127.0.0.1 - - [now] "%s %s HTTP/1.1" %s %s "%s" "a browser"'


class NoSuchForm(LookupError):
    """The page has no such form; the message says which were there."""


@dataclass
class Form:
    """One form of a page: where it goes, and what is filled in already."""

    action: str
    method: str
    fields: dict[str, list[str]] = field(default_factory=dict)
    choices: dict[str, list[str]] = field(default_factory=dict)


class _Reader(HTMLParser):
    """Collects the links and forms of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.links: list[str] = []
        self.forms: list[Form] = []
        self._open: Form | None = None
        self._select = ""
        self._textarea: list[str] | None = None
        self._named = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what begins."""
        said = {name: value or "" for name, value in attrs}
        if tag in {"a", "iframe", "audio", "img", "source"}:
            self.links += [said[name] for name in ("href", "src") if said.get(name)]
        elif tag == "form":
            self._open = Form(said.get("action", ""), said.get("method", "get").lower())
            self.forms.append(self._open)
        elif self._open is not None:
            self._field(self._open, tag, said)

    def _field(self, form: Form, tag: str, said: dict[str, str]) -> None:
        """Note one field of the open form."""
        name = said.get("name", "")
        if tag == "textarea":
            self._named, self._textarea = name, []
        elif tag == "select":
            self._select = name
        elif tag == "option" and self._select:
            form.choices.setdefault(self._select, []).append(said.get("value", ""))
            if "selected" in said:
                form.fields.setdefault(self._select, []).append(said.get("value", ""))
        elif tag == "input" and name:
            self._input(form, name, said)

    def _input(self, form: Form, name: str, said: dict[str, str]) -> None:
        """Note one input."""
        kind, value = said.get("type", "text"), said.get("value", "")
        if kind in {"checkbox", "radio"}:
            value = said.get("value", "on")
            form.choices.setdefault(name, []).append(value)
            if "checked" not in said:
                return
        if kind not in {"submit", "button", "image", "file"}:
            form.fields.setdefault(name, []).append(value)

    def handle_data(self, data: str) -> None:
        """Note what a text box holds."""
        if self._textarea is not None:
            self._textarea.append(data)

    def handle_endtag(self, tag: str) -> None:
        """Note what ends."""
        if tag == "form":
            self._open = None
        elif tag == "select":
            self._select = ""
        elif tag == "textarea" and self._textarea is not None:
            if self._open is not None:
                text = "".join(self._textarea).removeprefix("\n")
                self._open.fields.setdefault(self._named, []).append(text)
            self._textarea = None


@dataclass
class Page:
    """What came back: where it is in the end, its status, its source, its forms."""

    path: str
    status: int
    source: str
    headers: str
    links: list[str]
    forms: list[Form]

    def form(self, action: str) -> Form:
        """Return the first form whose address ends in `action`; raise NoSuchForm."""
        for one in self.forms:
            if urlsplit(one.action or self.path).path.endswith(action):
                return one
        raise NoSuchForm(
            f"{self.path} ({self.status}) has no form for “{action}”, only "
            f"{[one.action for one in self.forms]}"
        )


class Browser:
    """One person's browser."""

    def __init__(self, who: str) -> None:
        self.who = who
        # A page that breaks answers with its error page, as in production.
        self.client = Client(raise_request_exception=False)
        self.here = ""

    def go(self, path: str, *, follow: bool = True) -> Page:
        """Open an address."""
        return self._ask("get", path, {}, follow=follow)

    def submit(
        self, page: Page, action: str = "", *, elsewhere: str = "", **filled: Any
    ) -> Page:
        """Send the form of `page` for `action`, filled in further, as a browser would.

        A value may be a list; None leaves a field out; `elsewhere` is the address of
        a button that sends the form there. Raises NoSuchForm.
        """
        form = page.form(action or urlsplit(page.path).path)
        data = {
            name: value
            for name, value in ({**form.fields} | filled).items()
            if value is not None
        }
        address = urljoin(page.path, elsewhere or form.action)
        return self._ask(form.method, address, data, follow=True)

    def sign_in(self, email: str, password: str) -> None:
        """Sign in through the page."""
        page = self.submit(
            self.go("/account/login/"),
            "/account/login/",
            login=email,
            password=password,
        )
        if "/login/" in page.path or page.status != 200:
            raise NoSuchForm(f"{email} could not sign in: {page.path} {page.status}")

    def _ask(
        self, method: str, path: str, data: dict[str, Any], *, follow: bool
    ) -> Page:
        """Ask for `path` and follow where it leads."""
        for _ in range(MOST_REDIRECTS):
            answer = getattr(self.client, method)(
                path, data, headers={"referer": f"http://{HOST}{self.here}"}
            )
            self._log(method, path, data, answer)
            where = answer.headers.get("Location", "")
            if not (follow and 300 <= answer.status_code < 400 and where):
                break
            method, data = "get", {}
            path = urldefrag(urljoin(path, where))[0].removeprefix(f"http://{HOST}")
        self.here = urlsplit(path).path
        return _page(path, answer)

    def _log(self, method: str, path: str, data: dict[str, Any], answer: Any) -> None:
        """Write the line that gunicorn would write."""
        asked = answer.wsgi_request.get_full_path() if method == "get" else path
        ACCESS_LOG.info(
            ACCESS_FORMAT, method.upper(), asked, answer.status_code, "-", self.here
        )


def _page(path: str, answer: Any) -> Page:
    """Return the answer, read."""
    content = b"".join(answer.streaming_content) if answer.streaming else answer.content
    source = content.decode("utf-8", "replace")
    reader = _Reader()
    if answer.headers.get("Content-Type", "").startswith("text/html"):
        reader.feed(source)
    headers = "\n".join(
        [f"{name}: {value}" for name, value in answer.headers.items()]
        + [morsel.OutputString() for morsel in answer.cookies.values()]
    )
    return Page(path, answer.status_code, source, headers, reader.links, reader.forms)
