"""Coding a sample apart: one comment at a time, and nobody else's themes."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from voice.accounts.gate import signed_in, staff_only
from voice.accounts.models import User
from voice.moderation.queries.kept import kept_readings
from voice.themes.domain.double_coding import CannotDoubleCode, NotYours, code_blind
from voice.themes.domain.tags import CannotTag
from voice.themes.forms import HeardForm
from voice.themes.models import BlindCoding, DoubleCoding, SampledComment
from voice.themes.permissions import user_may_use_codebooks
from voice.themes.queries import themes_for
from voice.themes.queries.agreement import is_blind, kept_sampled
from voice.themes.views.agreement import double_coding_or_404
from voice.themes.views.showing import shown_without_tags

KEYS = 9


@never_cache
@staff_only(user_may_use_codebooks)
@require_http_methods(["GET", "HEAD", "POST"])
def code(request: HttpRequest, double_coding_id: int) -> HttpResponse:
    """Show one comment of the sample, and keep which themes this coder hears in it."""
    found = double_coding_or_404(request, double_coding_id)
    coder = signed_in(request)
    if not found.coders.filter(pk=coder.pk).exists():
        messages.error(request, NotYours.sentence)
        return redirect("themes:agreement", found.question_id)
    if found.ended_at or not is_blind(found):
        messages.info(request, _("Everybody's coding is done."))
        return redirect("themes:agreement", found.question_id)
    sampled = _asked(request, found, coder)
    if sampled is None:
        messages.success(request, _("You have coded every comment of the sample."))
        return redirect("themes:agreement", found.question_id)
    themes = themes_for(found.question.survey)
    form = HeardForm(request.POST or None, themes=themes)
    if request.method == "POST" and form.is_valid():
        try:
            code_blind(sampled, themes=form.cleaned_data["themes"], by=coder)
        except (CannotDoubleCode, CannotTag) as told:
            messages.error(request, told.sentence)
        return redirect(reverse("themes:code_blind", args=[found.pk]))
    return render(
        request,
        "themes/code_blind.html",
        _page(sampled, coder, form)
        | {
            "themes": [
                {"theme": theme, "key": number if number <= KEYS else ""}
                for number, theme in enumerate(themes, start=1)
            ]
        },
    )


def _asked(
    request: HttpRequest, found: DoubleCoding, coder: User
) -> SampledComment | None:
    """Return the comment asked for or sent; otherwise the first this coder has left.

    Http404 for one that is not of this sample, or is no longer kept.
    """
    sampled = kept_sampled(found)
    place = request.POST.get("place") or request.GET.get("place", "")
    if place:
        wanted = sampled.filter(place=place) if place.isdecimal() else sampled.none()
        return get_object_or_404(wanted)
    return sampled.exclude(codings__coder=coder).first()


def _page(sampled: SampledComment, coder: User, form: HeardForm) -> dict[str, object]:
    """Return what the page of one comment shows; of codings, this coder's alone."""
    double_coding = sampled.double_coding
    all_of_them = kept_sampled(double_coding)
    before = all_of_them.filter(place__lt=sampled.place).order_by("-place").first()
    mine = BlindCoding.objects.filter(sampled=sampled, coder=coder).first()
    (shown,) = shown_without_tags(
        kept_readings().filter(comment=sampled.comment_id), on=double_coding, to=coder
    )
    ticked = form.ticked
    if mine and not form.is_bound:
        ticked = {str(theme.pk) for theme in mine.themes.all()} or {"none"}
    return {
        "double_coding": double_coding,
        "question": double_coding.question,
        "sampled": sampled,
        "comment": shown,
        "form": form,
        "ticked": ticked,
        "before": before,
        "done": all_of_them.filter(codings__coder=coder).count(),
        "of": all_of_them.count(),
    }
