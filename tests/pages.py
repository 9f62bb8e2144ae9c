"""Reads a page as a browser would, and refuses one that is not well made."""

from dataclasses import dataclass
from xml.etree.ElementTree import Element

import html5lib

FREE_OF_LABELS = {"hidden", "submit", "button", "image", "reset"}


class BadPage(AssertionError):
    """A page broke a rule every page keeps; the message says which."""


@dataclass(frozen=True)
class Page:
    """A parsed page: its tree, and the few questions tests ask of it."""

    tree: Element
    source: str

    def all(self, tag: str) -> list[Element]:
        """Return every element called `tag`, in order."""
        return list(self.tree.iter(tag))

    def text(self, element: Element | None = None) -> str:
        """Return what is read aloud of `element`, its spaces tidied."""
        element = self.tree if element is None else element
        return " ".join("".join(element.itertext()).split())

    @property
    def heading(self) -> str:
        """Return the one h1."""
        return self.text(self.all("h1")[0])

    @property
    def title(self) -> str:
        """Return the title."""
        return self.text(self.all("title")[0])


def read_page(source: str, *, ours: bool = True) -> Page:
    """Parse `source`; raise BadPage when it is not well made.

    `ours` is False for Wagtail's own admin, which is parsed and no more.
    """
    parser = html5lib.HTMLParser(namespaceHTMLElements=False)
    tree = parser.parse(source)
    page = Page(tree=tree, source=source)
    if not ours:
        return page
    if parser.errors:
        (line, column), what, _ = parser.errors[0]
        near = source.splitlines()[line - 1] if line else ""
        raise BadPage(f"Invalid HTML, line {line}, column {column}: {what}: {near}")
    _check_headings(page)
    _check_ids(page)
    _check_labels(page)
    _check_nothing_inline(page)
    return page


def _check_headings(page: Page) -> None:
    """One h1, and the title begins with it (answering pages have neutral titles)."""
    if len(page.all("h1")) != 1:
        raise BadPage(f"{len(page.all('h1'))} h1 elements; a page has one.")
    if not page.heading:
        raise BadPage("The h1 is empty.")
    neutral = page.all("html")[0].get("data-neutral-title") is not None
    if not neutral and page.heading not in page.title:
        raise BadPage(f"Title “{page.title}” does not hold h1 “{page.heading}”.")
    if not page.all("html")[0].get("lang"):
        raise BadPage("The page does not say its language.")


def _check_ids(page: Page) -> None:
    """Ids are unique, and what points at one finds it."""
    ids = [found for element in page.tree.iter() if (found := element.get("id"))]
    twice = {found for found in ids if ids.count(found) > 1}
    if twice:
        raise BadPage(f"Ids used twice: {sorted(twice)}")
    for element in page.tree.iter():
        for pointer in ("for", "aria-describedby", "aria-labelledby", "aria-controls"):
            for wanted in (element.get(pointer) or "").split():
                if wanted not in ids:
                    raise BadPage(f"{pointer}={wanted} points at nothing.")


def _check_labels(page: Page) -> None:
    """Every field has a label of its own, visible or said."""
    labelled = {label.get("for") for label in page.all("label")}
    wrapped = {
        id(field)
        for label in page.all("label")
        for tag in ("input", "select", "textarea")
        for field in label.iter(tag)
    }
    for tag in ("input", "select", "textarea"):
        for field in page.all(tag):
            if field.get("type") in FREE_OF_LABELS:
                continue
            named = field.get("aria-label") or field.get("aria-labelledby")
            if not (named or field.get("id") in labelled or id(field) in wrapped):
                raise BadPage(f"The field “{field.get('name')}” has no label.")


def _check_nothing_inline(page: Page) -> None:
    """No inline script, style or handler; one nonced style block at most."""
    for script in page.all("script"):
        is_data = script.get("type") in {"application/json", "application/ld+json"}
        if not script.get("src") and not is_data:
            raise BadPage("Inline script.")
    blocks = page.all("style")
    if len(blocks) > 1 or any(not block.get("nonce") for block in blocks):
        raise BadPage("Inline style block without a nonce, or more than one.")
    for element in page.tree.iter():
        if element.get("style") is not None:
            raise BadPage(f"Inline style on <{element.tag}>.")
        handlers = [name for name in element.keys() if str(name).startswith("on")]  # noqa: SIM118 - attributes, not a dict
        if handlers:
            raise BadPage(f"Inline handler {handlers} on <{element.tag}>.")
