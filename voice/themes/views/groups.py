"""Groups of similar comments, from which a person may make a theme."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from surveys.models import Question
from voice.accounts.gate import signed_in, staff_only
from voice.themes.domain.codebooks import ThemeExists
from voice.themes.domain.drafting import theme_from_group
from voice.themes.domain.tags import CannotTag
from voice.themes.forms import GroupThemeForm
from voice.themes.permissions import user_may_use_codebooks
from voice.themes.queries import codebooks_of
from voice.themes.queries.agreement import not_coded_blind
from voice.themes.queries.groups import grouped_comments
from voice.themes.queries.learning import kept_of
from voice.themes.views.loading import question_for
from voice.themes.views.showing import ShownComment, shown_comments

MOST = 3


@never_cache
@staff_only(user_may_use_codebooks)
@require_safe
def groups(request: HttpRequest, question_id: int) -> HttpResponse:
    """Show groups of similar comments with their most typical three."""
    question = question_for(request, question_id)
    every = "all" in request.GET
    found = grouped_comments(question, untagged=not every)
    shown = {
        one.reading.pk: one
        for one in shown_comments(
            [reading for group in found.groups for reading in group.typical],
            on=question,
            to=signed_in(request),
        )
    }
    context = {
        "question": question,
        "survey": question.survey,
        "every": every,
        "found": found,
        "groups": [
            {
                "size": group.size,
                "words": group.words,
                "typical": [shown[reading.pk] for reading in group.typical],
            }
            for group in found.groups
        ],
        "has_codebook": question.survey.consultation.codebooks.exists(),
    }
    return render(request, "themes/groups.html", context)


@never_cache
@staff_only(user_may_use_codebooks)
def group_theme(request: HttpRequest, question_id: int) -> HttpResponse:
    """Make a proposed theme from a group, in the words of whoever makes it."""
    question = question_for(request, question_id)
    if "comment" not in request.GET:
        return redirect("themes:groups", question.pk)
    codebooks = list(
        codebooks_of(request.user).filter(consultations=question.survey.consultation_id)
    )
    if not codebooks:
        messages.info(request, _("Make a codebook for this consultation first."))
        return redirect("themes:new_codebook")
    comments = _comments(request, question)
    form = GroupThemeForm(
        request.POST or None,
        codebooks=codebooks,
        comments=_choices(comments),
    )
    if request.method == "POST" and form.is_valid():
        made = form.cleaned_data
        ticked = set(made["said_by"])
        try:
            theme = theme_from_group(
                made["codebook"],
                name=made["name"],
                sentence=made["sentence"],
                said_by=[
                    one.reading.comment
                    for one in comments
                    if str(one.reading.comment_id) in ticked
                ],
                by=signed_in(request),
            )
        except ThemeExists as told:
            form.add_error("name", told.sentence)
        except CannotTag as told:
            form.add_error("said_by", told.sentence)
        else:
            messages.success(
                request,
                _("“%(name)s” is proposed in the codebook.") % {"name": theme.name},
            )
            return redirect("themes:groups", question.pk)
    context = {"question": question, "survey": question.survey, "form": form}
    return render(request, "themes/group_theme.html", context)


def _comments(request: HttpRequest, question: Question) -> list[ShownComment]:
    """Return the kept comments the address names; Http404 without any."""
    ids = []
    for said in request.GET.getlist("comment")[:MOST]:
        try:
            ids.append(UUID(said))
        except ValueError:
            continue
    readings = list(not_coded_blind(kept_of(question)).filter(comment__in=ids))
    if not readings:
        raise Http404
    return shown_comments(readings, on=question, to=signed_in(request))


def _choices(comments: list[ShownComment]) -> list[tuple[str, str]]:
    """Return the comments to be ticked: id and words."""
    return [(str(one.reading.comment_id), one.text) for one in comments]
