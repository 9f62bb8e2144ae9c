"""Tagging the kept comments of one question."""

from urllib.parse import urlencode
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from surveys.models import Comment, Question
from voice.accounts.gate import staff_only
from voice.themes.domain.tags import CannotTag, remove_tag, tag_comment
from voice.themes.enums import Order
from voice.themes.forms import TagForm
from voice.themes.models import Tag
from voice.themes.permissions import user_can_tag, user_may_use_codebooks
from voice.themes.queries import themes_for
from voice.themes.views.arrangement import any_seed, arrangement_in, pairs_of
from voice.themes.views.tagging_page import show_tagging


@never_cache
@staff_only(user_may_use_codebooks)
@require_safe
def tagging(request: HttpRequest, question_id: int) -> HttpResponse:
    """Show the kept comments of a question, one of them open to be tagged.

    Shuffled without a number to shuffle by, it goes on to an address with one, so that
    the next page, and a colleague, have the same order.
    """
    question = get_object_or_404(
        Question.objects.select_related("survey__consultation"), pk=question_id
    )
    if not user_can_tag(request.user, question.survey):
        raise Http404
    if request.GET.get("order") == Order.RANDOM and not request.GET.get("seed"):
        said = request.GET.copy()
        said["seed"] = str(any_seed())
        return redirect(f"{request.path}?{said.urlencode()}")
    return show_tagging(request, question)


@staff_only(user_may_use_codebooks)
@require_POST
def tag(request: HttpRequest, comment_id: UUID) -> HttpResponse:
    """Tag a comment, or a passage of it, and stay with it."""
    comment = comment_to_tag(request, comment_id)
    form = TagForm(request.POST, themes=themes_for(comment.survey))
    done: dict[str, object] = {}
    if not form.is_valid():
        messages.error(request, _("Choose one of the themes. Nothing was changed."))
    else:
        start, end = form.passage()
        try:
            made = tag_comment(
                comment,
                theme=form.cleaned_data["theme"],
                by=request.user,  # type: ignore[arg-type]
                start=start,
                end=end,
            )
            done = {"tagged": made.pk}
        except CannotTag as told:
            messages.error(request, told.sentence)
    return back_to_tagging(request, comment, done)


@staff_only(user_may_use_codebooks)
@require_POST
def untag(request: HttpRequest, tag_id: int) -> HttpResponse:
    """Remove a tag, and stay with the comment."""
    found = get_object_or_404(Tag.objects.select_related("comment__survey"), pk=tag_id)
    comment = found.comment
    if not user_can_tag(request.user, comment.survey):
        raise Http404
    done: dict[str, object] = {"removed": f"{found.theme_id}-{found.start}-{found.end}"}
    remove_tag(found, by=request.user)  # type: ignore[arg-type]
    return back_to_tagging(request, comment, done)


def comment_to_tag(request: HttpRequest, comment_id: UUID) -> Comment:
    """Return the comment; Http404 when it is missing or not for this person."""
    comment = get_object_or_404(
        Comment.objects.select_related("survey", "question"), pk=comment_id
    )
    if not user_can_tag(request.user, comment.survey):
        raise Http404
    return comment


def back_to_tagging(
    request: HttpRequest, comment: Comment, done: dict[str, object] | None = None
) -> HttpResponse:
    """Return to the question's page, with the comment open where it was."""
    said = {"comment": comment.pk} | (done or {})
    return redirect(f"{_address(request, comment.question_id, said)}#c-{comment.pk}")


def back_to_question(
    request: HttpRequest, question: Question, done: dict[str, object] | None = None
) -> HttpResponse:
    """Return to the question's page as it was arranged."""
    return redirect(_address(request, question.pk, done or {}))


def _address(request: HttpRequest, question_id: int, said: dict[str, object]) -> str:
    """Return the address of a question's page, arranged as the form tells."""
    pairs = pairs_of(arrangement_in(request.POST), one="one" in request.POST)
    query: dict[str, object] = dict(pairs) | said
    page = request.POST.get("page", "")
    if page.isdecimal():
        query["page"] = page
    return f"{reverse('themes:tagging', args=[question_id])}?{urlencode(query)}"
