"""The evidence for inspectors: chosen, looked at, made, read."""

from dataclasses import dataclass

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from voice.accounts.gate import signed_in, staff_only
from voice.briefings.domain.packs import (
    CannotMakePack,
    make_pack,
    open_pack,
    paper_for,
)
from voice.briefings.enums import PaperKind
from voice.briefings.forms.pack import PackForm
from voice.briefings.logic.paper import Paper
from voice.briefings.models import Pack
from voice.briefings.pack.scope import consultations_asked
from voice.briefings.permissions import user_can_make_packs
from voice.briefings.queries.packs import PackToRead, pack_to_read, packs_made
from voice.briefings.views.sending import sent
from voice.statement.queries import current_statement


@dataclass(frozen=True, slots=True)
class Contents:
    """One section of a paper, as its list of contents links to it."""

    number: int
    title: str


def contents_of(paper: Paper) -> list[Contents]:
    """Return the sections of a paper with their places among its blocks, from 1."""
    return [
        Contents(number, block["text"])
        for number, block in enumerate(paper["blocks"], 1)
        if block["kind"] == "heading" and block["level"] == 2
    ]


@staff_only(user_can_make_packs)
@require_safe
def packs(request: HttpRequest) -> HttpResponse:
    """List the packs that were made, the newest first."""
    return render(request, "briefings/packs.html", {"packs": packs_made()})


@staff_only(user_can_make_packs)
@require_http_methods(["GET", "HEAD", "POST"])
def pack_new(request: HttpRequest) -> HttpResponse:
    """Choose what a pack is about, look at what it would say, then make it."""
    form = _form(request)
    if request.method != "POST" or not form.is_valid():
        return _choosing(request, form)
    wanted = request.POST.get("do")
    try:
        if wanted == "make":
            made = make_pack(**form.chosen, by=signed_in(request))
            messages.success(request, _("Made. It stays as it is from now on."))
            return redirect("briefings:pack", pk=made.pk)
        if wanted == "look":
            return _look(request, form, paper_for(**form.chosen))
    except CannotMakePack as refused:
        form.add_error(None, str(refused))
    return _choosing(request, form)


def _form(request: HttpRequest) -> PackForm:
    """Return the form with the newest statement's key themes and all that was asked."""
    statement = current_statement()
    return PackForm(
        request.POST if request.method == "POST" else None,
        today=timezone.localdate(),
        key_themes=list(statement.key_themes.all()) if statement else [],
        consultations=list(consultations_asked()),
    )


def _choosing(request: HttpRequest, form: PackForm) -> HttpResponse:
    """Show the form, with what was chosen and what was refused."""
    status = 422 if form.is_bound and form.errors else 200
    return render(request, "briefings/pack_new.html", {"form": form}, status=status)


def _look(request: HttpRequest, form: PackForm, paper: Paper) -> HttpResponse:
    """Show what the pack would say; nothing is kept, and the choice travels along."""
    context = {
        "paper": paper,
        "contents": contents_of(paper),
        "sent": [
            (name, value)
            for name in form.fields
            for value in request.POST.getlist(name)
        ],
    }
    return render(request, "briefings/pack_look.html", context)


@never_cache
@staff_only(user_can_make_packs)
@require_safe
def pack(request: HttpRequest, pk: int) -> HttpResponse:
    """Show a pack as it was made; reading it is recorded."""
    found = _read(request, pk, "page")
    context = {
        "pack": found.pack,
        "paper": found.paper,
        "contents": contents_of(found.paper),
    }
    return render(request, "briefings/pack.html", context)


@never_cache
@staff_only(user_can_make_packs)
@require_safe
def pack_file(request: HttpRequest, pk: int, kind: str) -> HttpResponse:
    """Return a pack as a file, to hand over; taking it out is recorded.

    Where this machine makes no such files, its page says so: that prints as well.
    """
    found = _read(request, pk, kind)
    back = reverse("briefings:pack", args=[pk])
    return sent(request, found.paper, PaperKind(kind), name="pack", back=back)


def _read(request: HttpRequest, pk: int, how: str) -> PackToRead:
    """Return a pack, having written down who read it; 404 when it was altered."""
    found = pack_to_read(
        get_object_or_404(Pack.objects.select_related("made_by"), pk=pk)
    )
    if found is None:
        raise Http404
    open_pack(found.pack, by=signed_in(request), how=how)
    return found
