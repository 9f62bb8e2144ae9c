"""At the desk: the calendar of asks, workers' words, and what surveys are reckoned with."""

from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from surveys.domain.jargon import keep_jargon
from surveys.forms.checking import JargonForm, ReckoningForm
from surveys.languages import band_name, language_name
from surveys.logic.asks import Ask, Quarter, asked_a_quarter, quarter_of
from surveys.permissions import (
    user_can_allow_reading,
    user_can_draft_surveys,
    user_may_see_reading_time,
)
from surveys.queries.asks import asks_between
from surveys.queries.jargon import jargon_now, lines_of
from surveys.queries.members import surveys_run_by
from voice.accounts.gate import signed_in, staff_only
from voice.council.domain.settings import keep_setting, own_council
from voice.council.queries.bands import every_band
from voice.council.queries.settings import council_settings

QUARTERS = 4


@dataclass(frozen=True)
class Budget:
    """What one age band is asked in a quarter, beside what it may be."""

    band: str
    asked: int
    most: int

    @property
    def is_over(self) -> bool:
        """Say whether it is more than was said."""
        return self.asked > self.most


@staff_only(user_may_see_reading_time)
@require_safe
def asks(request: HttpRequest) -> HttpResponse:
    """Show who is asked what in the quarter before this one, this, and the next two."""
    quarters = _quarters(timezone.localdate())
    found = asks_between(quarters[0].starts, quarters[-1].ends)
    mine = set(surveys_run_by(request.user).values_list("pk", flat=True))
    return render(
        request,
        "surveys/asks.html",
        {
            "quarters": [
                {
                    "quarter": quarter,
                    "asks": [
                        (ask, ask.pk in mine, _bands(ask))
                        for ask in found
                        if ask.quarter == quarter
                    ],
                    "budgets": _budgets(found, quarter),
                    "is_now": quarter == quarter_of(timezone.localdate()),
                }
                for quarter in quarters
            ],
            "council": council_settings(),
            "may_set": user_can_allow_reading(request.user),
            "drafts": user_can_draft_surveys(request.user),
        },
    )


@staff_only(user_can_draft_surveys)
@require_http_methods(["GET", "HEAD", "POST"])
def jargon(request: HttpRequest, language: str) -> HttpResponse:
    """Show and keep the workers' words of one language."""
    codes = [code for code, _name in settings.LANGUAGES]
    if language not in codes:
        raise Http404
    form = JargonForm(
        request.POST if request.method == "POST" else None,
        initial={"lines": lines_of(language)},
    )
    if form.is_bound and form.is_valid():
        keep_jargon(
            language=language, lines=form.cleaned_data["lines"], by=signed_in(request)
        )
        messages.success(request, _("Saved."))
        return redirect("surveys:jargon", language=language)
    kept = jargon_now()
    return render(
        request,
        "surveys/jargon.html",
        {
            "form": form,
            "language": language,
            "name": language_name(language),
            "languages": [
                (code, language_name(code), len(kept.get(code, {}))) for code in codes
            ],
        },
        status=422 if form.errors else 200,
    )


@staff_only(user_can_allow_reading)
@require_http_methods(["GET", "HEAD", "POST"])
def reckoning(request: HttpRequest) -> HttpResponse:
    """Show and keep the figures that surveys are reckoned with."""
    form = ReckoningForm(
        request.POST if request.method == "POST" else None, instance=own_council()
    )
    if form.is_bound and form.is_valid():
        keep_setting(form.save(commit=False), by=signed_in(request))
        messages.success(request, _("Saved."))
        return redirect("surveys:asks")
    return render(
        request,
        "surveys/reckoning.html",
        {"form": form},
        status=422 if form.errors else 200,
    )


def _quarters(day: date) -> list[Quarter]:
    """Return the quarter before that of `day`, its own, and the next two."""
    this = quarter_of(day)
    before = next(
        quarter
        for quarter in (Quarter(this.year - 1, 4), Quarter(this.year, this.number - 1))
        if quarter.number and quarter.next() == this
    )
    quarters = [before]
    while len(quarters) < QUARTERS:
        quarters.append(quarters[-1].next())
    return quarters


def _bands(ask: Ask) -> list[tuple[str, int]]:
    """Return each age band of an ask by name, with its number of questions."""
    return [(band_name(band), count) for band, count in ask.questions.items()]


def _budgets(found: list[Ask], quarter: Quarter) -> list[Budget]:
    """Return what every age band is asked in a quarter."""
    most = council_settings().questions_a_quarter
    asked: dict[str, int] = asked_a_quarter(found).get(quarter, {})
    return [
        Budget(band.ages, asked.get(band.key, 0), most)
        for band in every_band()
        if band.is_offered or band.key in asked
    ]
