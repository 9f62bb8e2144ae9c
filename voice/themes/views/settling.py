"""What people who coded apart heard differently, and settling it."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from voice.accounts.gate import signed_in, staff_only
from voice.accounts.models import User
from voice.moderation.queries.kept import kept_readings
from voice.themes.domain.double_coding import CannotDoubleCode, settle
from voice.themes.domain.tags import CannotTag
from voice.themes.forms import HeardForm
from voice.themes.models import SampledComment, Tag, Theme
from voice.themes.permissions import user_can_tag, user_may_use_codebooks
from voice.themes.queries import themes_for
from voice.themes.queries.agreement import CodedComment, Codings, codings_of
from voice.themes.views.agreement import double_coding_or_404
from voice.themes.views.showing import ShownComment, shown_without_tags

ON_A_PAGE = 10


@never_cache
@staff_only(user_may_use_codebooks)
@require_safe
def disagreements(request: HttpRequest, double_coding_id: int) -> HttpResponse:
    """Show the comments people heard differently, those to settle first."""
    found = double_coding_or_404(request, double_coding_id)
    codings = codings_of(found)
    if not codings.is_complete:
        messages.info(request, _("Nothing is shown until everybody has coded all."))
        return redirect("themes:agreement", found.question_id)
    differ = sorted(
        (one for one in codings.comments if not one.is_agreed),
        key=lambda one: (one.sampled.settled_at is not None, one.sampled.place),
    )
    page = Paginator(differ, ON_A_PAGE).get_page(request.GET.get("page"))
    themes = themes_for(found.question.survey)
    agreed = [one for one in codings.comments if one.is_agreed]
    return render(
        request,
        "themes/disagreements.html",
        {
            "double_coding": found,
            "question": found.question,
            "page": page,
            "rows": _rows(
                codings, list(page.object_list), themes, to=signed_in(request)
            ),
            "to_settle": sum(not one.sampled.settled_at for one in differ),
            "agreed": len(agreed),
            "agreed_left": sum(not one.sampled.settled_at for one in agreed),
        },
    )


@staff_only(user_may_use_codebooks)
@require_POST
def settle_one(request: HttpRequest, sampled_id: int) -> HttpResponse:
    """Say which themes a comment says, and go on with the next."""
    sampled = get_object_or_404(
        SampledComment.objects.select_related(
            "double_coding__question__survey", "comment"
        ),
        pk=sampled_id,
    )
    question = sampled.double_coding.question
    if not user_can_tag(request.user, question.survey):
        raise Http404
    form = HeardForm(request.POST, themes=themes_for(question.survey))
    if not form.is_valid():
        messages.error(
            request,
            _("Tick the themes it says, or that it says none. Nothing was changed."),
        )
    else:
        try:
            settle(sampled, themes=form.cleaned_data["themes"], by=signed_in(request))
        except (CannotDoubleCode, CannotTag) as told:
            messages.error(request, told.sentence)
        else:
            messages.success(request, _("Settled, and tagged so."))
    return redirect(reverse("themes:disagreements", args=[sampled.double_coding_id]))


def _rows(
    codings: Codings, comments: list[CodedComment], themes: list[Theme], *, to: User
) -> list[dict[str, object]]:
    """Return each comment with what every coder heard, and what is ticked."""
    ids = [one.sampled.comment_id for one in comments]
    readings = kept_readings().filter(comment__in=ids)
    shown = {
        one.reading.comment_id: one
        for one in shown_without_tags(readings, on=codings.double_coding, to=to)
    }
    tags: dict[object, set[int]] = {}
    for comment, theme in Tag.objects.filter(comment__in=ids).values_list(
        "comment", "theme"
    ):
        tags.setdefault(comment, set()).add(theme)
    return [
        _row(codings, one, themes, shown[one.sampled.comment_id], tags)
        for one in comments
        if one.sampled.comment_id in shown
    ]


def _row(
    codings: Codings,
    one: CodedComment,
    themes: list[Theme],
    shown: ShownComment,
    tags: dict[object, set[int]],
) -> dict[str, object]:
    """Return one comment; ticked is what all heard, or what was settled."""
    settled = one.sampled.settled_at is not None
    by_all = frozenset.intersection(*one.by_coder.values())
    ticked = tags.get(one.sampled.comment_id, set()) if settled else by_all
    return {
        "sampled": one.sampled,
        "comment": shown,
        "settled": settled,
        "heard": [
            {
                "coder": coder,
                "themes": [theme for theme in themes if theme.pk in heard],
            }
            for coder in codings.coders
            if (heard := one.by_coder.get(coder.pk)) is not None
        ],
        "themes": [{"theme": theme, "on": theme.pk in ticked} for theme in themes],
        "none": settled and not ticked,
    }
