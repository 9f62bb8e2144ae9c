"""Choosing the sections of a briefing, ordering them, writing in them."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from voice.accounts.gate import signed_in, staff_only
from voice.briefings.domain.sections import (
    add_sections,
    move_section,
    remove_section,
    write_section,
)
from voice.briefings.forms.briefing import ChoosingForm, SectionForm
from voice.briefings.models import (
    Briefing,
    BriefingIsIssued,
    BriefingSection,
    NotBeingWritten,
)
from voice.briefings.permissions import user_can_write_briefings
from voice.briefings.queries.blocks import heading_of
from voice.briefings.queries.choosing import (
    key_themes_to_choose,
    parts_to_choose,
    releases_to_choose,
)
from voice.briefings.queries.composed import composed
from voice.briefings.queries.desk import sections_in_full
from voice.briefings.queries.linted import known_of, linted_section

REFUSED = (BriefingIsIssued, NotBeingWritten)


@staff_only(user_can_write_briefings)
@require_http_methods(["GET", "HEAD", "POST"])
def choose(request: HttpRequest, pk: int) -> HttpResponse:
    """Choose what the paper is made from."""
    found = get_object_or_404(Briefing.objects.select_related("statement"), pk=pk)
    form = ChoosingForm(
        request.POST if request.method == "POST" else None,
        key_themes=key_themes_to_choose(found),
        releases=releases_to_choose(),
    )
    if request.method == "POST" and form.is_valid():
        try:
            add_sections(found, chosen=form.chosen(), by=signed_in(request))
        except REFUSED as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, _("Added at the end."))
            return redirect("briefings:briefing", pk=pk)
    context = {"form": form, "heading": _("Choose sections"), "briefing": found}
    return render(request, "briefings/desk/form.html", context)


@staff_only(user_can_write_briefings)
@require_http_methods(["GET", "HEAD", "POST"])
def section(request: HttpRequest, pk: int) -> HttpResponse:
    """Write in a section; what cannot be said is told at once, and kept all the same."""
    found = get_object_or_404(sections_in_full(), pk=pk)
    parts, usual = parts_to_choose(found)
    form = SectionForm(request.POST or None, section=found, parts=parts, usual=usual)
    if request.method == "POST" and form.is_valid():
        try:
            write_section(found, **form.cleaned_data, by=signed_in(request))
        except REFUSED as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, _("Saved."))
            if not _findings(found):
                return redirect("briefings:briefing", pk=found.briefing_id)
            return redirect("briefings:section", pk=pk)
    context = {
        "form": form,
        "section": found,
        "heading": _heading(found),
        "findings": _findings(found),
    }
    return render(request, "briefings/desk/section.html", context)


def _heading(section: BriefingSection) -> str:
    """Return what the page of a section is headed by."""
    with translation.override(section.briefing.language):
        named = heading_of(section)
    return f"{section.position}. {named or _('Our own words')}"


def _findings(section: BriefingSection) -> list[str]:
    """Return a sentence for each passage of a section that must be mended or looked at."""
    briefing = section.briefing
    known = known_of(briefing, composed(briefing).releases)
    return [placed.sentence for placed in linted_section(section, known=known)]


@staff_only(user_can_write_briefings)
@require_POST
def section_move(request: HttpRequest, pk: int, way: str) -> HttpResponse:
    """Change places with the section before or after."""
    found = get_object_or_404(sections_in_full(), pk=pk)
    try:
        move_section(found, up=way == "up", by=signed_in(request))
    except REFUSED as refused:
        messages.error(request, str(refused))
    return redirect("briefings:briefing", pk=found.briefing_id)


@staff_only(user_can_write_briefings)
@require_http_methods(["GET", "HEAD", "POST"])
def section_remove(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask once more, then take a section out with what was written in it."""
    found = get_object_or_404(sections_in_full(), pk=pk)
    if request.method == "POST":
        try:
            remove_section(found, by=signed_in(request))
        except REFUSED as refused:
            messages.error(request, str(refused))
        else:
            messages.success(request, _("Taken out."))
        return redirect("briefings:briefing", pk=found.briefing_id)
    context = {"section": found, "heading": _heading(found)}
    return render(request, "briefings/desk/remove.html", context)
