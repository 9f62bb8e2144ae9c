"""Asking a group to look at something, its code, and the end of it."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from voice.accounts.gate import signed_in, staff_only
from voice.young_editors.domain.errors import EditorsRefused
from voice.young_editors.domain.inviting import (
    ask_group,
    make_code,
    show_again,
    take_invitation_back,
)
from voice.young_editors.forms.groups import AskForm
from voice.young_editors.models import EditorsGroup, EditorsInvitation
from voice.young_editors.permissions import user_can_ask_editors
from voice.young_editors.queries.invitations import (
    invitations_of,
    with_what_was_said,
)
from voice.young_editors.queries.standing import newest_answer, stands

ON_A_PAGE = 20


@staff_only(user_can_ask_editors)
@require_http_methods(["GET", "HEAD", "POST"])
def group(request: HttpRequest, pk: int) -> HttpResponse:
    """Show a group and what it was asked; posted, ask it to look at something."""
    found = get_object_or_404(EditorsGroup, pk=pk)
    data = request.POST if request.method == "POST" else None
    form = AskForm(
        data,
        user=request.user,
        group=found,
        initial={"thing": request.GET.get("thing", "")},
    )
    if form.is_bound and form.is_valid():
        try:
            made = ask_group(found, by=signed_in(request), **form.asked())
        except EditorsRefused as refused:
            form.add_error(refused.field or None, str(refused))
        else:
            messages.success(request, _("They can look at it. Now make their code."))
            return redirect("young_editors:asked", pk=made.pk)
    return _group_page(request, found, form)


@never_cache
@staff_only(user_can_ask_editors)
@require_POST
def code(request: HttpRequest, pk: int) -> HttpResponse:
    """Make a code and show it once; the one before opens nothing any more."""
    found = _mine(request, pk)
    try:
        made = make_code(found, by=signed_in(request))
    except EditorsRefused as refused:
        messages.error(request, str(refused))
        return redirect("young_editors:asked", pk=pk)
    typed_at = request.build_absolute_uri(reverse("surveys:code"))
    context = {
        "invitation": found,
        "code": made,
        "typed_at": typed_at,
        "link": f"{typed_at}#{made}",
    }
    return render(request, "young_editors/code.html", context)


@staff_only(user_can_ask_editors)
@require_POST
def again(request: HttpRequest, pk: int) -> HttpResponse:
    """Show the group the words as they stand now."""
    found = _mine(request, pk)
    try:
        show_again(found, by=signed_in(request))
    except EditorsRefused as refused:
        messages.error(request, str(refused))
    else:
        messages.success(
            request, _("They see the new words now, with the same code. Tell them.")
        )
    return redirect("young_editors:asked", pk=pk)


@staff_only(user_can_ask_editors)
@require_POST
def take_back(request: HttpRequest, pk: int) -> HttpResponse:
    """Let the code open nothing any more; what they said stays."""
    take_invitation_back(_mine(request, pk), by=signed_in(request))
    messages.success(request, _("The code opens nothing any more."))
    return redirect("young_editors:asked", pk=pk)


def _group_page(
    request: HttpRequest, found: EditorsGroup, form: AskForm
) -> HttpResponse:
    """Return the page of a group: what it was asked of what one writes, newest first."""
    every = with_what_was_said(invitations_of(request.user).filter(group=found))
    page = Paginator(every, ON_A_PAGE).get_page(request.GET.get("page"))
    today = timezone.localdate()
    rows = [
        {
            "invitation": one,
            "title": next((shown.title for shown in one.shown.all()), ""),
            "answer": newest_answer(one),
            "stands": stands(one),
            "is_open": one.is_open(today),
        }
        for one in page.object_list
    ]
    context = {"group": found, "form": form, "rows": rows, "page": page}
    status = 422 if form.errors else 200
    return render(request, "young_editors/group.html", context, status=status)


def _mine(request: HttpRequest, pk: int) -> EditorsInvitation:
    """Return an invitation to look at what one writes; Http404 for anything else."""
    return get_object_or_404(invitations_of(request.user), pk=pk)
