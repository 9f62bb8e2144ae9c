"""Codebooks: all of them, one of them, making and changing one."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from surveys.queries.members import surveys_run_by
from voice.accounts.gate import staff_only
from voice.themes.domain.codebooks import (
    change_codebook,
    create_codebook,
    sentence_is_too_short,
)
from voice.themes.forms import CodebookForm
from voice.themes.permissions import user_may_use_codebooks
from voice.themes.queries import codebooks_of, tagging_progress, themes_of
from voice.themes.queries.codebook_warnings import warnings_of


@staff_only(user_may_use_codebooks)
@require_safe
def themes(request: HttpRequest) -> HttpResponse:
    """Show what there is to tag, and the codebooks of one's own surveys."""
    context = {
        "questions": tagging_progress(surveys_run_by(request.user)),
        "codebooks": codebooks_of(request.user),
    }
    return render(request, "themes/themes.html", context)


@staff_only(user_may_use_codebooks)
@require_safe
def codebook(request: HttpRequest, codebook_id: int) -> HttpResponse:
    """Show one codebook's themes."""
    found = get_object_or_404(codebooks_of(request.user), pk=codebook_id)
    heard = themes_of(found, by=request.user)
    warnings = warnings_of(heard, by=request.user)
    rows = [
        {
            "theme": theme,
            "heard": number,
            "short": sentence_is_too_short(theme.sentence),
            "seldom": theme.pk in warnings.seldom,
        }
        for theme, number in heard
    ]
    context = {"codebook": found, "rows": rows, "warnings": warnings}
    return render(request, "themes/codebook.html", context)


@staff_only(user_may_use_codebooks)
def new_codebook(request: HttpRequest) -> HttpResponse:
    """Make a codebook."""
    form = CodebookForm(request.POST or None, by=request.user)
    if request.method == "POST" and form.is_valid():
        made = create_codebook(**form.cleaned_data, by=request.user)  # type: ignore[arg-type]
        return redirect("themes:codebook", made.pk)
    context = {"form": form, "heading": _("A new codebook")}
    return render(request, "themes/form.html", context)


@staff_only(user_may_use_codebooks)
def edit_codebook(request: HttpRequest, codebook_id: int) -> HttpResponse:
    """Change a codebook's title or the consultations it serves."""
    found = get_object_or_404(codebooks_of(request.user), pk=codebook_id)
    form = CodebookForm(request.POST or None, instance=found, by=request.user)
    if request.method == "POST" and form.is_valid():
        change_codebook(found, **form.cleaned_data, by=request.user)  # type: ignore[arg-type]
        messages.success(request, _("The codebook is changed."))
        return redirect("themes:codebook", found.pk)
    context = {"form": form, "heading": _("Change the codebook"), "codebook": found}
    return render(request, "themes/form.html", context)
