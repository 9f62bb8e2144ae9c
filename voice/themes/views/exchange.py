"""Codebooks out and in as files, and comments with their themes out."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from surveys.models import Survey
from surveys.queries.members import surveys_run_by
from voice.accounts.gate import recently_proven, signed_in, staff_only
from voice.moderation.queries.kept import kept_readings
from voice.themes.domain.bringing_in import bring_in_codebook, codebook_from_file
from voice.themes.domain.codebooks import ThemeExists
from voice.themes.domain.moving import NotThere
from voice.themes.exports.codebook import KINDS, take_out_codebook
from voice.themes.exports.comments import comments_csv
from voice.themes.forms.codebook_file import (
    CodebookFileForm,
    NewCodebookFileForm,
    TakenCodebookForm,
)
from voice.themes.logic.codebook_file import CodebookFile, as_json
from voice.themes.models import Codebook
from voice.themes.permissions import user_may_use_codebooks
from voice.themes.queries import codebooks_of
from voice.themes.queries.exchange import plan_of

ask_then_do = require_http_methods(["GET", "HEAD", "POST"])


@staff_only(user_may_use_codebooks)
@require_safe
def take_out(request: HttpRequest, codebook_id: int, kind: str) -> HttpResponse:
    """Return a codebook as a file, under a name that tells nothing."""
    found = get_object_or_404(codebooks_of(request.user), pk=codebook_id)
    if kind not in KINDS:
        raise Http404
    content = take_out_codebook(found, kind, by=signed_in(request))
    return _file(content, f"codebook.{kind}", KINDS[kind])


@staff_only(user_may_use_codebooks)
@ask_then_do
def bring_in(request: HttpRequest, codebook_id: int) -> HttpResponse:
    """Ask for a file, show what it would change, and then change it."""
    found = get_object_or_404(codebooks_of(request.user), pk=codebook_id)
    if request.POST.get("then") == "take":
        return _take(request, found)
    form = CodebookFileForm(request.POST or None, request.FILES or None)
    book = None
    if request.method == "POST":
        form = CodebookFileForm(request.POST, request.FILES)
        book = form.cleaned_data["file"] if form.is_valid() else None
    return _asked(request, found, form, book)


@staff_only(user_may_use_codebooks)
@ask_then_do
def bring_in_new(request: HttpRequest) -> HttpResponse:
    """Make a codebook of a file."""
    sent = (request.POST, request.FILES) if request.method == "POST" else ()
    form = NewCodebookFileForm(*sent, by=request.user)
    if request.method == "POST" and form.is_valid():
        try:
            made = codebook_from_file(
                form.cleaned_data["file"],
                title=form.cleaned_data["title"],
                consultations=form.chosen(),
                by=signed_in(request),
            )
        except (ThemeExists, NotThere) as refused:
            form.add_error("file", refused.sentence)
        else:
            messages.success(request, _("The codebook is brought in."))
            return redirect("themes:codebook", made.pk)
    return render(request, "themes/bring_in_new.html", {"form": form})


@never_cache
@staff_only(user_may_use_codebooks)
@ask_then_do
@recently_proven
def comments_out(request: HttpRequest, slug: str) -> HttpResponse:
    """Say what is in the file of a survey's comments, and give it."""
    survey = get_object_or_404(
        Survey.objects.filter(pk__in=surveys_run_by(request.user).values("pk")),
        slug=slug,
    )
    if request.method == "POST":
        content = comments_csv(survey, by=signed_in(request))
        # The mark at the beginning lets spreadsheets read it as UTF-8.
        return _file(content.encode("utf-8-sig"), "comments.csv", "text/csv")
    context = {"survey": survey, "comments": kept_readings(survey).count()}
    return render(request, "themes/comments_out.html", context)


def _take(request: HttpRequest, codebook: Codebook) -> HttpResponse:
    """Keep what was shown, or say why it cannot be."""
    taken = TakenCodebookForm(request.POST)
    form = CodebookFileForm()
    if not taken.is_valid():
        messages.error(request, _("Bring the file once more."))
        return _asked(request, codebook, form, None)
    book = taken.cleaned_data["taken"]
    try:
        done = bring_in_codebook(codebook, book=book, by=signed_in(request))
    except (ThemeExists, NotThere) as refused:
        messages.error(request, refused.sentence)
        return _asked(request, codebook, form, book)
    messages.success(
        request,
        _("Brought in: %(made)d new themes, %(changed)d changed.")
        % {"made": done.made, "changed": done.changed},
    )
    return redirect("themes:codebook", codebook.pk)


def _asked(
    request: HttpRequest,
    codebook: Codebook,
    form: CodebookFileForm,
    book: CodebookFile | None,
) -> HttpResponse:
    """Show the page: the form, or what the file would do."""
    context: dict[str, Any] = {"codebook": codebook, "form": form, "book": book}
    if book:
        plan = plan_of(book, codebook=codebook)
        context |= {
            "new": [one for one in plan if one.theme is None],
            "changed": [one for one in plan if one.changes],
            "same": sum(one.theme is not None and not one.changes for one in plan),
            "taken": TakenCodebookForm(initial={"taken": as_json(book)}),
        }
    return render(request, "themes/bring_in.html", context)


def _file(content: bytes, name: str, kind: str) -> HttpResponse:
    """Return a file to be kept."""
    page = HttpResponse(content, content_type=kind)
    page.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return page
