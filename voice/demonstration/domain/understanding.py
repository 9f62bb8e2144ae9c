"""Understands: a codebook, and tags by a named person."""

from surveys.models import Consultation
from voice.demonstration.domain.answering import Heard
from voice.demonstration.domain.telling import Telling
from voice.demonstration.story.themes import (
    CODEBOOK,
    NO_REASON,
    SOMETHING_ELSE,
    THEMES,
)
from voice.themes.domain.codebooks import add_theme, create_codebook
from voice.themes.domain.tags import tag_comment
from voice.themes.enums import ThemeKind
from voice.themes.models import Theme

FALL_BACKS = {
    SOMETHING_ELSE: ThemeKind.SOMETHING_ELSE,
    NO_REASON: ThemeKind.NO_REASON,
}


def write_codebook(telling: Telling) -> dict[int, Theme]:
    """Write the codebook of all three consultations; return its themes by number."""
    worker = telling.people["worker"]
    codebook = create_codebook(
        CODEBOOK, consultations=list(Consultation.objects.all()), by=worker
    )
    themes = {}
    for told in THEMES:
        fields = told._asdict()
        number = fields.pop("number")
        themes[number] = add_theme(codebook, by=worker, **fields)
    for number, kind in FALL_BACKS.items():
        themes[number] = codebook.themes.get(kind=kind)
    return themes


def tag_all(telling: Telling, heard: Heard, themes: dict[int, Theme]) -> None:
    """Tag every kept comment with the themes the story names."""
    for comment, said in heard:
        if said.wait or said.concern or said.withhold:
            continue
        for number in said.themes:
            tag_comment(comment, theme=themes[number], by=telling.people["worker"])
