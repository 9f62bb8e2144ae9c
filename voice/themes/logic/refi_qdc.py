"""Codebooks in the REFI-QDA exchange format (.qdc), out and in; pure.

REFI-QDA standard 1.5, part "Codebook", schema urn:QDA-XML:codebook:1.0: codes in codes,
each with a GUID, a name, a colour and a description, and sets of codes. What the
standard has no element for stands in the description under headings, and in sets of
well-known GUIDs; other tools show both and lose nothing. Deeper levels than ours, and
files of tools that write the namespace of 2017, are taken as far as they go.
"""

from collections.abc import Iterator
from dataclasses import replace
from uuid import UUID, uuid5
from xml.etree import ElementTree as ET

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from voice.themes.logic.codebook_file import (
    LONGEST_FILE,
    BadCodebook,
    CodebookFile,
    CodebookTrouble,
    ThemeLine,
    fitted,
)
from voice.themes.logic.described import describe, described

NAMESPACE = "urn:QDA-XML:codebook:1.0"
ORIGIN = "Voice 1"
# An element takes some hundred times its letters in memory: more are not read at all.
MOST_ELEMENTS = 40_000
OURS = UUID("6f0d1f2e-61c5-4d0c-9a3e-5b7f3c1d8e42")
# The house's colours by day; held to static/css/tokens.css by a test.
RGB = {
    "teal": "#0a6a63",
    "plum": "#7a2e62",
    "indigo": "#2d4fb3",
    "rust": "#a8401b",
    "moss": "#3b6b1e",
}
FEW = "heard_from_few"
# Sets of ours: what a code in one of them is, and what other tools call the set.
SETS = {
    "proposed": "Proposed",
    "retired": "Retired",
    "something_else": "Fall-back: something else",
    "no_reason": "Fall-back: no reason given",
    FEW: "Heard from few, kept",
}
SET_GUIDS = {uuid5(OURS, key): key for key in SETS}


def write_qdc(book: CodebookFile) -> bytes:
    """Return the codebook as a .qdc file; every theme has a guid."""
    root = ET.Element("CodeBook", {"xmlns": NAMESPACE, "origin": ORIGIN})
    codes = ET.SubElement(root, "Codes")
    for line in book.themes:
        if not line.parent:
            code = _code(codes, line)
            for part in book.themes:
                if part.parent == line.name:
                    _code(code, part)
    sets = ET.SubElement(root, "Sets")
    if book.guid:
        _set(sets, book.guid, book.title, list(book.themes))
    for guid, key in SET_GUIDS.items():
        members = [line for line in book.themes if key in _marks(line)]
        if members:
            _set(sets, guid, SETS[key], members)
    ET.indent(root)
    written: bytes = ET.tostring(root, encoding="UTF-8", xml_declaration=True)
    return written


def read_qdc(content: bytes) -> CodebookFile:
    """Return what a .qdc file says; raises BadCodebook."""
    if len(content) > LONGEST_FILE or content.count(b"<") > MOST_ELEMENTS:
        raise BadCodebook(CodebookTrouble.TOO_LONG)
    try:
        root = fromstring(content, forbid_dtd=True)
    except (ET.ParseError, DefusedXmlException, ValueError):
        raise BadCodebook(CodebookTrouble.UNREADABLE) from None
    if _bare(root) != "CodeBook":
        raise BadCodebook(CodebookTrouble.UNREADABLE)
    is_ours = root.get("origin", "").startswith("Voice")
    marks, guid, title = _sets_of(root, is_ours=is_ours)
    lines, names = [], set()
    for code, above in _codes_of(root):
        line = _line(code, marks, is_ours=is_ours)
        if line.name in names and above:
            line = replace(line, name=f"{above}: {line.name}")
        names.add(line.name)
        lines.append(replace(line, parent=above))
    return fitted(CodebookFile(guid, title, tuple(lines)))


def _code(above: ET.Element, line: ThemeLine) -> ET.Element:
    """Add one theme as a code."""
    code = ET.SubElement(
        above,
        "Code",
        {
            "guid": str(line.guid),
            "name": line.name,
            "isCodable": "false" if line.state == "retired" else "true",
            "color": RGB[line.colour],
        },
    )
    ET.SubElement(code, "Description").text = describe(line)
    return code


def _set(sets: ET.Element, guid: UUID, name: str, members: list[ThemeLine]) -> None:
    """Add a set of codes."""
    made = ET.SubElement(sets, "Set", {"guid": str(guid), "name": name})
    for line in members:
        ET.SubElement(made, "MemberCode", {"guid": str(line.guid)})


def _marks(line: ThemeLine) -> set[str]:
    """Return the sets of ours that a theme is in."""
    return {line.state, line.kind} | ({FEW} if line.heard_from_few else set())


def _sets_of(
    root: ET.Element, *, is_ours: bool
) -> tuple[dict[UUID, set[str]], UUID | None, str]:
    """Return what sets of ours say of each code, and the codebook's guid and title."""
    marks: dict[UUID, set[str]] = {}
    guid, title = None, ""
    for one in root.iter():
        if _bare(one) != "Set":
            continue
        key = SET_GUIDS.get(_guid(one))
        if key is None:
            if is_ours and guid is None:
                guid, title = _guid(one), one.get("name", "")
            continue
        for member in one:
            if _bare(member) == "MemberCode":
                marks.setdefault(_guid(member), set()).add(key)
    return marks, guid, title


def _codes_of(root: ET.Element) -> Iterator[tuple[ET.Element, str]]:
    """Yield each code with the name of the topmost one above it, as deep as they go."""
    tops = [one for part in root if _bare(part) == "Codes" for one in part]
    waiting = [(one, "") for one in reversed(tops)]
    while waiting:
        code, above = waiting.pop()
        if _bare(code) != "Code":
            continue
        yield code, above
        top = above or code.get("name", "")
        waiting.extend((part, top) for part in reversed(code))


def _line(code: ET.Element, marks: dict[UUID, set[str]], *, is_ours: bool) -> ThemeLine:
    """Return one code as a theme."""
    guid, name = _guid(code), code.get("name", "")
    words = next((one.text for one in code if _bare(one) == "Description"), None)
    said = marks.get(guid, set())
    fall_backs = said & {"something_else", "no_reason"}
    states = said & {"proposed", "retired"}
    return ThemeLine(
        guid=guid,
        name=name,
        **described(words or "", is_ours=is_ours),
        colour=_nearest(code.get("color", "")),
        state=min(states, default="agreed"),
        kind=min(fall_backs, default="theme"),
        heard_from_few=FEW in said,
    )


def _bare(element: ET.Element) -> str:
    """Return an element's name without its namespace."""
    return str(element.tag).rpartition("}")[2]


def _guid(element: ET.Element) -> UUID:
    """Return an element's GUID, in braces or bare; raises BadCodebook."""
    try:
        return UUID(element.get("guid", "").strip("{} "))
    except ValueError:
        where = element.get("name", "")
        raise BadCodebook(CodebookTrouble.UNREADABLE, where) from None


def _nearest(colour: str) -> str:
    """Return the house's colour that is nearest to #rrggbb or #rgb; indigo for none."""
    figures = colour.strip().removeprefix("#")
    if len(figures) == 3:
        figures = "".join(figure * 2 for figure in figures)
    try:
        wanted = bytes.fromhex(figures)
    except ValueError:
        return "indigo"
    if len(wanted) != 3:
        return "indigo"
    return min(RGB, key=lambda name: _distance(bytes.fromhex(RGB[name][1:]), wanted))


def _distance(one: bytes, other: bytes) -> int:
    """Return how far two colours are apart."""
    return sum((a - b) ** 2 for a, b in zip(one, other, strict=True))
