"""The one script of answering pages, composed of the house's own modules.

One request brings what every kind of question needs, so that each further question is
one request and no more. Each module stays a file of its own in static/js/enhancements;
this finder gives Django's staticfiles the composed file beside the others.
"""

import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.staticfiles.finders import BaseFinder
from django.core.files.storage import FileSystemStorage, Storage

NAME = "js/answering.js"
# What stands on answering pages; any other enhancement is fetched when it is met.
NEAR = (
    "leave",
    "turning",
    "sending",
    "error_summary",
    "looks",
    "choices",
    "listen",
    "aloud",
    "order",
    "voice",
    "drawing_board",
)
# What several of them share; the first is used by the second.
SHARED = ("player", "reader")
EMPTY = "const near = {};\n"
DEFAULT = re.compile(r"^export default function (\w+)", re.MULTILINE)
NAMED = re.compile(r"^export (?:const|function) (\w+)", re.MULTILINE)
IMPORT = re.compile(
    r'^import (\{[^}]*\}) from "(?:\./|\.\./aloud/)(\w+)\.js";$', re.MULTILINE
)
IMPORT_LATER = re.compile(r'await import\("\.\./aloud/(\w+)\.js"\)')


def composed_script() -> str:
    """Return enhance.js with the enhancements of answering pages in it.

    Raises ValueError when a module leans on another that is not here.
    """
    folder = Path(settings.STATICFILES_DIRS[0]) / "js"
    enhance = (folder / "enhance.js").read_text(encoding="utf-8")
    if EMPTY not in enhance:
        raise ValueError("enhance.js has no place for what is near.")
    shared = "".join(
        f"shared.{name} = {_module(folder / 'aloud', name)};\n" for name in SHARED
    )
    near = "".join(
        f"{name}: {_module(folder / 'enhancements', name)},\n" for name in NEAR
    )
    return enhance.replace(
        EMPTY, f"const shared = {{}};\n{shared}const near = {{\n{near}}};\n"
    )


def _module(folder: Path, name: str) -> str:
    """Return one module as an object of what it gives, its own names kept to itself."""
    text = (folder / f"{name}.js").read_text(encoding="utf-8")
    given = [f"default: {one}" for one in DEFAULT.findall(text)]
    given += NAMED.findall(text)
    text = IMPORT.sub(r"const \1 = shared.\2;", text)
    text = IMPORT_LATER.sub(r"shared.\1", text)
    leans = set(re.findall(r"\bshared\.(\w+)", text))
    text = re.sub(r"^export (?:default )?", "", text, flags=re.MULTILINE)
    if (
        not given
        or leans - set(SHARED)
        or re.search(r"^import |\bimport\(", text, re.M)
    ):
        raise ValueError(f"{name}.js leans on what is not in the script.")
    body = "\n".join(
        line.strip()
        for line in text.splitlines()
        if line.strip() and not line.strip().startswith("//")
    )
    return f"(() => {{\n{body}\nreturn {{ {', '.join(given)} }};\n}})()"


class AnsweringScript(BaseFinder):
    """Finds the composed script, written anew when one of its modules changed."""

    def check(self, **_options: Any) -> list[Any]:
        """Return nothing: there is nothing to set."""
        return []

    def find(self, path: str, find_all: bool = False) -> Any:  # noqa: FBT001, FBT002 - as Django calls it
        """Return where the composed script is, when that is what is looked for."""
        if path != NAME:
            return []
        found = str(_written())
        return [found] if find_all else found

    def list(
        self, _ignore_patterns: Iterable[str] | None
    ) -> Iterator[tuple[str, Storage]]:
        """Give the one file, for collectstatic."""
        yield NAME, FileSystemStorage(_written().parents[1])


def _written() -> Path:
    """Return the file that holds the composed script; never half of one."""
    place = Path(settings.COMPOSED_ROOT) / NAME
    text = composed_script()
    if not place.exists() or place.read_text(encoding="utf-8") != text:
        place.parent.mkdir(parents=True, exist_ok=True)
        half = place.with_suffix(f".{os.getpid()}")
        half.write_text(text, encoding="utf-8")
        half.replace(place)
    return place
