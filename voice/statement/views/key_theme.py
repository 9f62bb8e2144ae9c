"""A key theme at the desk: its areas, actions and evidence."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from surveys.permissions import user_can_draft_surveys
from surveys.queries.linked import questions_linked_to
from surveys.queries.members import surveys_run_by
from voice.accounts.gate import signed_in, staff_only
from voice.statement.domain.statements import (
    add_area,
    add_key_theme,
    edit_area,
    edit_key_theme,
    move_key_theme_up,
)
from voice.statement.forms.statements import AreaForm, KeyThemeForm
from voice.statement.led import Ground, Led, for_reader, led_by
from voice.statement.models import Area, KeyTheme, Statement
from voice.statement.permissions import (
    user_can_edit_statement,
    user_can_read_statement,
)
from voice.statement.queries import every_evidence, key_themes_in_full
from voice.statement.queries.numbers import next_area_number, next_key_theme_number
from voice.statement.views.form_page import form_page

EVIDENCE_ON_A_PAGE = 25


@staff_only(user_can_read_statement)
def key_theme(request: HttpRequest, pk: int) -> HttpResponse:
    """Show one key theme with its areas, actions, evidence and what was asked of it."""
    statement = get_object_or_404(Statement, key_themes=pk)
    key_themes = key_themes_in_full(statement)
    found = next((one for one in key_themes if one.pk == pk), None)
    if found is None:
        raise Http404
    context = {
        "key_theme": found,
        "key_themes": key_themes,
        "asked": questions_linked_to(str(pk)),
        "runs": set(surveys_run_by(request.user).values_list("pk", flat=True)),
        "may_draft": user_can_draft_surveys(request.user),
        "evidence": Paginator(
            every_evidence().filter(key_theme=pk), EVIDENCE_ON_A_PAGE
        ).get_page(request.GET.get("page")),
        "led": for_reader(_led_by_actions_of(found), request.user),
        "may_edit": user_can_edit_statement(request.user),
        "today": timezone.localdate(),
    }
    return render(request, "statement/key_theme.html", context)


def _led_by_actions_of(key_theme: KeyTheme) -> list[Led]:
    """Return what came of a key theme's actions, already read; what is disputed first."""
    areas = key_theme.areas.all()
    actions = {action.pk for area in areas for action in area.actions.all()}
    led = led_by(Ground(actions=actions)) if actions else []
    return sorted(led, key=lambda one: not one.is_disputed)


@staff_only(user_can_edit_statement)
def key_theme_new(request: HttpRequest, statement: int) -> HttpResponse:
    """Add a key theme to a statement."""
    parent = get_object_or_404(Statement, pk=statement)
    initial = {"number": next_key_theme_number(parent)}
    return form_page(
        request,
        KeyThemeForm(request.POST or None, initial=initial),
        heading=_("New key theme"),
        save=lambda data: add_key_theme(parent, by=signed_in(request), **data),
        back=reverse("statement:statement"),
        above=parent.title,
    )


@staff_only(user_can_edit_statement)
def key_theme_edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Change a key theme's number and title."""
    found = get_object_or_404(KeyTheme, pk=pk)
    return form_page(
        request,
        KeyThemeForm(request.POST or None, instance=found),
        heading=_("Change a key theme"),
        save=lambda data: edit_key_theme(found, by=signed_in(request), **data),
        back=reverse("statement:key_theme", args=[pk]),
    )


@staff_only(user_can_edit_statement)
@require_POST
def key_theme_up(request: HttpRequest, pk: int) -> HttpResponse:
    """Let a key theme change places with the one before it."""
    moved = move_key_theme_up(get_object_or_404(KeyTheme, pk=pk), by=signed_in(request))
    messages.success(
        request,
        _("“%(title)s” is number %(number)s now.")
        % {"title": moved.title, "number": moved.number},
    )
    return redirect("statement:statement")


@staff_only(user_can_edit_statement)
def area_new(request: HttpRequest, key_theme: int) -> HttpResponse:
    """Add an area for improvement to a key theme."""
    parent = get_object_or_404(KeyTheme, pk=key_theme)
    form = AreaForm(request.POST or None, initial={"number": next_area_number(parent)})
    form.instance.key_theme = parent
    return form_page(
        request,
        form,
        heading=_("New area for improvement"),
        save=lambda _data: add_area(parent, by=signed_in(request), **form.words()),
        back=reverse("statement:key_theme", args=[parent.pk]),
        above=str(parent),
    )


@staff_only(user_can_edit_statement)
def area_edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Change an area's number, title and source."""
    found = get_object_or_404(Area.objects.select_related("key_theme"), pk=pk)
    form = AreaForm(request.POST or None, instance=found)
    return form_page(
        request,
        form,
        heading=_("Change an area for improvement"),
        save=lambda _data: edit_area(found, by=signed_in(request), **form.words()),
        back=reverse("statement:key_theme", args=[found.key_theme_id]),
        above=str(found.key_theme),
    )
