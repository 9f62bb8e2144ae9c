"""The basket of quotes: marking, looking through it, taking out."""

from collections import defaultdict
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from surveys.models import Question
from voice.accounts.gate import signed_in, staff_only
from voice.accounts.models import User
from voice.themes.domain.basket import mark_quote, unmark_quote
from voice.themes.domain.reads import read_comments
from voice.themes.domain.tags import CannotTag
from voice.themes.forms import PassageForm
from voice.themes.permissions import user_may_use_codebooks
from voice.themes.queries.basket import (
    ShownQuote,
    basket_of,
    questions_in_basket,
    shown_quotes,
)
from voice.themes.views.tagging import back_to_tagging, comment_to_tag

ON_A_PAGE = 25


@never_cache
@staff_only(user_may_use_codebooks)
@require_safe
def basket(request: HttpRequest) -> HttpResponse:
    """Show what was marked, of all one's surveys or of one question."""
    said = request.GET.get("question", "")
    question = int(said) if said.isdecimal() and len(said) < ON_A_PAGE else None
    page = Paginator(basket_of(request.user, question=question), ON_A_PAGE).get_page(
        request.GET.get("page")
    )
    quotes = shown_quotes(page.object_list)
    _write_down(quotes, by=signed_in(request))
    context = {
        "page": page,
        "quotes": quotes,
        "questions": questions_in_basket(request.user),
        "question_id": question,
        "query": f"question={question}&" if question else "",
    }
    return render(request, "themes/basket.html", context)


def _write_down(quotes: list[ShownQuote], *, by: User) -> None:
    """Write down that `by` was shown these words, question by question."""
    shown: dict[Question, list[UUID]] = defaultdict(list)
    for one in quotes:
        if one.words:
            shown[one.quote.comment.question].append(one.quote.comment_id)
    for question, comments in shown.items():
        read_comments(comments, of=question, by=by)


@staff_only(user_may_use_codebooks)
@require_POST
def mark(request: HttpRequest, comment_id: UUID) -> HttpResponse:
    """Put a comment, or a passage of it, in the basket, and stay with it."""
    comment = comment_to_tag(request, comment_id)
    form = PassageForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("Select some of the comment's words first."))
        return back_to_tagging(request, comment)
    start, end = form.passage()
    try:
        mark_quote(comment, by=request.user, start=start, end=end)  # type: ignore[arg-type]
    except CannotTag as told:
        messages.error(request, told.sentence)
    return back_to_tagging(request, comment)


@staff_only(user_may_use_codebooks)
@require_POST
def unmark(request: HttpRequest, quote_id: int) -> HttpResponse:
    """Take a quote out of the basket, and go back to where it was seen."""
    quote = get_object_or_404(basket_of(request.user), pk=quote_id)
    comment = quote.comment
    unmark_quote(quote, by=request.user)  # type: ignore[arg-type]
    if "from_basket" in request.POST:
        messages.success(request, _("It is out of the basket."))
        return redirect("themes:basket")
    return back_to_tagging(request, comment)
