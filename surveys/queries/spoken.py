"""Which sentences of the house young people can see, found in its own files.

The rule: every page that is built on the layout of answering or of the public, with
all it includes; the views marked `for_young_people` and the public site's, with the
forms, domain, queries and filters they call; the choices those forms offer.
"""

import ast
import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from django.conf import settings
from django.utils.translation.template import templatize

from surveys.logic.messages import (
    Message,
    messages_of_class,
    messages_of_code,
    messages_of_templatized,
)

ROOMS = ("surveys", "cms", "voice")
# What is built on these is the staff's, though they stand on the same ground.
STAFF_LAYOUTS = ("layouts/desk.html", "layouts/board.html", "layouts/narrow.html")
# Pages and parts in the look of young people's, that only staff see.
STAFF_ALONE = (
    "403.html",
    "accounts/gallery.html",
    "components/open_glass.html",
    "replies/preview.html",
    "surveys/preview.html",
    "surveys/preview_cover.html",
    "surveys/trial_strip.html",
    "surveys/try_end.html",
)
# Chosen by name when the page is made, so that no other page says it includes them.
CHOSEN_BY_NAME = ("surveys/steps/", "cms/first_words/")
# A layout may be handed in, with another for when it is not.
EXTENDS = re.compile(r'{%-?\s*extends\s+(?:\w+\|default:)?"([^"]+)"')
USES = re.compile(r'{%-?\s*(?:include|extends)\s+(?:\w+\|default:)?"([^"]+)"')
LOADS = re.compile(r"{%-?\s*load\s+([^%]+?)\s*-?%}")
MARK = "@for_young_people"
OFFERED = re.compile(r"\b(\w+)\.choices\b")
SPEAKING = ("views", "forms", "domain", "queries", "logic", "templatetags")


@cache
def spoken_messages() -> tuple[Message, ...]:
    """Return every sentence young people can see, each once, pages before code."""
    house: Path = settings.HOUSE
    pages = _pages(house / "templates")
    templates = [house / "templates" / name for name in pages]
    modules = _modules(house, templates)
    in_pages = (
        message
        for path in templates
        for message in messages_of_templatized(templatize(_text(path)))
    )
    in_code = (m for path in modules for m in messages_of_code(_text(path)))
    return tuple(dict.fromkeys((*in_pages, *in_code, *_choices(house, modules))))


def messages_of_page(name: str) -> Iterator[Message]:
    """Give each sentence of the template `name`, in its order."""
    path: Path = settings.HOUSE / "templates" / name
    return messages_of_templatized(templatize(_text(path)))


def _pages(folder: Path) -> list[str]:
    """Return the names of young people's templates: whole pages, and what they include."""
    texts = {
        path.relative_to(folder).as_posix(): _text(path)
        for path in sorted(folder.rglob("*.html"))
    }
    under = {name: EXTENDS.search(text) for name, text in texts.items()}
    waiting = [
        name
        for name in texts
        if name.startswith(CHOSEN_BY_NAME)
        or _is_theirs(name, {n: found[1] for n, found in under.items() if found})
    ]
    found: dict[str, None] = {}
    while waiting:
        name = waiting.pop(0)
        if name in texts and name not in found and name not in STAFF_ALONE:
            found[name] = None
            waiting += USES.findall(texts[name])
    return list(found)


def _is_theirs(name: str, under: dict[str, str]) -> bool:
    """Say whether a page stands on the ground of all pages, but not as the staff's do."""
    seen = set()
    while name not in seen and name not in STAFF_LAYOUTS:
        seen.add(name)
        name = under.get(name, name)
    return name == "layouts/base.html"


def _modules(house: Path, templates: Iterable[Path]) -> list[Path]:
    """Return the code that speaks on those pages, and what it calls of our own."""
    filters = {
        name
        for path in templates
        for loaded in LOADS.findall(_text(path))
        for name in loaded.split()
    }
    ours = [path for room in ROOMS for path in sorted((house / room).rglob("*.py"))]
    waiting = [
        path
        for path in ours
        if MARK in _text(path)
        or (path.parent.name == "templatetags" and path.stem in filters)
        or path.relative_to(house).as_posix().startswith(("cms/views/", "cms/domain/"))
    ]
    # The mark's own explanation, here, is no view.
    found: dict[Path, None] = {}
    while waiting:
        path = waiting.pop(0)
        if path not in found and path != Path(__file__):
            found[path] = None
            waiting += [called for called in _called_by(path, house) if called.exists()]
    return list(found)


def _called_by(path: Path, house: Path) -> Iterator[Path]:
    """Give the modules of ours that one imports and that may speak to people."""
    for module, names in _imports(path):
        for dotted in (module, *(f"{module}.{name}" for name in names)):
            parts = dotted.split(".")
            if parts[0] in ROOMS and set(parts) & set(SPEAKING):
                yield house.joinpath(*parts).with_suffix(".py")


def _choices(house: Path, modules: Iterable[Path]) -> Iterator[Message]:
    """Give the words of the choices that young people's forms offer."""
    for path in modules:
        if path.parent.name != "forms":
            continue
        offered = set(OFFERED.findall(_text(path)))
        for module, names in _imports(path):
            if module.split(".")[0] in ROOMS and module.endswith(".enums"):
                source = _text(house.joinpath(*module.split(".")).with_suffix(".py"))
                for name in sorted(offered.intersection(names)):
                    yield from messages_of_class(source, name)


def _imports(path: Path) -> Iterator[tuple[str, list[str]]]:
    """Give each module that a file imports from, with the names it takes."""
    for node in ast.walk(ast.parse(_text(path))):
        if isinstance(node, ast.ImportFrom) and node.module:
            yield node.module, [alias.name for alias in node.names]


@cache
def _text(path: Path) -> str:
    """Return what a file holds."""
    return path.read_text(encoding="utf-8")
