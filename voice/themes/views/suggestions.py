"""Taking up what the machine proposes: one chip, or all that are sure on the screen."""

from collections.abc import Iterator
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from voice.accounts.gate import signed_in, staff_only
from voice.themes.domain.suggesting import accept_all_sure, take_back, take_up
from voice.themes.domain.tags import CannotTag
from voice.themes.forms import TagForm
from voice.themes.permissions import user_may_use_codebooks
from voice.themes.queries import themes_for
from voice.themes.queries.suggestions import ON_A_SCREEN, accepted_in
from voice.themes.views.loading import question_for
from voice.themes.views.tagging import back_to_question, back_to_tagging, comment_to_tag


@staff_only(user_may_use_codebooks)
@require_POST
def accept(request: HttpRequest, comment_id: UUID) -> HttpResponse:
    """Tag a comment as a chip proposed, and stay with it."""
    comment = comment_to_tag(request, comment_id)
    form = TagForm(request.POST, themes=themes_for(comment.survey))
    done: dict[str, object] = {}
    if not form.is_valid():
        messages.error(request, _("This theme is not in use here."))
    else:
        try:
            made = take_up(
                comment, theme=form.cleaned_data["theme"], by=signed_in(request)
            )
            done = {"tagged": made.pk}
        except CannotTag as told:
            messages.error(request, told.sentence)
    return back_to_tagging(request, comment, done)


@staff_only(user_may_use_codebooks)
@require_POST
def accept_sure(request: HttpRequest, question_id: int) -> HttpResponse:
    """Accept every proposal that was shown as sure on the screen, and say how many."""
    question = question_for(request, question_id)
    shown = list(_shown(request))
    made = accept_all_sure(question, shown=shown, by=signed_in(request))
    if len(made) < len(shown):
        messages.info(
            request,
            _("Some were not sure any more, and were left for you to look at."),
        )
    done: dict[str, object] = {}
    if made:
        done["accepted"] = "-".join(str(tag.pk) for tag in made)
    return back_to_question(request, question, done)


@staff_only(user_may_use_codebooks)
@require_POST
def undo_sure(request: HttpRequest, question_id: int) -> HttpResponse:
    """Remove the tags that one press made, as long as they are one's own."""
    question = question_for(request, question_id)
    taken = take_back(
        accepted_in(request.POST.get("accepted", ""), question), by=signed_in(request)
    )
    messages.success(
        request,
        ngettext("%(count)s tag removed.", "%(count)s tags removed.", taken)
        % {"count": taken},
    )
    return back_to_question(request, question)


def _shown(request: HttpRequest) -> Iterator[tuple[UUID, int]]:
    """Yield the pairs of comment and theme that the screen held."""
    for said in request.POST.getlist("shown")[:ON_A_SCREEN]:
        comment, _slash, theme = said.partition("/")
        try:
            yield UUID(comment), int(theme)
        except ValueError:
            continue
