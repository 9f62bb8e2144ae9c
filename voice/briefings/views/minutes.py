"""The board's meetings and what they agreed: read by all its readers, kept by the clerk."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from voice.accounts.gate import signed_in, staff_only
from voice.briefings.domain.decisions import (
    end_decision,
    record_decision,
    tell_decision,
)
from voice.briefings.domain.errors import MinutesRefused
from voice.briefings.domain.headlines import agree_headline, take_headline_back
from voice.briefings.domain.meetings import add_meeting, cancel_meeting, move_meeting
from voice.briefings.forms.minutes import (
    DecisionForm,
    EndingForm,
    HeadlineForm,
    MeetingForm,
    TellForm,
)
from voice.briefings.models import Meeting
from voice.briefings.permissions import user_can_keep_minutes, user_can_read_board
from voice.briefings.queries.decisions import decisions_in_full, decisions_made
from voice.briefings.queries.headlines import headline_of
from voice.briefings.queries.meetings import meetings_around, meetings_kept
from voice.statement.models import KeyTheme
from voice.statement.queries import current_statement

ON_A_PAGE = 20


@staff_only(user_can_read_board)
@require_safe
def meetings(request: HttpRequest) -> HttpResponse:
    """Show when the board meets, and when it met."""
    today = timezone.localdate()
    context = {
        "meetings": list(meetings_kept()),
        "around": meetings_around(today),
        "today": today,
        "may_keep": user_can_keep_minutes(request.user),
    }
    return render(request, "briefings/meetings.html", context)


@staff_only(user_can_keep_minutes)
def meeting_new(request: HttpRequest) -> HttpResponse:
    """Add a meeting."""
    return _form_page(
        request,
        MeetingForm(request.POST or None),
        heading=_("A meeting of the board"),
        save=lambda data: add_meeting(by=signed_in(request), **data),
        back=reverse("briefings:meetings"),
    )


@staff_only(user_can_keep_minutes)
def meeting_edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Change a meeting's name and day."""
    found = get_object_or_404(meetings_kept(), pk=pk)
    return _form_page(
        request,
        MeetingForm(request.POST or None, instance=found),
        heading=_("Change a meeting"),
        save=lambda data: move_meeting(found, by=signed_in(request), **data),
        back=reverse("briefings:meetings"),
        cancel=reverse("briefings:meeting_cancel", args=[pk]),
    )


@staff_only(user_can_keep_minutes)
@require_POST
def meeting_cancel(request: HttpRequest, pk: int) -> HttpResponse:
    """Say that a meeting does not take place."""
    found: Meeting = get_object_or_404(meetings_kept(), pk=pk)
    try:
        cancel_meeting(found, by=signed_in(request))
    except MinutesRefused as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, _("The meeting is cancelled."))
    return redirect("briefings:meetings")


@staff_only(user_can_read_board)
@require_safe
def decisions(request: HttpRequest) -> HttpResponse:
    """Show everything that was agreed, and what came of it."""
    shown = Paginator(decisions_made(), ON_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "page": shown,
        "has_met": meetings_kept().filter(on__lte=timezone.localdate()).exists(),
        "today": timezone.localdate(),
        "may_keep": user_can_keep_minutes(request.user),
    }
    return render(request, "briefings/decisions.html", context)


@staff_only(user_can_keep_minutes)
def decision_new(request: HttpRequest) -> HttpResponse:
    """Record what a meeting agreed; first a meeting, where none was held."""
    if not meetings_kept().filter(on__lte=timezone.localdate()).exists():
        messages.info(request, _("First add the meeting that agreed it."))
        return redirect("briefings:meeting_new")
    form = DecisionForm(
        request.POST or None,
        statement=current_statement(),
        initial={"key_theme": request.GET.get("key_theme")},
    )
    return _form_page(
        request,
        form,
        heading=_("What the meeting agreed"),
        save=lambda data: record_decision(
            data.pop("meeting"), by=signed_in(request), **data
        ),
        back=reverse("briefings:decisions"),
    )


@staff_only(user_can_keep_minutes)
def decision_end(request: HttpRequest, pk: int) -> HttpResponse:
    """Say how something agreed has ended, and what came of it."""
    found = get_object_or_404(decisions_in_full(), pk=pk)
    return _form_page(
        request,
        EndingForm(request.POST or None),
        heading=_("What came of it"),
        save=lambda data: end_decision(found, by=signed_in(request), **data),
        back=reverse("briefings:decisions"),
        above=found.what,
    )


@staff_only(user_can_keep_minutes)
def decision_tell(request: HttpRequest, pk: int) -> HttpResponse:
    """Put something agreed in words for young people, or tell them no more."""
    found = get_object_or_404(decisions_in_full(), pk=pk)
    form = TellForm(request.POST or None, decision=found)
    return _form_page(
        request,
        form,
        heading=_("What young people are told of it"),
        save=lambda _data: tell_decision(
            found, words=form.words(), by=signed_in(request)
        ),
        back=reverse("briefings:decisions"),
        above=found.what,
    )


@staff_only(user_can_keep_minutes)
def headline(request: HttpRequest, pk: int) -> HttpResponse:
    """Write down the sentence young editors agreed for a key theme."""
    found = get_object_or_404(KeyTheme, pk=pk)
    now = headline_of(found)
    form = HeadlineForm(request.POST or None)

    def save(data: dict[str, Any]) -> None:
        sentence, agreed_by, agreed_on = form.agreed()
        agree_headline(
            found,
            sentence=sentence,
            agreed_by=agreed_by,
            agreed_on=agreed_on,
            wordings=form.words(),
            how=form.cleaned_data["how"],
            by=signed_in(request),
        )

    return _form_page(
        request,
        form,
        heading=_("In our words"),
        save=save,
        back=reverse("briefings:key_theme", args=[pk]),
        above=str(found),
        now=now,
        ask_at=reverse("briefings:proposed", args=[pk]),
    )


@staff_only(user_can_keep_minutes)
@require_POST
def headline_back(request: HttpRequest, pk: int) -> HttpResponse:
    """Let a key theme's page open with a quote again."""
    found = get_object_or_404(KeyTheme, pk=pk)
    if headline_of(found) is not None:
        take_headline_back(found, by=signed_in(request))
        messages.success(request, _("The page opens with a quote again."))
    return redirect("briefings:key_theme", pk=pk)


def _form_page(
    request: HttpRequest,
    form: BaseForm,
    *,
    heading: str,
    save: Callable[[dict[str, Any]], object],
    back: str,
    **shown: object,
) -> HttpResponse:
    """Show `form` under `heading`; once it holds, `save` its data and go `back`.

    What was typed stays when the form or the domain refuses.
    """
    if request.method == "POST" and form.is_valid():
        try:
            save(dict(form.cleaned_data))
        except MinutesRefused as refused:
            known = refused.field in form.fields
            form.add_error(refused.field if known else None, str(refused))
        else:
            messages.success(request, _("Saved."))
            return redirect(back)
    context = {"form": form, "heading": heading, "back": back, **shown}
    return render(request, "briefings/form.html", context)
