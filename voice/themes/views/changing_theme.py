"""What becomes of a theme: agreed on, moved, merged, split, retired, used again."""

from collections.abc import Mapping
from contextlib import suppress
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from surveys.models import Comment
from voice.accounts.gate import signed_in, staff_only
from voice.themes.domain.codebooks import (
    FallBackStays,
    NotProposed,
    ThemeExists,
    agree_theme,
    retire_theme,
    use_theme_again,
)
from voice.themes.domain.merging import CannotMerge, merge_themes
from voice.themes.domain.moving import NotThere, move_theme
from voice.themes.domain.splitting import (
    CannotSplit,
    NothingToSplit,
    move_comments,
    split_theme,
)
from voice.themes.domain.theme_memos import write_theme_memo
from voice.themes.forms import (
    MergeThemeForm,
    MoveThemeForm,
    SplitThemeForm,
    ThemeMemoForm,
)
from voice.themes.models import Theme
from voice.themes.permissions import user_may_use_codebooks
from voice.themes.queries import comments_of_theme
from voice.themes.queries.places import what_merging_does
from voice.themes.views.showing import shown_comments
from voice.themes.views.theme import theme_or_404

TO_CHOOSE_FROM = 50
ask_then_change = require_http_methods(["GET", "HEAD", "POST"])


@staff_only(user_may_use_codebooks)
@require_POST
def agree(request: HttpRequest, theme_id: int) -> HttpResponse:
    """Say that people agree on a proposed theme."""
    found = theme_or_404(request, theme_id)
    try:
        agree_theme(found, by=signed_in(request))
    except NotProposed as told:
        messages.error(request, told.sentence)
    else:
        messages.success(request, _("The theme is agreed."))
    return redirect("themes:theme", found.pk)


@staff_only(user_may_use_codebooks)
@ask_then_change
def move(request: HttpRequest, theme_id: int) -> HttpResponse:
    """Make a theme part of another, or let it stand alone."""
    found = theme_or_404(request, theme_id)
    form = MoveThemeForm(request.POST or None, theme=found)
    if request.method == "POST" and form.is_valid():
        try:
            move_theme(found, parent=form.cleaned_data["parent"], by=signed_in(request))
        except NotThere as told:
            form.add_error("parent", told.sentence)
        else:
            messages.success(request, _("The theme is moved."))
            return redirect("themes:codebook", found.codebook_id)
    has_parts = found.children.exists()
    context = {"theme": found, "form": form, "has_parts": has_parts}
    return render(request, "themes/move.html", context)


@never_cache
@staff_only(user_may_use_codebooks)
@ask_then_change
def merge(request: HttpRequest, theme_id: int) -> HttpResponse:
    """Ask into which theme, tell what will happen, then merge."""
    found = theme_or_404(request, theme_id)
    form = MergeThemeForm(_sent(request, "into"), theme=found)
    into: Theme | None = form.cleaned_data["into"] if form.is_valid() else None
    if request.method == "POST" and into:
        try:
            merge_themes(found, into=into, by=signed_in(request))
        except (CannotMerge, FallBackStays) as told:
            messages.error(request, told.sentence)
        else:
            messages.success(
                request, _("Merged. Its comments say “%(name)s” now.") % {"name": into}
            )
            return redirect("themes:theme", into.pk)
    context: dict[str, Any] = {"theme": found, "form": form, "into": into}
    if into:
        context["doing"] = what_merging_does(found, into=into, by=request.user)
    return render(request, "themes/merge.html", context)


@never_cache
@staff_only(user_may_use_codebooks)
@ask_then_change
def split(request: HttpRequest, theme_id: int) -> HttpResponse:
    """Choose comments of a theme, and let them say another one."""
    found = theme_or_404(request, theme_id)
    readings = comments_of_theme(found, by=request.user)
    form = SplitThemeForm(request.POST or None, theme=found)
    ticked = request.POST.getlist("comments")
    if request.method == "POST" and form.is_valid():
        mine = readings.filter(comment__in=_ids(ticked)).values("comment")
        chosen = Comment.objects.filter(pk__in=mine.order_by())
        if made := _split(request, found, form, chosen):
            return redirect("themes:theme", made.pk)
    page = Paginator(readings, TO_CHOOSE_FROM).get_page(request.GET.get("page"))
    context = {
        "theme": found,
        "form": form,
        "page": page,
        "comments": shown_comments(
            page.object_list, on=found, to=signed_in(request), tags="tags_of_theme"
        ),
        "ticked": set(ticked),
    }
    return render(request, "themes/split.html", context)


def _split(
    request: HttpRequest, theme: Theme, form: SplitThemeForm, chosen: Any
) -> Theme | None:
    """Do what the form says and return where the comments went; None when refused."""
    said = form.cleaned_data
    by = signed_in(request)
    try:
        if to := said["to"]:
            move_comments(theme, to=to, comments=chosen, by=by)
        else:
            to = split_theme(
                theme,
                name=said["name"],
                sentence=said["sentence"],
                comments=chosen,
                by=by,
            )
    except ThemeExists as told:
        form.add_error("name", told.sentence)
    except (NothingToSplit, CannotSplit) as told:
        form.add_error(None, told.sentence)
    else:
        messages.success(request, _("The comments you chose say this theme now."))
        return to
    return None


@staff_only(user_may_use_codebooks)
@ask_then_change
def retire(request: HttpRequest, theme_id: int) -> HttpResponse:
    """Tell what will happen, then take a theme out of use."""
    found = theme_or_404(request, theme_id)
    if request.method == "POST":
        try:
            retire_theme(found, by=signed_in(request))
        except FallBackStays as told:
            messages.error(request, told.sentence)
        return redirect("themes:theme", found.pk)
    return render(
        request,
        "themes/retire.html",
        {"theme": found, "parts": found.children.order_by("name")},
    )


@staff_only(user_may_use_codebooks)
@require_POST
def use_again(request: HttpRequest, theme_id: int) -> HttpResponse:
    """Bring a retired theme back into use."""
    found = theme_or_404(request, theme_id)
    use_theme_again(found, by=signed_in(request))
    return redirect("themes:theme", found.pk)


@staff_only(user_may_use_codebooks)
@ask_then_change
def memo(request: HttpRequest, theme_id: int) -> HttpResponse:
    """Write something down about a theme."""
    found = theme_or_404(request, theme_id)
    form = ThemeMemoForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        write_theme_memo(found, text=form.cleaned_data["text"], by=signed_in(request))
        messages.success(request, _("The memo is kept."))
        return redirect("themes:theme", found.pk)
    return render(request, "themes/memo.html", {"theme": found, "form": form})


def _sent(request: HttpRequest, name: str) -> Mapping[str, Any] | None:
    """Return what was sent, by address or form; None while nothing was chosen."""
    sent = request.POST if request.method == "POST" else request.GET
    return sent if name in sent else None


def _ids(ticked: list[str]) -> list[UUID]:
    """Return those that are ids."""
    found = []
    for one in ticked:
        with suppress(ValueError):
            found.append(UUID(one))
    return found
