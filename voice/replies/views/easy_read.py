"""Writing a reply in easy read, and putting right one that is out."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from voice.accounts.gate import signed_in, staff_only
from voice.replies.domain.corrections import correct_reply
from voice.replies.domain.easy_read import write_easy_read
from voice.replies.domain.errors import CorrectionRefused
from voice.replies.domain.replies import write_reply
from voice.replies.forms import CorrectionForm, easy_rows
from voice.replies.models import Reply
from voice.replies.permissions import user_can_write_replies
from voice.replies.queries import evidence_for, language_name, languages_to_answer
from voice.replies.views.found import consultation_worked_on, reply_to


@staff_only(user_can_write_replies)
@require_http_methods(["GET", "HEAD", "POST"])
def easy(request: HttpRequest, slug: str, language: str) -> HttpResponse:
    """Write the reply in easy read in one language: rows of picture and sentence."""
    consultation = consultation_worked_on(request, slug)
    languages = languages_to_answer(consultation)
    if language not in languages:
        raise Http404
    reply = reply_to(consultation)
    if reply and reply.is_published:
        return redirect("replies:write", slug=slug)
    written = reply.easy_rows.all() if reply else []
    rows = easy_rows(
        [row for row in written if row.language == language],
        language=language,
        data=request.POST if request.method == "POST" else None,
    )
    if request.method == "POST" and rows.is_valid():
        by = signed_in(request)
        reply = reply or write_reply(consultation, release=None, by=by)
        write_easy_read(reply, language=language, rows=rows.written(), by=by)
        messages.success(request, _("Saved. Nobody else sees it until you publish it."))
        return redirect("replies:easy", slug=slug, language=language)
    release = reply.release if reply else None
    facts = {
        "consultation": consultation,
        "reply": reply,
        "rows": rows,
        "language": language,
        "name": language_name(language),
        "languages": [(code, language_name(code)) for code in languages],
        "evidence": evidence_for(release) if release else None,
        "release": release,
    }
    return render(request, "replies/easy.html", facts)


@staff_only(user_can_write_replies)
@require_http_methods(["GET", "HEAD", "POST"])
def correct(request: HttpRequest, slug: str) -> HttpResponse:
    """Put a published reply right in a dated note; the reply stays as it was read."""
    consultation = consultation_worked_on(request, slug)
    reply = get_object_or_404(
        Reply, consultation=consultation, published_at__isnull=False
    )
    languages = sorted(set(reply.wordings.values_list("language", flat=True)))
    form = CorrectionForm(
        request.POST if request.method == "POST" else None, languages=languages
    )
    if request.method == "POST" and form.is_valid():
        try:
            correct_reply(reply, texts=form.texts(), by=signed_in(request))
        except CorrectionRefused as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(
                request, _("Put right. Young people read it above the reply.")
            )
            return redirect(reverse("replies:write", args=[slug]))
    facts = {"consultation": consultation, "reply": reply, "form": form}
    return render(request, "replies/correct.html", facts)
