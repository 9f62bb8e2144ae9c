"""Listing, previewing and publishing replies."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone, translation
from django.utils.translation import get_language_bidi
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from surveys.queries.members import consultations_of
from voice.accounts.enums import Role
from voice.accounts.gate import signed_in, staff_only
from voice.council.enums import BASE_LANGUAGE
from voice.replies.domain.errors import CannotPublishReply
from voice.replies.domain.four_fs import advice_by_the_four_fs, time_waited
from voice.replies.domain.readiness import (
    reasons_but_editors,
    reasons_not_to_publish,
)
from voice.replies.domain.replies import publish_reply
from voice.replies.models import Reply
from voice.replies.permissions import (
    user_can_see_replies,
    user_can_write_replies,
    user_owns_promise,
)
from voice.replies.queries import (
    language_name,
    languages_to_answer,
    read_reply,
    replies_at_the_desk,
    tell_consultation,
)
from voice.replies.queries.to_look_at import stand_of_reply
from voice.replies.state_words import next_words
from voice.replies.views.found import consultation_worked_on


@staff_only(user_can_see_replies)
@require_safe
def list_replies(request: HttpRequest) -> HttpResponse:
    """Show one's consultations, an action owner every one: where it is, when its reply is due, what is late."""
    today = timezone.localdate()
    rows = replies_at_the_desk(today)
    mine = set(consultations_of(request.user).values_list("pk", flat=True))
    if not request.user.has_role(Role.ACTION_OWNER):  # type: ignore[union-attr]
        rows = [row for row in rows if row.standing.consultation.pk in mine]
    for row in rows:
        row.next = next_words(row.standing)
        row.may_write = row.standing.consultation.pk in mine
        for line in row.promises:
            line.may_update = row.may_write or user_owns_promise(
                request.user, line.promise
            )
    facts = {"rows": rows}
    return render(request, "replies/list.html", facts)


@staff_only(user_can_write_replies)
@require_safe
def preview(request: HttpRequest, slug: str) -> HttpResponse:
    """Show the reply as young people will read it: `?in=` a language, `?for=` an age."""
    consultation = consultation_worked_on(request, slug)
    reply = get_object_or_404(Reply, consultation=consultation)
    languages = languages_to_answer(consultation)
    wanted = request.GET.get("in", "")
    language = wanted if wanted in languages else BASE_LANGUAGE
    with translation.override(language):
        facts = read_reply(
            reply,
            language=language,
            on=timezone.localdate(),
            wanted=request.GET.get("for", ""),
        ) | {
            "consultation": consultation,
            "told": tell_consultation(consultation, language=language),
            "LANGUAGE_CODE": language,
            "direction": "rtl" if get_language_bidi() else "ltr",
            "other_languages": [
                (code, language_name(code)) for code in languages if code != language
            ],
        }
        return render(request, "replies/preview.html", facts)


@staff_only(user_can_write_replies)
@require_http_methods(["GET", "HEAD", "POST"])
def publish(request: HttpRequest, slug: str) -> HttpResponse:
    """Ask once more, then put the reply before young people for good."""
    consultation = consultation_worked_on(request, slug)
    reply = get_object_or_404(Reply, consultation=consultation)
    if reply.is_published:
        return redirect("replies:write", slug=slug)
    why = request.POST.get("why", "").strip()
    if request.method == "POST":
        try:
            publish_reply(reply, by=signed_in(request), without_yes=why)
        except CannotPublishReply as refused:
            reasons = refused.reasons
        else:
            messages.success(
                request, _("Published. Young people can read your reply now.")
            )
            return redirect("replies:write", slug=slug)
    else:
        reasons = reasons_not_to_publish(reply)
    today = timezone.localdate()
    facts = {
        "consultation": consultation,
        "reply": reply,
        "reasons": reasons,
        "stand": stand_of_reply(reply),
        "may_go_without": not reasons_but_editors(reply),
        "why": why,
        "advice": advice_by_the_four_fs(reply, on=today),
        "waited": time_waited(reply, on=today),
    }
    return render(request, "replies/publish.html", facts)
