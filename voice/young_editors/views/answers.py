"""What a group said, read at the desk, and what it is told of it."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from voice.accounts.gate import signed_in, staff_only
from voice.accounts.models import User
from voice.council.domain.keys import KeyDestroyed
from voice.young_editors.domain.errors import EditorsRefused
from voice.young_editors.domain.telling import read_answer, tell_what_came_of_it
from voice.young_editors.domain.worries import pass_answer_on
from voice.young_editors.enums import CameOfIt
from voice.young_editors.forms.groups import TellForm
from voice.young_editors.logic.passages import shown_to, what_changed
from voice.young_editors.models import (
    EditorsAnswer,
    EditorsComment,
    EditorsInvitation,
    ShownWords,
)
from voice.young_editors.permissions import user_can_ask_editors
from voice.young_editors.queries.invitations import answers_in_full, invitations_of
from voice.young_editors.subjects import Subject, subject_of


@never_cache
@staff_only(user_can_ask_editors)
@require_safe
def asked(request: HttpRequest, pk: int) -> HttpResponse:
    """Show what a group was asked and said; opening its comments is written down."""
    return _page(request, _mine(request, pk))


@never_cache
@staff_only(user_can_ask_editors)
@require_POST
def tell(request: HttpRequest, pk: int) -> HttpResponse:
    """Say what came of one comment; the group reads it with the same code."""
    found = get_object_or_404(
        EditorsComment.objects.select_related("answer__shown__invitation"),
        pk=pk,
        answer__shown__invitation__in=invitations_of(request.user),
    )
    invitation = found.answer.shown.invitation
    form = TellForm(request.POST, prefix=f"c{found.pk}")
    if form.is_valid():
        try:
            tell_what_came_of_it(
                found,
                came_of_it=CameOfIt(form.cleaned_data["came_of_it"]),
                told=form.cleaned_data["told"],
                by=signed_in(request),
            )
        except EditorsRefused as refused:
            form.add_error(refused.field or None, str(refused))
        except KeyDestroyed:
            form.add_error(None, _("The time of these words is over."))
    if form.errors:
        return _page(request, invitation, forms={found.pk: form}, status=422)
    messages.success(request, _("Saved. They read it with the same code."))
    return redirect("young_editors:asked", pk=invitation.pk)


@never_cache
@staff_only(user_can_ask_editors)
@require_POST
def pass_on(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Give the exact words to the safeguarding leads, at once."""
    found = get_object_or_404(
        EditorsAnswer.objects.select_related("shown"),
        pk=pk,
        shown__invitation__in=invitations_of(request.user),
    )
    try:
        pass_answer_on(found, by=signed_in(request))
    except (EditorsRefused, KeyDestroyed):
        messages.error(request, _("There is nothing left to pass on."))
    else:
        messages.success(request, _("The safeguarding leads have the exact words."))
    return redirect("young_editors:asked", pk=found.shown.invitation_id)


def _page(
    request: HttpRequest,
    invitation: EditorsInvitation,
    *,
    forms: dict[int, TellForm] | None = None,
    status: int = 200,
) -> HttpResponse:
    """Return the page of one invitation, with what was said and what changed since."""
    subject = subject_of(invitation.kind, invitation.object_id)
    shown = invitation.shown.first()
    by = signed_in(request)
    answers = answers_in_full(invitation)
    context = {
        "invitation": invitation,
        "subject": subject,
        "shown": shown,
        "passages": shown.read() if shown else [],
        "is_open": invitation.is_open(timezone.localdate()),
        "answers": [_answer(one, forms or {}, by=by) for one in answers],
        "is_changed": _is_changed(shown, subject),
        "changes": _changes(invitation, _last_read(answers, shown), subject),
        "form": next(iter((forms or {}).values()), None),
    }
    return render(request, "young_editors/asked.html", context, status=status)


def _answer(
    answer: EditorsAnswer, forms: dict[int, TellForm], *, by: User
) -> dict[str, Any]:
    """Return one answer with its comments, each with the form to answer it."""
    try:
        read = read_answer(answer, by=by)
    except KeyDestroyed:
        return {"answer": answer, "is_over": True}
    return {
        "answer": answer,
        "comments": [
            {"read": one, "form": forms.get(one.comment.pk) or _tell_form(one)}
            for one in read
        ],
    }


def _tell_form(read: Any) -> TellForm:
    """Return the form of what came of a comment, with what was told."""
    comment = read.comment
    initial = {"told": read.told}
    if comment.is_answered:
        initial["came_of_it"] = comment.came_of_it
    return TellForm(prefix=f"c{comment.pk}", initial=initial)


def _last_read(
    answers: list[EditorsAnswer], shown: ShownWords | None
) -> ShownWords | None:
    """Return the words that the newest answer was to; else those shown last."""
    return answers[0].shown if answers else shown


def _is_changed(shown: ShownWords | None, subject: Subject | None) -> bool:
    """Say whether any word is not what they were shown last."""
    return bool(shown and subject and shown.fingerprint != subject.fingerprint)


def _changes(
    invitation: EditorsInvitation, then: ShownWords | None, subject: Subject | None
) -> list[Any]:
    """Return what changed since `then`, in the languages and ages they read."""
    if then is None or subject is None:
        return []
    now = shown_to(
        subject.passages,
        languages=invitation.languages,
        age_bands=invitation.age_bands,
    )
    return what_changed(then.read(), now)


def _mine(request: HttpRequest, pk: int) -> EditorsInvitation:
    """Return an invitation to look at what one writes; Http404 for anything else."""
    return get_object_or_404(invitations_of(request.user), pk=pk)
