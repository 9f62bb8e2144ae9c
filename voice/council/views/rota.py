"""The duty rota: who is on when, who is away, what nobody covers, and what was told."""

from datetime import datetime, timedelta
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from voice.accounts.gate import signed_in, staff_only
from voice.accounts.models import User
from voice.council.domain.errors import RotaRefused
from voice.council.domain.handing_over import hand_over as give
from voice.council.domain.holidays import add_bank_holidays
from voice.council.domain.rota import (
    add_absence,
    add_shift,
    remove_absence,
    remove_shift,
)
from voice.council.domain.settings import keep_setting, own_council
from voice.council.forms.rota import (
    AbsenceForm,
    HandOverForm,
    ShiftForm,
    TimesForm,
    YearForm,
)
from voice.council.models import Absence, DutyShift, HandOver
from voice.council.permissions import user_can_keep_rota, user_may_see_rota
from voice.council.queries.alarms import alarms_to_follow
from voice.council.queries.rota import (
    covers,
    duty_manager,
    gaps,
    leads,
    next_on_duty,
    on_duty,
    rota_is_kept,
)
from voice.hours import day_and_hour, hour

SHOWN = timedelta(weeks=4)
WATCHED = timedelta(weeks=2)
ON_A_PAGE = 25
change = require_http_methods(["GET", "HEAD", "POST"])


@staff_only(user_may_see_rota)
@require_safe
def rota(request: HttpRequest) -> HttpResponse:
    """Show who is on duty now and in the next four weeks, and what nobody covers."""
    now, user = timezone.now(), signed_in(request)
    is_kept = rota_is_kept(now)
    context = {
        "now_on": on_duty(now),
        "next_on": next_on_duty(now),
        "manager": duty_manager(),
        "covers": covers(now, now + SHOWN),
        "gaps": gaps(now, now + WATCHED) if is_kept else [],
        "is_kept": is_kept,
        "absences": Absence.objects.filter(
            last_day__gte=timezone.localdate()
        ).select_related("user"),
        "hand_overs": HandOver.objects.filter(shift__ends__gt=now).select_related(
            "shift", "given_by", "taken_by"
        ),
        "may_keep": user_can_keep_rota(user),
        "now": now,
    }
    return render(request, "council/rota.html", context)


@staff_only(user_can_keep_rota)
@change
def shift_new(request: HttpRequest) -> HttpResponse:
    """Add a shift, or the same one for some weeks: all of them or none."""
    form = ShiftForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        spans = form.shifts()
        try:
            with transaction.atomic():
                for starts, ends in spans:
                    _add(form, starts, ends, by=signed_in(request))
        except RotaRefused as refused:
            form.add_error(None, str(refused))
        else:
            count = len(spans)
            messages.success(
                request,
                ngettext("%d shift was added.", "%d shifts were added.", count) % count,
            )
            return redirect("duty:rota")
    return _form_page(request, form, heading=_("Add a shift"))


@staff_only(user_can_keep_rota)
@change
def shift_remove(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask before a shift is taken out."""
    shift = get_object_or_404(DutyShift.objects.select_related("user"), pk=pk)
    if request.method == "POST":
        try:
            remove_shift(shift, by=signed_in(request))
        except RotaRefused as refused:
            messages.error(request, str(refused))
        else:
            messages.success(request, _("The shift is out of the rota."))
        return redirect("duty:rota")
    return render(request, "council/shift_remove.html", {"shift": shift})


@staff_only(user_can_keep_rota)
@change
def hand_over(request: HttpRequest, pk: int) -> HttpResponse:
    """Give a shift to a colleague: one's own, or that of somebody who cannot do it."""
    user = signed_in(request)
    shift = get_object_or_404(
        DutyShift.objects.select_related("user"), pk=pk, ends__gt=timezone.now()
    )
    form = HandOverForm(
        request.POST if request.method == "POST" else None, giver=shift.user
    )
    if form.is_bound and form.is_valid():
        try:
            given = give(shift, by=user, **form.cleaned_data)
        except RotaRefused as refused:
            form.add_error("to", str(refused))
        else:
            said = _("The shift is %(name)s's now. You have both been told.")
            messages.success(request, said % {"name": given.taken_by})
            return redirect("duty:rota")
    return _form_page(
        request, form, heading=_("Hand over a shift"), above=_shift_words(shift)
    )


@staff_only(user_can_keep_rota)
@change
def absence_new(request: HttpRequest) -> HttpResponse:
    """Write down that somebody of the rota is away; their shifts are uncovered."""
    user = signed_in(request)
    form = AbsenceForm(
        request.POST if request.method == "POST" else None,
        people=leads().distinct(),
        initial={"user": user.pk},
    )
    if form.is_bound and form.is_valid():
        first, last = form.days()
        person: User = form.cleaned_data["user"]
        try:
            add_absence(person, first_day=first, last_day=last, by=user)
        except RotaRefused as refused:
            form.add_error("last_day", str(refused))
        else:
            messages.warning(
                request,
                _("Written down. Find somebody for each shift that is uncovered now."),
            )
            return redirect("duty:rota")
    return _form_page(request, form, heading=_("Say who is away"))


@staff_only(user_can_keep_rota)
@change
def absence_remove(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask before an absence is taken out."""
    absence = get_object_or_404(Absence.objects.select_related("user"), pk=pk)
    if request.method == "POST":
        remove_absence(absence, by=signed_in(request))
        messages.success(request, _("Written down: they are there after all."))
        return redirect("duty:rota")
    return render(request, "council/absence_remove.html", {"absence": absence})


@staff_only(user_can_keep_rota)
@change
def times(request: HttpRequest) -> HttpResponse:
    """Name the duty manager, and set the times of alarms and clocks."""
    form = TimesForm(
        request.POST if request.method == "POST" else None, instance=own_council()
    )
    if form.is_bound and form.is_valid():
        keep_setting(form.save(commit=False), by=signed_in(request))
        messages.success(request, _("Saved."))
        return redirect("duty:rota")
    return _form_page(request, form, heading=_("Times and the manager"))


@staff_only(user_can_keep_rota)
@change
def holidays(request: HttpRequest) -> HttpResponse:
    """Add the bank holidays of a year."""
    form = YearForm(
        request.POST if request.method == "POST" else None,
        initial={"year": timezone.localdate().year + 1},
    )
    if form.is_bound and form.is_valid():
        added = add_bank_holidays(form.cleaned_data["year"], by=signed_in(request))
        count = len(added)
        said = ngettext("%d holiday was added.", "%d holidays were added.", count)
        messages.success(request, said % count)
        return redirect("duty:rota")
    return _form_page(
        request,
        form,
        heading=_("Add bank holidays"),
        above=_("Of England and Wales. Clocks stand still on them."),
    )


@staff_only(user_can_keep_rota)
@require_safe
def alarms(request: HttpRequest) -> HttpResponse:
    """Show what was told to whom, when, and what did not arrive."""
    found = alarms_to_follow(signed_in(request))
    page = Paginator(found, ON_A_PAGE).get_page(request.GET.get("page"))
    return render(request, "council/alarms.html", {"page": page})


def _add(form: ShiftForm, starts: datetime, ends: datetime, *, by: User) -> None:
    """Add one of the form's shifts."""
    said = form.cleaned_data
    add_shift(said["user"], starts=starts, ends=ends, role=said["role"], by=by)


def _form_page(request: HttpRequest, form: Any, **words: str) -> HttpResponse:
    """Return the page of a form; refused, with all that was typed."""
    status = 422 if form.errors else 200
    context = {"form": form, **words}
    return render(request, "council/form.html", context, status=status)


def _shift_words(shift: DutyShift) -> str:
    """Return whose shift it is and when."""
    starts, ends = timezone.localtime(shift.starts), timezone.localtime(shift.ends)
    same_day = starts.date() == ends.date()
    return _("%(name)s, %(starts)s to %(ends)s") % {
        "name": shift.user,
        "starts": day_and_hour(starts, "l j F"),
        "ends": hour(ends) if same_day else day_and_hour(ends, "l j F"),
    }
