"""At the desk: who runs a survey; its members and administrators say so."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from surveys.domain.members import LastMember, NotAWorker, add_member, remove_member
from surveys.forms.people import AddMemberForm
from surveys.models import Survey
from surveys.permissions import (
    user_can_change_members,
    user_can_run_survey,
    user_may_see_members,
)
from surveys.queries.members import members_of, workers_to_add
from voice.accounts.enums import Role
from voice.accounts.gate import recently_proven, signed_in, staff_only


@staff_only(user_may_see_members)
@require_http_methods(["GET", "HEAD", "POST"])
@recently_proven
def people(request: HttpRequest, slug: str) -> HttpResponse:
    """Show who runs a survey; posted, let one more worker run it."""
    survey = _survey(request, slug)
    form = AddMemberForm(request.POST or None, workers=workers_to_add(survey))
    if request.method == "POST" and form.is_valid():
        chosen = form.cleaned_data["user"]
        try:
            add_member(survey, user=chosen, by=signed_in(request))
        except NotAWorker as refused:
            form.add_error("user", str(refused))
        else:
            messages.success(
                request,
                _("%(name)s runs this survey from now on.") % {"name": chosen},
            )
            return redirect("surveys:people", slug=slug)
    return render(
        request,
        "surveys/people.html",
        {
            "survey": survey,
            "form": form,
            "members": [
                (member, member.user.has_role(Role.PARTICIPATION_WORKER))
                for member in members_of(survey)
            ],
            "runs": user_can_run_survey(request.user, survey),
        },
        status=422 if form.errors else 200,
    )


@staff_only(user_may_see_members)
@require_POST
@recently_proven
def remove_person(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Let somebody run a survey no longer; adding them again undoes it."""
    survey = _survey(request, slug)
    member = get_object_or_404(members_of(survey), pk=pk)
    try:
        remove_member(survey, user=member.user, by=signed_in(request))
    except LastMember as refused:
        messages.error(request, str(refused))
    else:
        messages.success(
            request,
            _("%(name)s no longer runs this survey. Add them again to undo it.")
            % {"name": member.user},
        )
    if member.user == request.user and not user_can_change_members(
        request.user, survey
    ):
        return redirect("surveys:surveys")
    return redirect("surveys:people", slug=slug)


def _survey(request: HttpRequest, slug: str) -> Survey:
    """Return a survey whose members this person may change; Http404 for any other."""
    survey = get_object_or_404(Survey.objects.select_related("consultation"), slug=slug)
    if not user_can_change_members(request.user, survey):
        raise Http404
    return survey
