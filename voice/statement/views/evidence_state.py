"""What became of a piece of evidence: set aside, taken up again, answered."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from voice.accounts.gate import not_for_you, signed_in, staff_only
from voice.statement.domain.challenges import NothingToAnswer, answer_challenge
from voice.statement.domain.setting_aside import (
    CannotSetAside,
    set_evidence_aside,
    take_evidence_up_again,
)
from voice.statement.forms.evidence_file import AnswerForm, ReasonForm
from voice.statement.permissions import (
    user_can_answer_challenge,
    user_can_edit_statement,
    user_can_read_statement,
)
from voice.statement.queries import every_evidence


@staff_only(user_can_edit_statement)
def set_aside(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask why a piece of evidence is set aside, and set it aside."""
    found = get_object_or_404(every_evidence(), pk=pk)
    form = ReasonForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            set_evidence_aside(
                found, reason=form.cleaned_data["reason"], by=signed_in(request)
            )
        except CannotSetAside as refused:
            form.add_error("reason", str(refused))
        else:
            messages.success(request, _("It is set aside, and says why."))
            return redirect("statement:evidence", pk)
    context = {"evidence": found, "form": form}
    return render(request, "statement/evidence_set_aside.html", context)


@staff_only(user_can_edit_statement)
@require_POST
def take_up(request: HttpRequest, pk: int) -> HttpResponse:
    """Count a piece of evidence once more."""
    found = get_object_or_404(every_evidence(), pk=pk)
    try:
        take_evidence_up_again(found, by=signed_in(request))
    except CannotSetAside as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, _("It counts again."))
    return redirect("statement:evidence", pk)


@staff_only(user_can_read_statement)
def answer(request: HttpRequest, pk: int) -> HttpResponse:
    """Say what the council makes of evidence that challenges it."""
    found = get_object_or_404(every_evidence(), pk=pk)
    if not user_can_answer_challenge(request.user, found):
        return not_for_you(request)
    form = AnswerForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            answer_challenge(
                found, text=form.cleaned_data["text"], by=signed_in(request)
            )
        except NothingToAnswer as refused:
            form.add_error("text", str(refused))
        else:
            messages.success(request, _("Your answer stands beside it."))
            return redirect("statement:evidence", pk)
    context = {"evidence": found, "form": form}
    return render(request, "statement/evidence_answer.html", context)
