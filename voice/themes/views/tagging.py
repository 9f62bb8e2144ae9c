"""Tagging the kept comments of one question."""

from urllib.parse import urlencode
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from surveys.models import Comment, Question, Survey
from voice.accounts.gate import staff_only
from voice.themes.domain.tags import CannotTag, remove_tag, tag_comment
from voice.themes.forms import TagForm
from voice.themes.models import Tag, Theme
from voice.themes.permissions import user_can_tag, user_may_use_codebooks
from voice.themes.queries import comments_to_tag, tagging_progress, themes_for
from voice.themes.views.showing import ShownComment, shown_comments

ON_A_PAGE = 20
KEYS = 9


@never_cache
@staff_only(user_may_use_codebooks)
@require_safe
def tagging(request: HttpRequest, question_id: int) -> HttpResponse:
    """Show the kept comments of a question, one of them open to be tagged."""
    question = _question(request, question_id)
    untagged = "untagged" in request.GET
    readings = comments_to_tag(question)
    if untagged:
        # The one that is open stays, so that it can be given several themes.
        readings = readings.filter(Q(tagged=False) | Q(comment=_asked(request)))
    page = Paginator(readings, ON_A_PAGE).get_page(request.GET.get("page"))
    comments = shown_comments(page.object_list)
    themes = themes_for(question.survey)
    open_id = _open(request, comments)
    context = {
        "question": question,
        "survey": question.survey,
        "questions": tagging_progress(Survey.objects.filter(pk=question.survey_id)),
        "page": page,
        "comments": comments,
        "open_id": open_id,
        "after_id": _after(open_id, comments),
        "themes": [
            {"theme": theme, "key": number if number <= KEYS else ""}
            for number, theme in enumerate(themes, start=1)
        ],
        "untagged": untagged,
        "query": "untagged=1&" if untagged else "",
        "just": _just_done(request, question),
    }
    return render(request, "themes/tagging.html", context)


@staff_only(user_may_use_codebooks)
@require_POST
def tag(request: HttpRequest, comment_id: UUID) -> HttpResponse:
    """Tag a comment, or a passage of it, and stay with it."""
    comment = get_object_or_404(Comment.objects.select_related("survey"), pk=comment_id)
    if not user_can_tag(request.user, comment.survey):
        raise Http404
    form = TagForm(request.POST, themes=themes_for(comment.survey))
    done: dict[str, object] = {}
    if not form.is_valid():
        messages.error(request, _("Choose one of the themes. Nothing was changed."))
    else:
        try:
            made = tag_comment(
                comment,
                theme=form.cleaned_data["theme"],
                by=request.user,  # type: ignore[arg-type]
                **form.passage(),
            )
            done = {"tagged": made.pk}
        except CannotTag as told:
            messages.error(request, told.sentence)
    return _back(request, comment, done)


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
    return _back(request, comment, done)


def _question(request: HttpRequest, question_id: int) -> Question:
    """Return the question; Http404 when it is missing or not for this person."""
    question = get_object_or_404(
        Question.objects.select_related("survey__consultation"), pk=question_id
    )
    if not user_can_tag(request.user, question.survey):
        raise Http404
    return question


def _open(request: HttpRequest, comments: list[ShownComment]) -> UUID | None:
    """Return the comment to open: the one asked for, or the first without a tag."""
    ids = [comment.reading.comment_id for comment in comments]
    wanted = [one for one in ids if one == _asked(request)]
    without = [one.reading.comment_id for one in comments if not one.tags]
    return next(iter([*wanted, *without, *ids]), None)


def _after(open_id: UUID | None, comments: list[ShownComment]) -> UUID | None:
    """Return the next comment without a tag, below the open one or from the top."""
    ids = [comment.reading.comment_id for comment in comments]
    here = ids.index(open_id) + 1 if open_id in ids else 0
    turned = comments[here:] + comments[:here]
    return next(
        (
            one.reading.comment_id
            for one in turned
            if not one.tags and one.reading.comment_id != open_id
        ),
        None,
    )


def _asked(request: HttpRequest) -> UUID | None:
    """Return the comment the address asks for."""
    try:
        return UUID(request.GET.get("comment", ""))
    except ValueError:
        return None


def _just_done(request: HttpRequest, question: Question) -> dict[str, object] | None:
    """Return what the undo bar shows: a tag just made, or one just removed."""
    tagged = request.GET.get("tagged", "")
    if tagged.isdecimal():
        made = (
            Tag.objects.filter(pk=tagged, comment__question=question)
            .select_related("theme")
            .first()
        )
        return {"tag": made} if made else None
    theme_id, _dash, place = request.GET.get("removed", "").partition("-")
    start, _dash, end = place.partition("-")
    if not (theme_id.isdecimal() and start.isdecimal() and end.isdecimal()):
        return None
    theme = Theme.objects.filter(pk=theme_id).first()
    asked = _asked(request)
    comment = question.comments.filter(pk=asked).first() if asked else None
    if theme is None or comment is None:
        return None
    whole = end == str(Tag.WHOLE)
    return {
        "theme": theme,
        "comment": comment,
        "start": "" if whole else start,
        "end": "" if whole else end,
    }


def _back(
    request: HttpRequest, comment: Comment, done: dict[str, object]
) -> HttpResponse:
    """Return to the question's page, with the comment open where it was."""
    query: dict[str, object] = {"comment": comment.pk, **done}
    page = request.POST.get("page", "")
    if page.isdecimal():
        query["page"] = page
    if request.POST.get("untagged"):
        query["untagged"] = 1
    address = reverse("themes:tagging", args=[comment.question_id])
    return redirect(f"{address}?{urlencode(query)}#c-{comment.pk}")
