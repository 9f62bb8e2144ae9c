"""At the desk: the calendar of consultations, on a page and as a file."""

from datetime import date, datetime

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from surveys.audience import Audience
from surveys.queries.members import surveys_run_by
from voice.accounts.gate import signed_in, staff_only
from voice.replies.logic.calendar import Entry, month_of, months, months_later
from voice.replies.logic.calendar_file import as_calendar
from voice.replies.permissions import user_can_see_replies, user_can_update_promise
from voice.replies.queries.calendar import entries_between, late_entries
from voice.replies.queries.calendar_sessions import Page, Reader

MONTHS = 3
# The file looks so many months back and ahead: calendars ask for it again.
BACK, AHEAD = 3, 12


@never_cache
@staff_only(user_can_see_replies)
@require_safe
def calendar(request: HttpRequest) -> HttpResponse:
    """Show three months with what opens, closes, is due and was held; what is late first."""
    today = timezone.localdate()
    first, audience = _from(request, today), _audience(request)
    after = months_later(first, MONTHS)
    reader = _reader(request)
    found = entries_between(
        first, _before(after), reader=reader, on=today, audience=audience
    )
    context = {
        "months": months(first, MONTHS, found),
        "late": late_entries(reader=reader, on=today, audience=audience),
        "today": today,
        "audience": audience,
        "audiences": [(one.value, one.label) for one in Audience],
        "from_month": f"{first:%Y-%m}",
        "earlier": _asking(months_later(first, -MONTHS), audience),
        "later": _asking(after, audience),
        "now": _asking(month_of(today), audience),
        "is_now": first == month_of(today),
        "file": urlencode({"audience": audience}) if audience else "",
    }
    return render(request, "replies/calendar.html", context)


@never_cache
@staff_only(user_can_see_replies)
@require_safe
def calendar_file(request: HttpRequest) -> HttpResponse:
    """Return the same as a file for one's own calendar: titles and days, no people."""
    today = timezone.localdate()
    found = entries_between(
        months_later(month_of(today), -BACK),
        months_later(month_of(today), AHEAD),
        reader=_reader(request),
        on=today,
        audience=_audience(request),
    )
    text = as_calendar(
        sorted(found, key=_by_day),
        name=_("Consultations"),
        domain=request.get_host().partition(":")[0],
        at=timezone.now(),
    )
    page = HttpResponse(text, content_type="text/calendar; charset=utf-8")
    page.headers["Content-Disposition"] = 'attachment; filename="consultations.ics"'
    return page


def _by_day(one: Entry) -> tuple[date, str]:
    """Return a sort key."""
    return one.on, one.named


def _reader(request: HttpRequest) -> Reader:
    """Return for whom the calendar is read."""
    user = signed_in(request)
    mine = frozenset(surveys_run_by(user).values_list("pk", flat=True))
    return Reader(
        surveys=mine,
        address=_address,
        opens_promise=lambda promise: user_can_update_promise(user, promise),
    )


def _address(page: Page) -> str:
    """Return where a page is."""
    name, made_with = page
    return reverse(name, kwargs=made_with)


def _from(request: HttpRequest, today: date) -> date:
    """Return the month that was asked for, “2026-11”; this one for anything else."""
    try:
        found = datetime.strptime(request.GET.get("from", ""), "%Y-%m").date()  # noqa: DTZ007 - a month, no hour
    except ValueError:
        return month_of(today)
    # Far enough from the ends of what days there are to go back and on.
    near = abs(found.year - today.year) < 100
    return found if near else month_of(today)


def _audience(request: HttpRequest) -> str:
    """Return the audience asked for; empty for all, and for what is none."""
    said = request.GET.get("audience", "")
    return said if said in Audience.values else ""


def _before(day: date) -> date:
    """Return the day before."""
    return date.fromordinal(day.toordinal() - 1)


def _asking(first: date, audience: str) -> str:
    """Return what asks for other months of the same audience."""
    asked = {"from": f"{first:%Y-%m}"}
    return urlencode(asked | ({"audience": audience} if audience else {}))
