"""Reads for files that go out and come in: a codebook, and what a file would change."""

from dataclasses import dataclass
from uuid import UUID, uuid5

from voice.themes.enums import ThemeKind
from voice.themes.logic.codebook_file import CodebookFile, InLanguage, ThemeLine
from voice.themes.logic.tidy_words import tidy, tidy_line
from voice.themes.logic.wordings import Wordings
from voice.themes.models import Codebook, Theme
from voice.themes.queries.theme import place_of

WORDS = ("name", "sentence", "include", "exclude", "example")
KEPT = (*WORDS, "colour", "state", "heard_from_few")
IN_LANGUAGES = "wordings"


def codebook_file(codebook: Codebook) -> CodebookFile:
    """Return a codebook as files carry it: every theme, the retired ones too."""
    themes = sorted(codebook.themes.select_related("parent"), key=place_of)
    return CodebookFile(
        codebook.guid,
        tidy_line(codebook.title),
        tuple(theme_line(theme) for theme in themes),
    )


def theme_line(theme: Theme) -> ThemeLine:
    """Return one theme as files carry it."""
    return ThemeLine(
        guid=theme.guid,
        name=tidy_line(theme.name),
        sentence=tidy_line(theme.sentence),
        include=tidy(theme.include),
        exclude=tidy(theme.exclude),
        example=tidy(theme.example),
        colour=theme.colour,
        state=theme.state,
        kind=theme.kind,
        heard_from_few=theme.heard_from_few,
        parent=tidy_line(theme.parent.name) if theme.parent else "",
        in_languages=tuple(
            InLanguage(language, tidy_line(said["words"]), tidy_line(said["of"]))
            for language, said in sorted(theme.wordings.items())
        ),
    )


def wordings_with(wordings: Wordings, line: ThemeLine) -> Wordings:
    """Return the wordings with those of a file; languages it has no words in stay."""
    said = {one.language: one for one in line.in_languages}
    return wordings | {
        language: {"words": one.words, "of": one.of} for language, one in said.items()
    }


@dataclass(frozen=True, slots=True)
class Planned:
    """One theme of a file: ours that it is (None for a new one), and what changes.

    `guid` is what a new theme gets: the file's own, unless another codebook has it.
    """

    line: ThemeLine
    theme: Theme | None
    guid: UUID | None
    changes: tuple[str, ...]


def plan_of(book: CodebookFile, *, codebook: Codebook) -> list[Planned]:
    """Return what bringing a file into `codebook` would do, in the file's order.

    A theme of the file is ours when it has the same guid, or is the same fall-back, or
    else has the same name. Themes that the file does not have stay as they are.
    """
    ours = list(codebook.themes.select_related("parent"))
    by_guid: dict[UUID | None, Theme] = {theme.guid: theme for theme in ours}
    by_kind = {theme.kind: theme for theme in ours if theme.kind != ThemeKind.THEME}
    named = {line.guid for line in book.themes}
    named |= {_guid_in(codebook, line) for line in book.themes}
    kinds = {line.kind for line in book.themes} - {"theme"}
    by_name = {
        theme.name: theme
        for theme in ours
        if theme.guid not in named and theme.kind not in kinds
    }
    taken = set(
        Theme.objects.exclude(codebook=codebook)
        .filter(guid__in=[line.guid for line in book.themes if line.guid])
        .values_list("guid", flat=True)
    )
    planned = []
    for line in book.themes:
        if line.kind != ThemeKind.THEME:
            theme = by_kind.get(line.kind)
        else:
            theme = (
                by_guid.get(line.guid)
                or by_guid.get(_guid_in(codebook, line))
                or by_name.get(line.name)
            )
        guid = _guid_in(codebook, line) if line.guid in taken else line.guid
        planned.append(Planned(line, theme, guid, _changes(line, theme)))
    return planned


def _guid_in(codebook: Codebook, line: ThemeLine) -> UUID | None:
    """Return the guid a theme gets where another codebook has its own already.

    Always the same one, so that the same file finds its themes again.
    """
    return uuid5(codebook.guid, str(line.guid)) if line.guid else None


def _changes(line: ThemeLine, theme: Theme | None) -> tuple[str, ...]:
    """Return the fields in which a file differs from a theme of ours."""
    if theme is None:
        return ()
    now = theme_line(theme)
    fields = KEPT if theme.kind == ThemeKind.THEME else (*WORDS, "colour")
    changed = [name for name in fields if getattr(now, name) != getattr(line, name)]
    if theme.kind == ThemeKind.THEME and now.parent != line.parent:
        changed.append("parent")
    if wordings_with(theme.wordings, line) != theme.wordings:
        changed.append(IN_LANGUAGES)
    return tuple(changed)
