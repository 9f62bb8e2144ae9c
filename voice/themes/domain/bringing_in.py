"""Bringing a codebook in from a file."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db import transaction

from surveys.models import Consultation
from voice.accounts.models import User
from voice.audit.domain.record import record
from voice.themes.domain.codebooks import create_codebook, save_named
from voice.themes.domain.history import keep_change, stands_as
from voice.themes.domain.moving import may_be_under, put_under, refuse_parent
from voice.themes.enums import ChangeKind, ThemeKind, ThemeState
from voice.themes.logic.codebook_file import CodebookFile
from voice.themes.models import Codebook, Theme
from voice.themes.queries.exchange import KEPT, WORDS, Planned, plan_of, wordings_with


@dataclass(frozen=True, slots=True)
class BroughtIn:
    """How many themes were made, and how many changed."""

    made: int
    changed: int


@transaction.atomic
def bring_in_codebook(codebook: Codebook, *, book: CodebookFile, by: User) -> BroughtIn:
    """Make and change themes as a file says; themes that it does not have stay.

    All of it or nothing. Raises ThemeExists when a name is in use by a theme that the
    file does not have, NotThere when a theme of ours has parts and would be a part.
    """
    Codebook.objects.select_for_update().get(pk=codebook.pk)
    plan = plan_of(book, codebook=codebook)
    before = {one.theme.pk: stands_as(one.theme) for one in plan if one.theme}
    _free_names(plan)
    themes = {one.line.name: _worded(codebook, one) for one in plan}
    for one in plan:
        _put(themes[one.line.name], themes.get(one.line.parent))
    for theme in themes.values():
        _parts_move_up(theme, by=by)
    made: list[int] = []
    changed: list[int] = []
    for one in plan:
        theme = themes[one.line.name]
        was = before.get(theme.pk, {})
        if was == stands_as(theme):
            continue
        keep_change(theme, ChangeKind.BROUGHT_IN, before=was, by=by)
        (changed if one.theme else made).append(theme.pk)
    record("themes.bring_in_codebook", of=codebook, by=by, made=made, changed=changed)
    return BroughtIn(len(made), len(changed))


@transaction.atomic
def codebook_from_file(
    book: CodebookFile, *, title: str, consultations: Iterable[Consultation], by: User
) -> Codebook:
    """Make a codebook of a file. It keeps the file's guids that no other one has."""
    codebook = create_codebook(title, consultations=consultations, by=by)
    if book.guid and not Codebook.objects.filter(guid=book.guid).exists():
        codebook.guid = book.guid
        codebook.save(update_fields=("guid",))
    for line in book.themes:
        if line.kind != ThemeKind.THEME and line.guid:
            free = not Theme.objects.filter(guid=line.guid).exists()
            if free:
                codebook.themes.filter(kind=line.kind).update(guid=line.guid)
    bring_in_codebook(codebook, book=book, by=by)
    return codebook


def _free_names(plan: list[Planned]) -> None:
    """Take the names off themes that get others, so that two may swap theirs."""
    for one in plan:
        if one.theme and "name" in one.changes:
            Theme.objects.filter(pk=one.theme.pk).update(name=str(one.theme.guid))


def _worded(codebook: Codebook, one: Planned) -> Theme:
    """Save one theme as the file says, standing alone for now."""
    theme = one.theme or Theme(codebook=codebook)
    if one.theme is None and one.guid:
        theme.guid = one.guid
    is_theme = theme.kind == ThemeKind.THEME
    for field in KEPT if is_theme else (*WORDS, "colour"):
        setattr(theme, field, getattr(one.line, field))
    theme.wordings = wordings_with(theme.wordings, one.line)
    theme.parent = None
    if theme.state != ThemeState.RETIRED:
        theme.merged_into = None
    save_named(theme)
    return theme


def _put(theme: Theme, parent: Theme | None) -> None:
    """Make a theme part of another, as the file says; raises NotThere."""
    if parent is None:
        return
    if theme.state == ThemeState.RETIRED and not may_be_under(theme, parent):
        return
    refuse_parent(theme, parent)
    theme.parent = parent
    theme.save(update_fields=("parent",))


def _parts_move_up(theme: Theme, *, by: User) -> None:
    """Let parts stand alone that the file does not have and whose theme it retires."""
    if theme.state == ThemeState.RETIRED:
        for part in theme.children.all():
            put_under(part, None, by=by)
