"""Writing down what was done for a promise, and asking whether it was kept."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from voice.accounts.gate import signed_in, staff_only
from voice.replies.domain.asking_back import ask_back
from voice.replies.domain.errors import CannotAskBack, PromiseRefused
from voice.replies.domain.promises import note_progress
from voice.replies.forms import AskBackForm, NoteForm
from voice.replies.models import Promise
from voice.replies.permissions import (
    user_can_see_replies,
    user_can_update_promise,
    user_can_write_replies,
    user_can_write_reply,
)
from voice.replies.queries.asking_back import questions_of_then
from voice.replies.views.promises import standing_page


def _promise(pk: int) -> Promise:
    """Return a promise young people have read; 404 for others."""
    return get_object_or_404(
        Promise.objects.select_related(
            "reply__consultation", "reply__release__recall", "action"
        ).prefetch_related("wordings"),
        pk=pk,
        reply__published_at__isnull=False,
    )


@staff_only(user_can_see_replies)
@require_http_methods(["GET", "HEAD", "POST"])
def note(request: HttpRequest, pk: int) -> HttpResponse:
    """Keep what was done for a promise; read, its page."""
    found = _promise(pk)
    if not user_can_update_promise(request.user, found):
        raise Http404
    if request.method != "POST":
        return standing_page(request, found)
    form = NoteForm(request.POST, promise=found)
    if not form.is_valid():
        return standing_page(request, found, note_form=form, status=422)
    try:
        note_progress(
            found,
            text=form.cleaned_data["text"],
            told=form.told(),
            shown_at=form.cleaned_data["shown_at"],
            by=signed_in(request),
        )
    except PromiseRefused as refused:
        form.add_error(None, str(refused))
        return standing_page(request, found, note_form=form, status=422)
    messages.success(request, _("Written down."))
    return redirect("replies:promise", pk=pk)


@staff_only(user_can_write_replies)
@require_POST
def ask(request: HttpRequest, pk: int) -> HttpResponse:
    """Make “Did we keep our promise?” for the same groups, and lead to what it needs."""
    found = _promise(pk)
    if not user_can_write_reply(request.user, found.reply.consultation):
        raise Http404
    form = AskBackForm(request.POST, questions=questions_of_then(found))
    if not form.is_valid():
        messages.error(request, _("Choose a question that the reply spoke from."))
        return redirect("replies:promise", pk=pk)
    try:
        survey = ask_back(
            found, by=signed_in(request), again=form.cleaned_data["again"]
        )
    except CannotAskBack as refused:
        messages.error(request, str(refused))
        return redirect("replies:promise", pk=pk)
    messages.success(
        request,
        _(
            "The survey is drafted, for the same groups. Have its words read in each "
            "language, then publish it."
        ),
    )
    return redirect("surveys:check", slug=survey.slug)
