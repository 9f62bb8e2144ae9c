"""Writing, previewing and publishing replies."""

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone, translation
from django.utils.translation import get_language_bidi
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from surveys.models import Consultation
from surveys.queries.members import consultations_of
from voice.accounts.enums import Role
from voice.accounts.gate import signed_in, staff_only
from voice.council.enums import BASE_LANGUAGE
from voice.releases.queries import standing_releases
from voice.replies.domain.errors import CannotPublishReply
from voice.replies.domain.readiness import (
    lint_wording,
    reasons_but_editors,
    reasons_not_to_publish,
)
from voice.replies.domain.replies import publish_reply, word_reply, write_reply
from voice.replies.forms import ReleaseForm, WordingForm
from voice.replies.models import Reply
from voice.replies.permissions import (
    user_can_see_replies,
    user_can_write_replies,
    user_owns_promise,
)
from voice.replies.queries import (
    evidence_for,
    languages_to_answer,
    promises_with_words,
    replies_at_the_desk,
    standing_of,
    tell_consultation,
    tell_reply,
)
from voice.replies.queries.to_look_at import stand_of_reply
from voice.replies.state_words import next_words


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


def _consultation(request: HttpRequest, slug: str) -> Consultation:
    """Return the consultation called `slug` if it is theirs, or answer 404."""
    mine = consultations_of(request.user).prefetch_related("wordings")
    return get_object_or_404(mine, slug=slug)


def _reply(consultation: Consultation) -> Reply | None:
    """Return the consultation's reply, once there is one."""
    return (
        Reply.objects.filter(consultation=consultation)
        .select_related("release__recall", "consultation")
        .prefetch_related("wordings", "promises__wordings")
        .first()
    )


def _forms(
    request: HttpRequest, consultation: Consultation, reply: Reply | None
) -> tuple[ReleaseForm, list[WordingForm]]:
    """Return the form of the release, and one of words for each language."""
    data = request.POST if request.method == "POST" else None
    releases = (
        standing_releases()
        .filter(survey__consultation=consultation)
        .select_related("survey")
    )
    chosen = reply.release_id if reply else None
    first = releases.order_by("-issued_at").first()
    release = ReleaseForm(
        data,
        releases=releases,
        initial={"release": chosen or (first.pk if first else None)},
    )
    written = {said.language: said for said in reply.wordings.all()} if reply else {}
    return release, [
        WordingForm.of(written.get(code), language=code, data=data)
        for code in languages_to_answer(consultation)
    ]


@staff_only(user_can_write_replies)
@require_http_methods(["GET", "HEAD", "POST"])
def write(request: HttpRequest, slug: str) -> HttpResponse:
    """Write the reply beside what the release says; saved as often as one likes."""
    consultation = _consultation(request, slug)
    reply = _reply(consultation)
    if reply and reply.is_published:
        return _show_published(request, consultation, reply)
    release, wordings = _forms(request, consultation, reply)
    forms = [release, *wordings]
    if request.method == "POST" and all(form.is_valid() for form in forms):
        _save(request, consultation, release, wordings)
        return redirect("replies:write", slug=slug)
    chosen = reply.release if reply else release.offered.first()
    facts = {
        "consultation": consultation,
        "standing": standing_of(consultation, on=timezone.localdate()),
        "reply": reply,
        "release_form": release,
        "wordings": wordings,
        "forms": forms,
        "evidence": evidence_for(chosen) if chosen else None,
        "release": chosen,
        "promises": promises_with_words(reply) if reply else [],
        "faults": _faults(reply) if reply else [],
        "stand": stand_of_reply(reply) if reply else None,
    }
    return render(request, "replies/write.html", facts)


def _faults(reply: Reply) -> list[str]:
    """Return what cannot be said in the words written so far."""
    return [
        fault
        for wording in reply.wordings.all()
        for fault in lint_wording(wording, release=reply.release)
    ]


@transaction.atomic
def _save(
    request: HttpRequest,
    consultation: Consultation,
    release: ReleaseForm,
    wordings: list[WordingForm],
) -> None:
    """Keep everything that was typed."""
    chosen = release.cleaned_data["release"]
    reply = write_reply(consultation, release=chosen, by=signed_in(request))
    written = set(reply.wordings.values_list("language", flat=True))
    for form in wordings:
        if form.has_words() or form.language in written:
            word_reply(
                reply,
                language=form.language,
                by=signed_in(request),
                **form.cleaned_data,
            )
    messages.success(request, _("Saved. Nobody else sees it until you publish it."))


def _show_published(
    request: HttpRequest, consultation: Consultation, reply: Reply
) -> HttpResponse:
    """Show a reply that is out, with its promises to be kept up to date."""
    today = timezone.localdate()
    facts = {
        "consultation": consultation,
        "reply": reply,
        "standing": standing_of(consultation, on=today),
        "told": tell_reply(reply, language=BASE_LANGUAGE, on=today, with_verdicts=True),
        "promises": promises_with_words(reply),
    }
    return render(request, "replies/published.html", facts)


@staff_only(user_can_write_replies)
@require_safe
def preview(request: HttpRequest, slug: str) -> HttpResponse:
    """Show the reply as young people will read it; `?in=ur` chooses the language."""
    consultation = _consultation(request, slug)
    reply = get_object_or_404(Reply, consultation=consultation)
    languages = languages_to_answer(consultation)
    wanted = request.GET.get("in", "")
    language = wanted if wanted in languages else BASE_LANGUAGE
    with translation.override(language):
        told = tell_reply(reply, language=language, on=timezone.localdate())
        evidence = evidence_for(reply.release) if reply.release else None
        facts = {
            "consultation": consultation,
            "told": tell_consultation(consultation, language=language),
            "reply_told": told,
            "evidence": evidence,
            "LANGUAGE_CODE": language,
            "direction": "rtl" if get_language_bidi() else "ltr",
            "other_languages": [code for code in languages if code != language],
        }
        return render(request, "replies/preview.html", facts)


@staff_only(user_can_write_replies)
@require_http_methods(["GET", "HEAD", "POST"])
def publish(request: HttpRequest, slug: str) -> HttpResponse:
    """Ask once more, then put the reply before young people for good."""
    consultation = _consultation(request, slug)
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
    facts = {
        "consultation": consultation,
        "reply": reply,
        "reasons": reasons,
        "stand": stand_of_reply(reply),
        "may_go_without": not reasons_but_editors(reply),
        "why": why,
    }
    return render(request, "replies/publish.html", facts)
