"""A paper for the committee office: DOCX with real headings, tables and languages."""

import io
import zipfile
from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.utils import translation
from django.utils.translation import gettext as _

from voice.briefings.logic.paper import Paper, Source, blocks_for, sources_named
from voice.briefings.papers import said
from voice.briefings.papers.styles import PaperNotMade
from voice.council.enums import BASE_LANGUAGE

if TYPE_CHECKING:
    from docx.document import Document

    from voice.briefings.papers.word import Writer

# The day every file inside is dated, so that the same paper is the same bytes.
THE_SAME_DAY = (1980, 1, 1, 0, 0, 0)


def docx_of(paper: Paper) -> bytes:
    """Return a paper as DOCX, the same bytes each time.

    Raises PaperNotMade where the “papers” extra is not installed.
    """
    try:
        from docx import Document
    except ImportError as missing:
        raise PaperNotMade(
            _("DOCX files are not made here: the “papers” extra is not installed.")
        ) from missing
    from voice.briefings.papers.word import Writer

    document = Document()
    with translation.override(paper["language"]):
        _describe(document, paper)
        writer = Writer(document, paper["language"])
        _write(writer, paper)
    return _packed(document)


def _write(writer: "Writer", paper: Paper) -> None:
    """Write the head, each block, and where the figures come from."""
    writer.words(paper["organisation"], bold=True)
    writer.heading(paper["title"], 1)
    writer.words(paper["subtitle"], style="Subtitle")
    writer.words(said.day(paper["date"]))
    for block in blocks_for(paper, easy=False):
        WRITERS[block["kind"]](writer, block)
    if paper["sources"]:
        writer.heading(_("Where the figures and words come from"), 2)
    for source in paper["sources"]:
        name = said.source_called(source["number"])
        writer.item((f"{name}: ", True), (said.source_line(source), False))
        writer.bookmark(_place_of(source["number"]))
        _asked(writer, source)
        if not paper.get("outside"):
            writer.link(
                _("What was asked, and what came of it"), said.address_of(source)
            )
        writer.words(source["hash"], style="List Continue", language="en")
    writer.words(
        _(
            "This paper does not change. Whoever doubts a copy of it can compare this check:"
        )
    )
    writer.words(paper["hash"], language="en")


def _place_of(number: int) -> str:
    """Return what the place of a source is called inside the document."""
    return f"source-{number}"


def _source(writer: "Writer", block: Any) -> None:
    """Write which source a block is from, leading to it."""
    named = sources_named(block)
    if named:
        writer.leads([(said.source_called(one), _place_of(one)) for one in named])


def _asked(writer: "Writer", source: Source) -> None:
    """Write what a source asked, how many answered and who did not, where it says so."""
    for prompt in source.get("asked", []):
        writer.words(f"“{prompt}”", style="List Continue", language=BASE_LANGUAGE)
    writer.words(source.get("answered", ""), style="List Continue")
    if source.get("missing"):
        writer.named(_("Who is missing:"), source["missing"], BASE_LANGUAGE)


def _heading(writer: "Writer", block: Any) -> None:
    """Write a heading."""
    writer.heading(block["text"], block["level"], block.get("language", ""))


def _text(writer: "Writer", block: Any) -> None:
    """Write a paragraph, saying so where it is our commentary."""
    language = block.get("language", "")
    if block.get("ours"):
        writer.named(_("Our words:"), block["text"], language)
    else:
        writer.words(block["text"], language=language)
    _source(writer, block)


def _figures(writer: "Writer", block: Any) -> None:
    """Write a table of protected values; its question and title have their language."""
    language = block.get("language", "")
    if block["question"] and block["question"] != block["title"]:
        writer.named(_("Asked:"), block["question"], language)
    writer.words(said.base_of(block))
    rows = [
        (
            " ".join(filter(None, (row["label"], row.get("note")))),
            row.get("language", ""),
            [told["words"] for told in row["told"]],
        )
        for row in block["rows"]
    ]
    writer.table((block["title"], language), [block["label"], *block["columns"]], rows)
    writer.words(block["note"])
    _source(writer, block)


def _quote(writer: "Writer", block: Any) -> None:
    """Write a young person's words in their language, and what is known of them."""
    writer.words(f"“{block['words']}”", style="Quote", language=block["language"])
    if block["translation"]:
        writer.named(_("Translated by a person:"), f"“{block['translation']}”", "")
    if block.get("about"):
        writer.named(_("Asked:"), block["about"], "")
    _source(writer, block)


def _reach(writer: "Writer", block: Any) -> None:
    """Write who answered of how many, and who is missing."""
    language = block.get("language", "")
    writer.words(block["sentence"], bold=True)
    rows = [(name, "", [words]) for name, words in said.reach_rows(block)]
    writer.table((block["consultation"], language), [_("Who"), _("How many")], rows)
    for name, words in said.who(block):
        writer.named(name, words, language)
    _source(writer, block)


def _list(writer: "Writer", block: Any) -> None:
    """Write things with how they stand."""
    numbering = writer.numbered() if block["ordered"] else None
    for item in block["items"]:
        language = item.get("language", "")
        stands = [(f" · {item['status']}", False)] if item["status"] else []
        writer.item(
            (item["text"], True), *stands, numbering=numbering, language=language
        )
        writer.words(item["detail"], style="List Continue", language=language)


def _note(writer: "Writer", block: Any) -> None:
    """Write something to take care with."""
    bold = block["tone"] == "careful"
    writer.words(block["text"], bold=bold, language=block.get("language", ""))


WRITERS: dict[str, Callable[["Writer", Any], None]] = {
    "heading": _heading,
    "text": _text,
    "figures": _figures,
    "quote": _quote,
    "reach": _reach,
    "list": _list,
    "note": _note,
}


def _describe(document: "Document", paper: Paper) -> None:
    """Say what the file is, whose and of which day; no person, no picture of it."""
    about = document.core_properties
    about.title = paper["title"]
    about.subject = paper["subtitle"]
    about.author = about.last_modified_by = paper["organisation"]
    about.created = about.modified = datetime.fromisoformat(paper["date"])
    about.language = paper["language"]
    about.comments = about.keywords = about.category = ""
    about.revision = 1
    related = document.part.package.rels if document.part.package else {}
    for name in [key for key, rel in related.items() if "thumbnail" in rel.reltype]:
        del related[name]


def _packed(document: "Document") -> bytes:
    """Return the file with every part dated alike."""
    written, packed = io.BytesIO(), io.BytesIO()
    document.save(written)
    with zipfile.ZipFile(written) as old, zipfile.ZipFile(packed, "w") as new:
        for name in sorted(old.namelist(), key=lambda one: (one[0] != "[", one)):
            part = zipfile.ZipInfo(name, THE_SAME_DAY)
            part.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(part, old.read(name))
    return packed.getvalue()
