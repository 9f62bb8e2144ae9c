"""What is kept, until when, why, and what was destroyed."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from surveys.enums import Mode
from surveys.models import RetentionRun, Survey
from surveys.queries.retention import standings
from voice.accounts.gate import signed_in, staff_only
from voice.records.domain.keeping import keep_words
from voice.records.forms.records import WordsForm
from voice.records.permissions import user_may_read_records, user_may_write_records
from voice.records.queries.facts import facts, own_words

NEWEST = 50


@staff_only(user_may_read_records)
@require_safe
def front(request: HttpRequest) -> HttpResponse:
    """Show each survey's last days, what is overdue, and what was destroyed."""
    rows = standings(on=timezone.localdate())
    context = {
        "rows": rows,
        "overdue": [row for row in rows if row.is_overdue],
        "runs": RetentionRun.objects.select_related("survey")[:NEWEST],
        "facts": facts(),
        "known": Survey.objects.filter(
            mode=Mode.KNOWN_TO_WORKER, editions__isnull=False
        )
        .distinct()
        .order_by("title"),
        "is_officer": user_may_write_records(request.user),
    }
    return render(request, "records/front.html", context)


@staff_only(user_may_read_records)
@require_safe
def processing(request: HttpRequest) -> HttpResponse:
    """Show the record of processing (UK GDPR, article 30), to print."""
    rows = standings(on=timezone.localdate())
    context = {"facts": facts(), "rows": rows, "is_officer": _is_officer(request)}
    return render(request, "records/processing.html", context)


@staff_only(user_may_read_records)
@require_safe
def dpia(request: HttpRequest) -> HttpResponse:
    """Show the data protection impact assessment (article 35), to print."""
    context = {"facts": facts(), "is_officer": _is_officer(request)}
    return render(request, "records/dpia.html", context)


@staff_only(user_may_write_records)
@require_http_methods(["GET", "HEAD", "POST"])
def words(request: HttpRequest) -> HttpResponse:
    """Write the council's own words in both."""
    form = WordsForm(
        request.POST if request.method == "POST" else None, instance=own_words()
    )
    if request.method == "POST" and form.is_valid():
        keep_words(form.save(commit=False), by=signed_in(request))
        messages.success(request, _("Saved, and reviewed today."))
        return redirect("records:front")
    return render(
        request,
        "records/words.html",
        {"form": form},
        status=422 if form.errors else 200,
    )


def _is_officer(request: HttpRequest) -> bool:
    """Say whether the reader may write what is missing."""
    return user_may_write_records(request.user)
