"""Wordings as a PO file, for translators' own programs; pure.

GNU gettext's format: the context names the part, "fuzzy" marks words written from
another base wording, which stands before it as the previous one.
"""

import polib

from surveys.logic.wording_files import (
    LONGEST_FILE,
    About,
    BadFile,
    FileTrouble,
    Line,
    WordingFile,
    each_once,
)

BETWEEN = "|"
SURVEY, BAND = "X-Survey", "X-Age-Band"


def po_file(about: About, lines: list[Line]) -> bytes:
    """Return the lines as a PO file in UTF-8."""
    file = polib.POFile(wrapwidth=0)
    file.metadata = {
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=utf-8",
        "Content-Transfer-Encoding": "8bit",
        "Language": about.language,
        SURVEY: about.survey,
        BAND: about.age_band,
    }
    file.extend(
        polib.POEntry(
            msgctxt=f"{line.key}{BETWEEN}{line.part}",
            msgid=line.base,
            msgstr=line.text,
            comment=": ".join(said for said in (line.heading, line.label) if said),
            flags=["fuzzy"] if line.was is not None else [],
            previous_msgid=line.was,
        )
        for line in lines
    )
    return str(file).encode()


def read_po(content: bytes) -> WordingFile:
    """Return what a PO file says; raises BadFile."""
    if len(content) > LONGEST_FILE:
        raise BadFile(FileTrouble.TOO_LONG)
    try:
        said = content.decode("utf-8-sig")
        # polib would open a file of this name: a comment before it is never one.
        file = polib.pofile(f"#\n{said}")
    except (UnicodeDecodeError, OSError, ValueError, IndexError, KeyError):
        raise BadFile(FileTrouble.UNREADABLE) from None
    if SURVEY not in file.metadata:
        raise BadFile(FileTrouble.NOT_OURS)
    about = About(
        survey=file.metadata[SURVEY],
        language=file.metadata.get("Language", ""),
        age_band=file.metadata.get(BAND, ""),
    )
    return WordingFile(about, each_once([_line(e) for e in file if not e.obsolete]))


def _line(entry: polib.POEntry) -> Line:
    """Return one entry as a line; raises BadFile when it names no part."""
    key, between, part = (entry.msgctxt or "").partition(BETWEEN)
    if not between or not part:
        raise BadFile(FileTrouble.NOT_OURS)
    return Line(
        key=key,
        part=part,
        base=entry.msgid,
        text=entry.msgstr,
        was=entry.previous_msgid if entry.fuzzy else None,
        is_sure=bool(entry.msgstr) and not entry.fuzzy,
    )
