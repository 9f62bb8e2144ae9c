"""At the desk: the poster of a published reply, to hang where the QR poster hung."""

from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.template.loader import render_to_string
from django.utils import timezone, translation
from django.views.decorators.http import require_safe

from surveys.logic.posters import outline_of
from surveys.models import Consultation
from surveys.where_to_look import page_of
from voice.accounts.gate import staff_only
from voice.council.queries.settings import council_settings
from voice.inputs import direction_of
from voice.replies.models import Reply
from voice.replies.permissions import user_can_write_replies
from voice.replies.queries import (
    language_name,
    published_replies,
    read_reply,
    tell_consultation,
)
from voice.replies.queries.versions import Version, versions_of
from voice.replies.typesetting import can_be_set, set_as_pdf
from voice.replies.views.found import consultation_worked_on


@dataclass(frozen=True, slots=True)
class Sheet:
    """One language of a reply, with the versions that can be printed in it."""

    language: str
    name: str
    versions: list[Version]
    is_now: bool


@staff_only(user_can_write_replies)
@require_safe
def poster(request: HttpRequest, slug: str) -> HttpResponse:
    """Show the printable poster (A4): `?in=` a language, `?for=` an age or easy read."""
    consultation = consultation_worked_on(request, slug)
    reply = _published(consultation)
    facts = _facts(request, consultation, reply)
    language = str(facts["reply_language"])
    facts |= {
        "sheets": _sheets(reply, language, str(facts["version"])),
        "can_be_set": can_be_set(),
    }
    with translation.override(language):
        return render(request, "replies/poster.html", facts)


@staff_only(user_can_write_replies)
@require_safe
def poster_pdf(request: HttpRequest, slug: str) -> HttpResponse:
    """Send the poster as PDF; 404 where this machine makes none."""
    consultation = consultation_worked_on(request, slug)
    if not can_be_set():
        raise Http404
    facts = _facts(request, consultation, _published(consultation))
    language = str(facts["reply_language"])
    with translation.override(language):
        html = render_to_string("replies/poster_document.html", facts)
    made = HttpResponse(set_as_pdf(html), content_type="application/pdf")
    name = f"reply-{slug}-{language}-{facts['version']}.pdf"
    made["Content-Disposition"] = f'attachment; filename="{name}"'
    return made


def _published(consultation: Consultation) -> Reply:
    """Return the published reply of a consultation, or answer 404."""
    return get_object_or_404(published_replies(), consultation=consultation)


def _facts(
    request: HttpRequest, consultation: Consultation, reply: Reply
) -> dict[str, object]:
    """Return what a poster says, in the language and for the age that were asked for."""
    facts = read_reply(
        reply,
        language=request.GET.get("in", ""),
        on=timezone.localdate(),
        wanted=request.GET.get("for", ""),
    )
    language = str(facts["reply_language"])
    page = page_of(consultation, language)
    address = request.build_absolute_uri(page) if page else ""
    side, path = outline_of(address) if address else (0, "")
    return facts | {
        "consultation": consultation,
        "organisation": str(council_settings()),
        "told": tell_consultation(consultation, language=language),
        "paper_direction": direction_of(language),
        "address": address.split("://", 1)[-1].rstrip("/"),
        "code_side": side,
        "code_path": path,
    }


def _sheets(reply: Reply, language: str, version: str) -> list[Sheet]:
    """Return every language of a reply, with what can be printed in it."""
    wordings, easy = list(reply.wordings.all()), list(reply.easy_rows.all())
    return [
        Sheet(
            code,
            language_name(code),
            versions_of(
                wordings, easy, language=code, now=version if code == language else ""
            ),
            is_now=code == language,
        )
        for code in dict.fromkeys(said.language for said in wordings)
    ]
