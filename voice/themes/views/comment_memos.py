"""Writing something down about a comment, on a page of its own."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache

from voice.accounts.gate import signed_in, staff_only
from voice.moderation.queries.kept import kept_readings
from voice.themes.domain.comment_memos import write_comment_memo
from voice.themes.domain.tags import BeingCodedBlind, CannotTag
from voice.themes.forms import CommentMemoForm
from voice.themes.permissions import user_may_use_codebooks
from voice.themes.queries.agreement import not_coded_blind
from voice.themes.queries.memos import memos_of
from voice.themes.views.arrangement import arrangement_in, pairs_of, query_of
from voice.themes.views.showing import shown_comments
from voice.themes.views.tagging import back_to_question, back_to_tagging, comment_to_tag


@never_cache
@staff_only(user_may_use_codebooks)
def memo(request: HttpRequest, comment_id: UUID) -> HttpResponse:
    """Show one kept comment with its memos, and keep another.

    While it is being coded blind nobody comes across what others wrote about it.
    """
    comment = comment_to_tag(request, comment_id)
    kept = kept_readings().filter(comment=comment)
    reading = kept.first()
    if reading is None:
        raise Http404
    if not not_coded_blind(kept).exists():
        messages.info(request, BeingCodedBlind.sentence)
        return back_to_question(request, comment.question)
    form = CommentMemoForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            write_comment_memo(
                comment,
                words=form.cleaned_data["words"],
                by=request.user,  # type: ignore[arg-type]
            )
        except CannotTag as told:
            messages.error(request, told.sentence)
        return back_to_tagging(request, comment)
    said = request.POST if request.method == "POST" else request.GET
    pairs = pairs_of(arrangement_in(said), one="one" in said)
    if said.get("page", "").isdecimal():
        pairs.append(("page", said["page"]))
    (shown,) = shown_comments([reading], on=comment.question, to=signed_in(request))
    context = {
        "question": comment.question,
        "comment": shown,
        "memos": memos_of([reading]).get(comment.pk, []),
        "form": form,
        "pairs": pairs,
        "query": query_of(pairs),
    }
    return render(request, "themes/comment_memo.html", context)
