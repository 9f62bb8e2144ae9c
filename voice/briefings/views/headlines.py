"""A sentence for the board that young editors are asked about before it is shown."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from voice.accounts.gate import signed_in, staff_only
from voice.briefings.domain.errors import MinutesRefused, NoYes
from voice.briefings.domain.headlines import agree_by_their_yes, propose_headline
from voice.briefings.forms.minutes import ProposedForm
from voice.briefings.models import ProposedHeadline
from voice.briefings.permissions import user_can_keep_minutes
from voice.briefings.queries.to_look_at import subject_of_headline
from voice.statement.models import KeyTheme
from voice.young_editors.permissions import user_can_ask_editors
from voice.young_editors.queries.standing import standing_of


@staff_only(user_can_keep_minutes)
@require_http_methods(["GET", "HEAD", "POST"])
def proposed(request: HttpRequest, pk: int) -> HttpResponse:
    """Propose a sentence, or put it otherwise; show what young editors said of it."""
    found = get_object_or_404(KeyTheme, pk=pk)
    now = ProposedHeadline.objects.filter(key_theme=found).first()
    form = ProposedForm(request.POST or None, instance=now)
    if request.method == "POST" and form.is_valid():
        try:
            propose_headline(
                found,
                sentence=form.cleaned_data["sentence"],
                wordings=form.words(),
                by=signed_in(request),
            )
        except MinutesRefused as refused:
            form.add_error(refused.field, str(refused))
        else:
            messages.success(request, _("Saved. The board does not see it yet."))
            return redirect("briefings:proposed", pk=pk)
    subject = None
    if now is not None:
        now.refresh_from_db()
        subject = subject_of_headline(now)
    context = {
        "key_theme": found,
        "proposed": now,
        "may_ask": user_can_ask_editors(request.user),
        "subject": subject,
        "stand": standing_of(subject) if subject else None,
        "form": form,
    }
    status = 422 if form.errors else 200
    return render(request, "briefings/proposed.html", context, status=status)


@staff_only(user_can_keep_minutes)
@require_POST
def agreed(request: HttpRequest, pk: int) -> HttpResponse:
    """Open the key theme's page with the sentence, by the young editors' own yes."""
    found = get_object_or_404(ProposedHeadline, key_theme=pk)
    try:
        agree_by_their_yes(found, by=signed_in(request))
    except NoYes as refused:
        messages.error(request, str(refused))
        return redirect("briefings:proposed", pk=pk)
    messages.success(request, _("The page opens with their sentence now."))
    return redirect("briefings:key_theme", pk=pk)
