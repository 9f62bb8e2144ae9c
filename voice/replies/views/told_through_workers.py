"""At the desk: the reply for those who asked to be told of it through their worker."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from surveys.models import Consultation
from surveys.queries.members import surveys_run_by
from surveys.queries.told_through_workers import wishes_to_be_told
from surveys.where_to_look import page_of
from voice.accounts.gate import recently_proven, signed_in, staff_only
from voice.replies.exports import told_through_workers_csv
from voice.replies.permissions import user_can_write_replies
from voice.replies.queries import languages_to_answer, published_replies
from voice.replies.views.found import consultation_worked_on


@never_cache
@staff_only(user_can_write_replies)
@require_http_methods(["GET", "HEAD", "POST"])
@recently_proven
def told_through_workers(request: HttpRequest, slug: str) -> HttpResponse:
    """Say what is in the file, and give it: of the surveys one runs, none else."""
    consultation = consultation_worked_on(request, slug)
    reply = get_object_or_404(published_replies(), consultation=consultation)
    mine = surveys_run_by(request.user).filter(consultation=consultation)
    surveys = list(mine.values_list("pk", flat=True))
    if request.method == "POST":
        content = told_through_workers_csv(
            reply,
            surveys=surveys,
            pages=_pages(request, consultation),
            by=signed_in(request),
        )
        # The mark at the beginning lets spreadsheets read it as UTF-8.
        page = HttpResponse(content.encode("utf-8-sig"), content_type="text/csv")
        page["Content-Disposition"] = f'attachment; filename="reply-{slug}.csv"'
        return page
    facts = {"consultation": consultation, "wishes": wishes_to_be_told(surveys).count()}
    return render(request, "replies/told_through_workers.html", facts)


def _pages(request: HttpRequest, consultation: Consultation) -> dict[str, str]:
    """Return the address of the consultation's page in each language it was asked in."""
    found = {
        language: page_of(consultation, language)
        for language in languages_to_answer(consultation)
    }
    return {
        language: request.build_absolute_uri(page)
        for language, page in found.items()
        if page
    }
