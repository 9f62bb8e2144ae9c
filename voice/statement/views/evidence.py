"""Adding evidence from a release, and walking it back to what was asked."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from surveys.models import Survey
from voice.accounts.gate import signed_in, staff_only
from voice.releases.models import Release
from voice.releases.queries import issued_releases
from voice.statement.domain.evidence import (
    choose_headline,
    cite_several,
)
from voice.statement.domain.placing import CannotCite
from voice.statement.forms.evidence import EvidenceForm
from voice.statement.led import for_reader
from voice.statement.permissions import (
    user_can_answer_challenge,
    user_can_edit_statement,
    user_can_read_statement,
)
from voice.statement.queries import (
    Place,
    back_from,
    citables,
    cited_here,
    current_statement,
    every_evidence,
    evidence_in_full,
    forward_from,
    places,
)


@staff_only(user_can_edit_statement)
def evidence_releases(request: HttpRequest) -> HttpResponse:
    """Choose the release to cite; `?place=` is kept for the next page."""
    context = {"releases": issued_releases(), "place": request.GET.get("place", "")}
    return render(request, "statement/evidence_releases.html", context)


@staff_only(user_can_edit_statement)
def evidence_add(request: HttpRequest, release: int) -> HttpResponse:
    """Choose what of a release is evidence, where, and what it does there."""
    found = _issued(release)
    statement = current_statement()
    form = EvidenceForm(
        request.POST or None,
        places=places(statement) if statement else [],
        citables=citables(found),
        place=request.GET.get("place", ""),
    )
    adding = request.POST.get("do") == "add"
    if request.method == "POST" and adding and form.is_valid():
        where = form.places[form.cleaned_data["place"]]
        if _added(request, form, found, where):
            return redirect(f"{request.path}?place={where.key}")
    place = form.chosen_place
    context = {
        "form": form,
        "release": found,
        "refused": adding,
        "cited": cited_here(found, place) if place else set(),
        "place": place,
    }
    return render(request, "statement/evidence_add.html", context)


def _issued(pk: int) -> Release:
    """Return the issued release with this key, checked; raises Http404."""
    for release in issued_releases():
        if release.pk == pk:
            return release
    raise Http404


def _added(
    request: HttpRequest, form: EvidenceForm, release: Release, place: Place
) -> bool:
    """Add what is ticked; on a refusal say why above the form."""
    try:
        added = cite_several(
            release,
            cites=form.cleaned_data["cites"],
            key_theme=place.key_theme,
            action=place.action,
            area=place.area,
            stance=form.cleaned_data["stance"],
            by=signed_in(request),
        )
    except CannotCite as refused:
        form.add_error("cites", str(refused))
        return False
    words = ngettext(
        "One piece of evidence added.",
        "%(number)s pieces of evidence added.",
        len(added),
    )
    messages.success(request, words % {"number": len(added)})
    return True


@staff_only(user_can_read_statement)
def evidence(request: HttpRequest, pk: int) -> HttpResponse:
    """Show one piece of evidence, back to what was asked and on to what it fed."""
    found = get_object_or_404(every_evidence().prefetch_related("answers__by"), pk=pk)
    back = back_from(found)
    context = {
        "evidence": found,
        "back": back,
        "led": for_reader(back.led, request.user),
        "may_edit": user_can_edit_statement(request.user),
        "may_answer": user_can_answer_challenge(request.user, found),
        "today": timezone.localdate(),
        "is_headline": found.key_theme.headline_id == found.pk,
    }
    return render(request, "statement/evidence.html", context)


@staff_only(user_can_edit_statement)
@require_POST
def headline(request: HttpRequest, pk: int) -> HttpResponse:
    """Open the key theme's board page with this quote."""
    found = get_object_or_404(evidence_in_full(), pk=pk)
    try:
        choose_headline(found.key_theme, evidence=found, by=signed_in(request))
    except CannotCite as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, _("The board's page now opens with this quote."))
    return redirect(reverse("statement:evidence", args=[pk]))


@staff_only(user_can_read_statement)
def fed(request: HttpRequest, slug: str) -> HttpResponse:
    """Show what each question of a survey led to; raises ReleaseAltered."""
    survey = get_object_or_404(Survey.objects.select_related("consultation"), slug=slug)
    forward = forward_from(survey)
    for question in forward.questions:
        question.led = for_reader(question.led, request.user)
    context = {
        "survey": survey,
        "questions": forward.questions,
        "whole": for_reader(forward.whole, request.user),
    }
    return render(request, "statement/fed.html", context)
