"""Agreement between coders of a question: where it stands, and a new sample."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from surveys.models import Question
from voice.accounts.gate import signed_in, staff_only
from voice.accounts.models import User
from voice.themes.domain.double_coding import (
    CannotDoubleCode,
    begin_double_coding,
    end_double_coding,
    settle_agreed,
)
from voice.themes.domain.tags import CannotTag
from voice.themes.forms import DoubleCodingForm
from voice.themes.models import DoubleCoding
from voice.themes.permissions import user_can_tag, user_may_use_codebooks
from voice.themes.presentation import KINDS, TITLES, what_it_allows
from voice.themes.queries.agreement import (
    Codings,
    coders_for,
    codings_of,
    comments_to_sample,
    double_codings_of,
    newest_complete,
    standing_from,
)
from voice.themes.queries.figures import figures_of

ask_then_change = require_http_methods(["GET", "HEAD", "POST"])


@never_cache
@staff_only(user_may_use_codebooks)
@ask_then_change
def agreement(request: HttpRequest, question_id: int) -> HttpResponse:
    """Show how far coders of a question agree, who still codes, and begin a sample."""
    question = get_object_or_404(
        Question.objects.select_related("survey__consultation"), pk=question_id
    )
    if not user_can_tag(request.user, question.survey):
        raise Http404
    form = DoubleCodingForm(request.POST or None, coders=coders_for(question))
    if request.method == "POST" and form.is_valid():
        try:
            begin_double_coding(question, by=signed_in(request), **form.cleaned_data)
        except CannotDoubleCode as told:
            form.add_error(None, told.sentence)
        else:
            messages.success(request, _("The sample is drawn. Each can begin."))
            return redirect("themes:agreement", question.pk)
    found = double_codings_of(question)
    newest, standing = newest_complete(found), standing_from(found)
    figures = figures_of(newest) if newest else None
    context = {
        "question": question,
        "form": form,
        "comments": comments_to_sample(question).count(),
        "under_way": _under_way(found, signed_in(request)),
        "kind": KINDS[standing],
        "title": TITLES[standing],
        "sentence": what_it_allows(standing, figures),
        "newest": newest,
        "figures": figures,
    }
    return render(request, "themes/agreement.html", context)


@never_cache
@staff_only(user_may_use_codebooks)
@ask_then_change
def end(request: HttpRequest, double_coding_id: int) -> HttpResponse:
    """Tell what ending a double coding means, then end it."""
    found = double_coding_or_404(request, double_coding_id)
    if request.method == "POST":
        try:
            end_double_coding(found, by=signed_in(request))
        except CannotDoubleCode as told:
            messages.error(request, told.sentence)
        else:
            messages.success(request, _("Ended. Another sample can be drawn."))
        return redirect("themes:agreement", found.question_id)
    codings = codings_of(found)
    unsettled = [
        one
        for one in codings.comments
        if not one.is_agreed and not one.sampled.settled_at
    ]
    return render(
        request,
        "themes/end_double_coding.html",
        {"question": found.question, "codings": codings, "unsettled": len(unsettled)},
    )


@staff_only(user_may_use_codebooks)
@require_POST
def settle_alike(request: HttpRequest, double_coding_id: int) -> HttpResponse:
    """Tag every comment in which all heard the same with what they heard."""
    found = double_coding_or_404(request, double_coding_id)
    try:
        settled = settle_agreed(found, by=signed_in(request))
    except (CannotDoubleCode, CannotTag) as told:
        messages.error(request, told.sentence)
    else:
        messages.success(request, _("Tagged as all heard them: %d.") % settled)
    return redirect("themes:disagreements", found.pk)


def double_coding_or_404(request: HttpRequest, double_coding_id: int) -> DoubleCoding:
    """Return it; Http404 when it is missing or not for this person."""
    found = get_object_or_404(
        DoubleCoding.objects.select_related("question__survey__consultation"),
        pk=double_coding_id,
    )
    if not user_can_tag(request.user, found.question.survey):
        raise Http404
    return found


def _under_way(found: list[Codings], user: User) -> dict[str, object] | None:
    """Return the double coding that is not ended, and how far each coder is."""
    codings = next((one for one in found if not one.double_coding.ended_at), None)
    if codings is None:
        return None
    of = len(codings.comments)
    return {
        "codings": codings,
        "of": of,
        "coders": [
            {"coder": coder, "done": of - len(codings.left_for(coder))}
            for coder in codings.coders
        ],
        "is_mine": user in codings.coders,
        "left": len(codings.left_for(user)),
    }
