"""The fixed words about safety and privacy, to be read by somebody fluent."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from surveys.domain.approvals import CannotApprove
from surveys.domain.safety_words import approve_safety_words
from surveys.forms.safety_words import SafetyApprovalForm
from surveys.languages import language_name
from surveys.queries.safety_words import (
    safety_approval,
    safety_hash,
    safety_languages,
    safety_sentences,
)
from surveys.views.wordings import drafters_only
from voice.inputs import direction_of


@drafters_only
def safety_words(request: HttpRequest, language: str) -> HttpResponse:
    """Show every fixed sentence beside its translation, and record who approves them."""
    if language not in safety_languages():
        raise Http404
    form = SafetyApprovalForm(
        request.POST if request.method == "POST" else None,
        initial={"seen": safety_hash(language)},
    )
    if request.method == "POST" and form.is_valid():
        try:
            approve_safety_words(language, by=request.user, **form.cleaned_data)  # type: ignore[arg-type]
        except CannotApprove as refusal:
            form.add_error("reader_name", str(refusal))
        else:
            messages.success(request, _("The approval is recorded."))
            return redirect("survey_safety_words", language)
    sentences = safety_sentences(language)
    title = _("Safety and privacy in %(language)s") % {
        "language": language_name(language)
    }
    return render(
        request,
        "surveys/safety_words.html",
        {
            "form": form,
            "seen": safety_hash(language),
            "language": language,
            "direction": direction_of(language),
            "sentences": sentences,
            "missing": sum(one.is_missing for one in sentences),
            "approval": safety_approval(language),
            "header_title": title,
            "page_title": title,
            "header_icon": "globe",
            "breadcrumbs_items": [
                {"url": reverse("wagtailadmin_home"), "label": _("Home")},
                {"url": "", "label": title},
            ],
        },
        status=422 if form.errors else 200,
    )
