"""Groups of young editors: listed, made, changed and ended."""

from django.contrib import messages
from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)

from voice.accounts.gate import signed_in, staff_only
from voice.young_editors.domain.groups import end_group, keep_group
from voice.young_editors.forms.groups import GroupForm
from voice.young_editors.models import EditorsGroup
from voice.young_editors.permissions import user_can_ask_editors
from voice.young_editors.queries.invitations import (
    about_to_end,
    comments_to_answer,
    groups_now,
    invitations_of,
    with_what_was_said,
)
from voice.young_editors.queries.standing import yes_to_earlier_words


@staff_only(user_can_ask_editors)
@require_safe
def groups(request: HttpRequest) -> HttpResponse:
    """List the groups, and what of theirs waits for an answer."""
    today = timezone.localdate()
    mine = invitations_of(request.user).values("pk")
    found = groups_now().annotate(
        looks=Count(
            "invitations",
            filter=Q(
                invitations__in=mine,
                invitations__revoked_at=None,
                invitations__expires_on__gte=today,
            ),
        )
    )
    context = {
        "groups": found,
        "thing": request.GET.get("thing", ""),
        "to_answer": with_what_was_said(
            invitations_of(request.user).filter(
                pk__in=comments_to_answer(request.user).values(
                    "answer__shown__invitation"
                )
            )
        ),
        "changed": yes_to_earlier_words(
            with_what_was_said(
                invitations_of(request.user).filter(
                    revoked_at=None, expires_on__gte=today
                )
            )
        ),
        "ending": with_what_was_said(about_to_end(request.user, on=today)),
    }
    return render(request, "young_editors/groups.html", context)


@staff_only(user_can_ask_editors)
@require_http_methods(["GET", "HEAD", "POST"])
def new_group(request: HttpRequest) -> HttpResponse:
    """Make a group."""
    return _form_page(request, EditorsGroup())


@staff_only(user_can_ask_editors)
@require_http_methods(["GET", "HEAD", "POST"])
def change_group(request: HttpRequest, pk: int) -> HttpResponse:
    """Change what a group is called, how many they are, who is with them."""
    return _form_page(request, get_object_or_404(groups_now(), pk=pk))


@staff_only(user_can_ask_editors)
@require_POST
def end(request: HttpRequest, pk: int) -> HttpResponse:
    """Say that a group meets no more; what it said stays."""
    found = get_object_or_404(groups_now(), pk=pk)
    end_group(found, by=signed_in(request))
    messages.success(request, _("Written down. What the group said stays."))
    return redirect("young_editors:groups")


def _form_page(request: HttpRequest, found: EditorsGroup) -> HttpResponse:
    """Show the form of a group; once it holds, keep it."""
    form = GroupForm(request.POST or None, instance=found)
    if request.method == "POST" and form.is_valid():
        kept = keep_group(found, by=signed_in(request), **form.cleaned_data)
        messages.success(request, _("Saved."))
        return redirect("young_editors:group", pk=kept.pk)
    return render(
        request,
        "young_editors/group_form.html",
        {"form": form, "is_new": found.pk is None, "pk": found.pk},
        status=422 if form.errors else 200,
    )
