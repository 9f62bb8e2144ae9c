"""At the desk: the question library."""

from urllib.parse import urlencode

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from surveys.domain.copying_questions import CannotCopy, copy_question
from surveys.forms.library import CopyQuestionForm, LookUpForm
from surveys.languages import band_name, language_name
from surveys.logic.definition import ANY_BAND
from surveys.permissions import user_can_run_surveys
from surveys.queries.library import (
    Worded,
    entries_of,
    entry_of,
    found_in,
    library_of,
    one_each,
    worded,
)
from surveys.queries.listing import at_hand
from surveys.queries.members import surveys_run_by
from voice.accounts.gate import signed_in, staff_only

A_PAGE = 20


@staff_only(user_can_run_surveys)
@require_safe
def questions(request: HttpRequest) -> HttpResponse:
    """List what was asked before, by words and kind, each with where it was used."""
    form = LookUpForm(request.GET)
    said = form.cleaned_data if form.is_valid() else {}
    search, kind = said.get("search", ""), said.get("kind", "")
    found = one_each(found_in(library_of(request.user), search=search, kind=kind))
    page = Paginator(found, A_PAGE).get_page(request.GET.get("page"))
    query = urlencode({"search": search, "kind": kind})
    return render(
        request,
        "surveys/questions.html",
        {
            "form": form,
            "entries": entries_of(page.object_list),
            "page": page,
            "query": f"{query}&",
            "is_looking": bool(search or kind),
        },
    )


@staff_only(user_can_run_surveys)
@require_http_methods(("GET", "HEAD", "POST"))
def question(request: HttpRequest, pk: int) -> HttpResponse:
    """Show one question with its wordings and uses; posted, copy it into a draft."""
    library = library_of(request.user)
    found = get_object_or_404(library, pk=pk)
    form = CopyQuestionForm(
        request.POST if request.method == "POST" else None,
        surveys=at_hand(surveys_run_by(request.user)),
    )
    if request.method == "POST" and form.is_valid():
        into = form.cleaned_data["into"]
        try:
            copied = copy_question(found, into=into, by=signed_in(request))
        except CannotCopy as refused:
            form.add_error("into", refused.sentence)
        else:
            messages.success(
                request,
                _(
                    "Copied to the end of the draft. Say there what decision it informs."
                ),
            )
            if copied.lost_condition:
                messages.warning(
                    request,
                    _(
                        "It was shown only after certain answers to other questions. "
                        "Those are not here, so the copy is always shown."
                    ),
                )
            return redirect("surveys:survey", slug=into.slug)
    asked = worded(found)
    return render(
        request,
        "surveys/question.html",
        {
            "entry": entry_of(library, found),
            "asked": asked,
            "versions": _versions(asked),
            "form": form,
        },
        status=422 if form.errors else 200,
    )


def _versions(asked: Worded) -> list[dict[str, object]]:
    """Return the question as each language and band reads it, the base one first."""
    return [
        {
            "language": language,
            "name": f"{language_name(language)}, {band_name(band)}",
            "words": words,
            "options": [
                words["options"].get(key, "") for key in asked.definition["options"]
            ],
            "is_base": band == ANY_BAND
            and language == asked.edition.definition["languages"][0],
        }
        for language, bands in asked.definition["wordings"].items()
        for band, words in bands.items()
    ]
