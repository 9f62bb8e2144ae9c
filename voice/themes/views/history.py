"""The history of a theme, and of all themes of a codebook, in words."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from surveys.languages import language_name
from voice.accounts.gate import staff_only
from voice.council.enums import Colour
from voice.themes.enums import ThemeState
from voice.themes.models import Theme, ThemeChange
from voice.themes.permissions import user_may_use_codebooks
from voice.themes.queries import codebooks_of
from voice.themes.views.theme import theme_or_404

ON_A_PAGE = 30
OTHER_THEMES = ("parent", "merged_into", "to")


@dataclass(frozen=True, slots=True)
class ShownChange:
    """One step, with lines of what it was about, what it was before and is after."""

    change: ThemeChange
    lines: list[tuple[str, str, str]]


@staff_only(user_may_use_codebooks)
@require_safe
def theme_history(request: HttpRequest, theme_id: int) -> HttpResponse:
    """Show what became of one theme."""
    found = theme_or_404(request, theme_id)
    return _history(
        request, found.changes.all(), {"theme": found, "codebook": found.codebook}
    )


@staff_only(user_may_use_codebooks)
@require_safe
def codebook_history(request: HttpRequest, codebook_id: int) -> HttpResponse:
    """Show what became of every theme of a codebook."""
    found = get_object_or_404(codebooks_of(request.user), pk=codebook_id)
    changes = ThemeChange.objects.filter(theme__codebook=found)
    return _history(request, changes, {"codebook": found})


def _history(
    request: HttpRequest, changes: QuerySet[ThemeChange], context: dict[str, Any]
) -> HttpResponse:
    """Show a page of changes, the newest first."""
    changes = changes.select_related("theme", "by")
    page = Paginator(changes, ON_A_PAGE).get_page(request.GET.get("page"))
    context |= {"page": page, "changes": shown_changes(page.object_list)}
    return render(request, "themes/history.html", context)


def shown_changes(changes: Iterable[ThemeChange]) -> list[ShownChange]:
    """Return the changes as pages show them; one look-up for all other themes."""
    rows = list(changes)
    ids = {
        value
        for row in rows
        for side in (row.before, row.after)
        for name, value in side.items()
        if name in OTHER_THEMES and value
    }
    names = dict(Theme.objects.filter(pk__in=ids).values_list("pk", "name"))
    return [ShownChange(row, _lines(row, names)) for row in rows]


def _lines(change: ThemeChange, names: dict[int, str]) -> list[tuple[str, str, str]]:
    """Return label, before and after of everything that a step changed."""
    labels = _labels()
    return [
        (
            str(label),
            _said(name, change.before.get(name), names),
            _said(name, change.after.get(name), names),
        )
        for name, label in labels.items()
        if change.before.get(name) or change.after.get(name)
    ]


def _labels() -> dict[str, str]:
    """Return what may change, in the order it is shown."""
    return {
        "name": _("Name"),
        "sentence": _("Sentence"),
        "wordings": _("In other languages"),
        "include": _("Include when"),
        "exclude": _("Exclude when"),
        "example": _("Example"),
        "colour": _("Colour"),
        "state": _("State"),
        "heard_from_few": _("Heard from few, kept"),
        "parent": _("Part of"),
        "merged_into": _("Merged into"),
        "to": _("Comments went to"),
        "moved": _("Tags that moved"),
        "doubles": _("Tags that said the same already"),
    }


def _said(name: str, value: Any, names: dict[int, str]) -> str:
    """Return one value in words; empty for none."""
    if not value:
        return ""
    if name in OTHER_THEMES:
        return names.get(value, "")
    if name in ("moved", "doubles"):
        return str(len(value))
    if name == "heard_from_few":
        return _("Yes")
    if name == "wordings":
        return " · ".join(
            f"{language_name(language)}: {one['words']}"
            for language, one in sorted(value.items())
        )
    choices = {"state": ThemeState, "colour": Colour}.get(name)
    return str(choices(value).label) if choices else str(value)
