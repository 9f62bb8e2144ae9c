"""Walks every address of the house, Wagtail's and allauth's included."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import URLPattern, URLResolver, get_resolver

SAMPLES = {
    "int": "999999",
    "str": "nothing",
    "slug": "nothing",
    "path": "nothing",
    "uuid": "00000000-0000-4000-8000-000000000000",
}
CONVERTER = re.compile(r"<(?:(\w+):)?(\w+)>")
GROUP = re.compile(r"\(\?P<\w+>(?:[^()]|\([^()]*\))*\)")


@dataclass(frozen=True)
class Address:
    """One address: its name with namespaces, a path to it, whether it takes arguments."""

    name: str
    path: str
    takes_arguments: bool = False


def addresses() -> Iterator[Address]:
    """Yield every address, with arguments that name nothing that exists."""
    yield from _walk(get_resolver(), "", "/", False)


def _walk(
    resolver: URLResolver, namespace: str, before: str, taken: bool
) -> Iterator[Address]:
    for pattern in resolver.url_patterns:
        path = before + _filled(pattern)
        takes = taken or _takes_arguments(pattern)
        if isinstance(pattern, URLResolver):
            inner = (
                f"{namespace}{pattern.namespace}:" if pattern.namespace else namespace
            )
            yield from _walk(pattern, inner, path, takes)
        elif isinstance(pattern, URLPattern):
            name = pattern.name or f"unnamed {path}"
            yield Address(namespace + name, path.replace("//", "/"), takes)


def _takes_arguments(pattern: URLPattern | URLResolver) -> bool:
    """Say whether a pattern's own part of the path captures anything."""
    if hasattr(pattern.pattern, "_route"):
        return bool(pattern.pattern.converters)
    return bool(pattern.pattern.regex.groups)


def _filled(pattern: URLPattern | URLResolver) -> str:
    """Return the pattern's own part of the path, its arguments filled."""
    if hasattr(pattern.pattern, "language_prefix"):
        return "en/"
    if hasattr(pattern.pattern, "_route"):
        return CONVERTER.sub(
            lambda found: SAMPLES.get(found[1] or "str", "nothing"),
            str(pattern.pattern),
        )
    # A regular expression: keep its plain letters, fill its groups.
    text = GROUP.sub("0", str(pattern.pattern))
    return re.sub(r"[\^$\\?]|\(.*?\)[*+]?", "", text)
