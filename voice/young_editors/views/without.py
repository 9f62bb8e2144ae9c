"""Saying why something goes out without the young editors' yes."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from voice.accounts.gate import signed_in, staff_only
from voice.young_editors.domain.errors import NoReason
from voice.young_editors.domain.without import go_without_yes
from voice.young_editors.enums import Kind
from voice.young_editors.forms.groups import ReasonForm
from voice.young_editors.permissions import user_can_ask_editors
from voice.young_editors.queries.standing import standing_of
from voice.young_editors.subjects import Subject, subject_of, subjects_of


@staff_only(user_can_ask_editors)
@require_http_methods(["GET", "HEAD", "POST"])
def without(request: HttpRequest, kind: str, pk: int) -> HttpResponse:
    """Show who said what; posted, write down why it goes out without their yes."""
    subject = _theirs(request, kind, pk)
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            go_without_yes(
                subject, reason=form.cleaned_data["reason"], by=signed_in(request)
            )
        except NoReason as refused:
            form.add_error("reason", str(refused))
        else:
            messages.success(request, _("Written down. The board reads it."))
            return redirect(subject.href)
    context = {"subject": subject, "stand": standing_of(subject), "form": form}
    status = 422 if form.errors else 200
    return render(request, "young_editors/without.html", context, status=status)


def _theirs(request: HttpRequest, kind: str, pk: int) -> Subject:
    """Return what one writes, not out yet; Http404 for anything else."""
    if kind != Kind.SURVEY or pk not in subjects_of(request.user)[Kind.SURVEY]:
        raise Http404
    subject = subject_of(kind, pk)
    if subject is None:
        raise Http404
    return subject
