"""Judges what a browser told of a page; each check returns sentences."""

from collections.abc import Callable, Iterator
from typing import Any

Facts = dict[str, Any]
RIGHT_TO_LEFT = ("ar", "ckb", "fa", "he", "ps", "ug", "ur")
SMALLEST_TARGET = 44
# Half a pixel is lost where a browser rounds.
ROUNDING = 0.6
MOST_BYTES = 60_000
LONGEST_DESCRIPTION = 200


def judged(facts: Facts) -> list[str]:
    """Return everything that is wrong with one page on one screen."""
    return [said for check in CHECKS for said in check(facts)]


def head(facts: Facts) -> Iterator[str]:
    """Title, description, language and direction."""
    if not facts["title"].strip():
        yield "no title"
    if not facts["description"].strip():
        yield "no description"
    if len(facts["description"]) > LONGEST_DESCRIPTION:
        yield "a description nobody reads to its end"
    right = facts["language"].split("-")[0] in RIGHT_TO_LEFT
    if not facts["language"]:
        yield "no language"
    elif facts["direction"] != ("rtl" if right else "ltr"):
        yield f"runs {facts['direction']} in {facts['language']}"


def headings(facts: Facts) -> Iterator[str]:
    """One h1, and no level jumped over."""
    ones = [one for one in facts["headings"] if one["level"] == 1]
    if len(ones) != 1:
        yield f"{len(ones)} h1"
    before = 0
    for one in facts["headings"]:
        if one["level"] > before + 1:
            yield f"h{one['level']} “{one['words']}” follows h{before}"
        before = one["level"]


def images(facts: Facts) -> Iterator[str]:
    """Alternative text, sizes told, no more pixels than twice those shown, and lazy."""
    for one in facts["images"]:
        name = one["source"].rsplit("/", 1)[-1][:60]
        if one["alt"] is None:
            yield f"picture {name} without alternative text"
        if not one["sized"]:
            yield f"picture {name} does not say its width and height"
        if not one["vector"] and one["own"] > 2 * one["width"] + 1:
            yield (
                f"picture {name} has {one['own']} pixels across, shown {one['width']:.0f}"
            )
        if one["top"] > facts["screen"] and not one["lazy"]:
            yield f"picture {name} below the screen is not lazy"


def touch(facts: Facts) -> Iterator[str]:
    """What is tapped is large enough, unless it is a link in a sentence."""
    for one in facts["targets"]:
        least = min(one["width"], one["height"])
        if not one["inText"] and least < SMALLEST_TARGET - ROUNDING:
            yield (
                f"“{one['words']}” is {one['width']:.0f} by {one['height']:.0f} to tap"
            )


def room(facts: Facts) -> Iterator[str]:
    """Nothing is wider than the screen; links within the page find their place."""
    if facts["tooWide"] > 1:
        yield f"{facts['tooWide']} pixels wider than the screen"
    for anchor in facts["anchors"]:
        yield f"the link {anchor} finds nothing on the page"


def weight(facts: Facts) -> Iterator[str]:
    """All that is sent, lazy pictures left out, stays under the most."""
    if facts["bytes"] > MOST_BYTES:
        largest = sorted(facts["sent"].items(), key=lambda one: -one[1])[:3]
        said = ", ".join(f"{url.rsplit('/', 1)[-1]} {size}" for url, size in largest)
        yield f"{facts['bytes']} bytes over the wire ({said})"


def house(facts: Facts) -> Iterator[str]:
    """Nothing is asked of another host, nothing fails, axe finds nothing."""
    yield from (f"asks {url}" for url in facts["elsewhere"])
    yield from (f"{status} for {url}" for url, status in facts["failed"])
    yield from facts["axe"]


CHECKS: tuple[Callable[[Facts], Iterator[str]], ...] = (
    head,
    headings,
    images,
    touch,
    room,
    weight,
    house,
)


def titles_told_twice(pages: dict[str, Facts]) -> list[str]:
    """Return the titles that more than one address has."""
    by_title: dict[str, set[str]] = {}
    for address, facts in pages.items():
        by_title.setdefault(facts["title"], set()).add(facts["canonical"] or address)
    return [
        f"the title “{title}” stands on {len(there)} pages: {', '.join(sorted(there))}"
        for title, there in by_title.items()
        if len(there) > 1
    ]
