"""One theme: every comment that says it, and adding and wording themes."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from surveys.languages import language_name
from voice.accounts.gate import signed_in, staff_only
from voice.themes.domain.codebooks import (
    ThemeExists,
    add_theme,
    sentence_is_too_short,
    word_theme,
)
from voice.themes.domain.moving import NotThere
from voice.themes.enums import ThemeKind, ThemeState
from voice.themes.forms import NewThemeForm, ThemeForm, ThemeMemoForm
from voice.themes.key_themes import choose
from voice.themes.logic.codebook_warnings import is_seldom
from voice.themes.models import Theme
from voice.themes.permissions import user_may_use_codebooks
from voice.themes.queries import codebooks_of, comments_of_theme
from voice.themes.queries.wordings import languages_unworded
from voice.themes.views.showing import shown_comments

ON_A_PAGE = 25


@never_cache
@staff_only(user_may_use_codebooks)
@require_safe
def theme(request: HttpRequest, theme_id: int) -> HttpResponse:
    """Show every kept comment that says one theme."""
    found = theme_or_404(request, theme_id)
    page = Paginator(comments_of_theme(found, by=request.user), ON_A_PAGE).get_page(
        request.GET.get("page")
    )
    is_worded = found.kind == ThemeKind.THEME and found.state != ThemeState.RETIRED
    unworded = languages_unworded(found) if is_worded else []
    context = {
        "theme": found,
        "unworded": ", ".join(str(language_name(code)) for code in unworded),
        "page": page,
        "comments": shown_comments(
            page.object_list, on=found, to=signed_in(request), tags="tags_of_theme"
        ),
        "is_retired": found.state == ThemeState.RETIRED,
        "is_fall_back": found.kind != ThemeKind.THEME,
        "is_short": sentence_is_too_short(found.sentence),
        "is_seldom": is_seldom(page.paginator.count),
        "parts": found.children.exclude(state=ThemeState.RETIRED).order_by("name"),
        "memos": found.memos.select_related("by"),
        "memo_form": ThemeMemoForm(),
    }
    return render(request, "themes/theme.html", context)


@staff_only(user_may_use_codebooks)
def new_theme(request: HttpRequest, codebook_id: int) -> HttpResponse:
    """Add a theme to a codebook."""
    codebook = get_object_or_404(codebooks_of(request.user), pk=codebook_id)
    form = NewThemeForm(request.POST or None, codebook=codebook)
    if request.method == "POST" and form.is_valid():
        try:
            made = add_theme(codebook, **form.cleaned_data, by=request.user)  # type: ignore[arg-type]
        except ThemeExists as told:
            form.add_error("name", told.sentence)
        except NotThere as told:
            form.add_error("parent", told.sentence)
        else:
            choose(made, form.key_theme, by=signed_in(request))
            _say_saved(request, made)
            return redirect("themes:codebook", codebook.pk)
    context = {"form": form, "heading": _("A new theme"), "codebook": codebook}
    return render(request, "themes/form.html", context)


@staff_only(user_may_use_codebooks)
def edit_theme(request: HttpRequest, theme_id: int) -> HttpResponse:
    """Word a theme anew."""
    found = theme_or_404(request, theme_id)
    codebook = found.codebook
    form = ThemeForm(request.POST or None, instance=found)
    if request.method == "POST" and form.is_valid():
        try:
            word_theme(found, **form.cleaned_data, by=request.user)  # type: ignore[arg-type]
        except ThemeExists as told:
            form.add_error("name", told.sentence)
        else:
            choose(found, form.key_theme, by=signed_in(request))
            _say_saved(request, found)
            return redirect("themes:theme", found.pk)
    context = {"form": form, "heading": _("Word the theme"), "codebook": codebook}
    return render(request, "themes/form.html", context)


def theme_or_404(request: HttpRequest, theme_id: int) -> Theme:
    """Return a theme of a codebook this person uses; Http404 for any other."""
    mine = Theme.objects.filter(codebook__in=codebooks_of(request.user).values("pk"))
    return get_object_or_404(
        mine.select_related("codebook", "parent", "merged_into"), pk=theme_id
    )


def _say_saved(request: HttpRequest, saved: Theme) -> None:
    """Say that it was saved, and warn of a sentence that tells a board nothing."""
    if sentence_is_too_short(saved.sentence):
        messages.warning(
            request,
            _(
                "Saved. Its sentence is only a word or two: write what young people "
                "say, so that somebody who was not there understands it."
            ),
        )
    else:
        messages.success(request, _("The theme is saved."))
