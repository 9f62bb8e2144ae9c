"""Making promises, and saying how they stand."""

from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from surveys.models import Consultation
from surveys.queries.members import consultations_of
from voice.accounts.gate import signed_in, staff_only
from voice.replies.domain.errors import PromiseRefused, ReplyIsPublished
from voice.replies.domain.promises import (
    change_promise,
    drop_promise,
    make_promise,
    update_promise,
    word_promise,
)
from voice.replies.domain.replies import write_reply
from voice.replies.enums import PromiseState
from voice.replies.forms import AskBackForm, NoteForm, PromiseForm, StandingForm
from voice.replies.models import Promise, PromiseSurvey, Reply
from voice.replies.permissions import (
    user_can_see_replies,
    user_can_update_promise,
    user_can_write_replies,
    user_can_write_reply,
)
from voice.replies.queries import languages_to_answer
from voice.replies.queries.asking_back import questions_of_then, why_not_ask
from voice.replies.queries.promises import evidence_of
from voice.replies.queries.verdicts import taken_back_of, verdicts_of


def _after(request: HttpRequest, consultation: Consultation) -> HttpResponse:
    """Lead a worker back to the reply, and an action owner to the list."""
    if user_can_write_reply(request.user, consultation):
        return redirect("replies:write", slug=consultation.slug)
    return redirect("replies:list")


@staff_only(user_can_write_replies)
@require_http_methods(["GET", "HEAD", "POST"])
def add(request: HttpRequest, slug: str) -> HttpResponse:
    """Add a promise to a reply that is still being written."""
    consultation = get_object_or_404(consultations_of(request.user), slug=slug)
    reply = Reply.objects.filter(consultation=consultation).first()
    if reply and reply.is_published:
        return _after(request, consultation)
    languages = languages_to_answer(consultation)
    form = PromiseForm(request.POST or None, languages=languages)
    if request.method == "POST" and form.is_valid():
        try:
            with transaction.atomic():
                reply = reply or write_reply(
                    consultation, release=None, by=signed_in(request)
                )
                made = make_promise(reply, by=signed_in(request), **_typed(form.base()))
                _word(made, form, request)
        except (PromiseRefused, ReplyIsPublished) as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, _("The promise is in the reply."))
            return _after(request, consultation)
    facts = {"consultation": consultation, "form": form, "promise": None}
    return render(request, "replies/promise.html", facts)


def _typed(base: dict[str, object]) -> dict[str, Any]:
    """Return cleaned data as keyword arguments; the form has checked their types."""
    return base


def _word(promise: Promise, form: PromiseForm, request: HttpRequest) -> None:
    """Keep the promise's words in the other languages."""
    for said in form.others():
        word_promise(promise, by=signed_in(request), **said)


@staff_only(user_can_see_replies)
@require_http_methods(["GET", "HEAD", "POST"])
def promise(request: HttpRequest, pk: int) -> HttpResponse:
    """Change a promise before the reply is out; afterwards say how it stands."""
    found = get_object_or_404(
        Promise.objects.select_related(
            "reply__consultation", "reply__release__recall", "action"
        ).prefetch_related("wordings"),
        pk=pk,
    )
    if not user_can_update_promise(request.user, found):
        raise Http404
    if found.reply.is_published:
        return _standing(request, found)
    if not user_can_write_reply(request.user, found.reply.consultation):
        raise Http404
    return _change(request, found)


def _change(request: HttpRequest, found: Promise) -> HttpResponse:
    """Put a promise nobody has read into other words."""
    consultation = found.reply.consultation
    languages = languages_to_answer(consultation)
    form = PromiseForm.of(found, languages=languages, data=request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            with transaction.atomic():
                changed = change_promise(
                    found, by=signed_in(request), **_typed(form.base())
                )
                _word(changed, form, request)
        except (PromiseRefused, ReplyIsPublished) as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, _("The promise is changed."))
            return _after(request, consultation)
    facts = {"consultation": consultation, "form": form, "promise": found}
    return render(request, "replies/promise.html", facts)


def _standing(request: HttpRequest, found: Promise) -> HttpResponse:
    """Say how a promise stands that young people have read."""
    form = StandingForm(request.POST or None, promise=found)
    if request.method == "POST" and form.is_valid():
        try:
            _keep_standing(found, form, request)
        except PromiseRefused as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, _("Young people can see how it stands now."))
            return _after(request, found.reply.consultation)
    return standing_page(request, found, form=form)


def standing_page(
    request: HttpRequest,
    found: Promise,
    *,
    form: StandingForm | None = None,
    note_form: NoteForm | None = None,
    status: int = 200,
) -> HttpResponse:
    """Show a promise that is out: how it stands, what was done, what young people say."""
    today, consultation = timezone.localdate(), found.reply.consultation
    asked_back = PromiseSurvey.objects.filter(promise=found).select_related("survey")
    why_not = why_not_ask(found, on=today)
    facts = {
        "consultation": consultation,
        "form": form or StandingForm(promise=found),
        "note_form": note_form or NoteForm(promise=found),
        "promise": found,
        "standing": found.standing(on=today),
        "notes": found.notes.select_related("by"),
        "evidence": evidence_of(found),
        "verdict": verdicts_of([found]).get(found.pk),
        "taken_back": taken_back_of([found]).get(found.pk),
        "asked_back": asked_back.first(),
        "may_ask": user_can_write_reply(request.user, consultation),
        "why_not": why_not,
        "ask_form": None
        if why_not
        else AskBackForm(questions=questions_of_then(found)),
    }
    return render(request, "replies/standing.html", facts, status=status)


@transaction.atomic
def _keep_standing(found: Promise, form: StandingForm, request: HttpRequest) -> None:
    """Keep state, reason and date, and the reason in each language."""
    update_promise(
        found,
        state=PromiseState(form.cleaned_data["state"]),
        reason=form.cleaned_data["reason"],
        new_due_on=form.cleaned_data["new_due_on"],
        by=signed_in(request),
    )
    for said in form.wordings:
        word_promise(
            found,
            language=said.language,
            text=said.text,
            owner_title=said.owner_title,
            reason=form.cleaned_data[f"reason_{said.language}"],
            by=signed_in(request),
        )


@staff_only(user_can_write_replies)
@require_POST
def drop(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a promise out of a reply nobody has read."""
    found = get_object_or_404(
        Promise.objects.select_related("reply__consultation"), pk=pk
    )
    if not user_can_write_reply(request.user, found.reply.consultation):
        raise Http404
    try:
        drop_promise(found, by=signed_in(request))
    except ReplyIsPublished as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, _("The promise is out of the reply."))
    return _after(request, found.reply.consultation)
