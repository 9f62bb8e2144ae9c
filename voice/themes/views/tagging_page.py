"""The page on which the comments of one question are tagged."""

from collections.abc import Sequence
from uuid import UUID

from django.core.paginator import Page, Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from surveys.models import Question
from voice.accounts.gate import signed_in
from voice.themes.models import Tag, Theme
from voice.themes.queries import themes_for
from voice.themes.queries.agreement import hidden_while_coded_blind
from voice.themes.queries.arranging import Arrangement, arranged, readings_at, row_of
from voice.themes.queries.learning import newest_training
from voice.themes.queries.suggestions import accepted_in
from voice.themes.queries.tagging import progress_of
from voice.themes.views.arrangement import (
    arrangement_in,
    choices_for,
    pairs_of,
    query_of,
    uuid_in,
)
from voice.themes.views.chips import sure_among, with_chips
from voice.themes.views.showing import (
    ShownComment,
    shown_comments,
    with_notes,
    words_in,
)

ON_A_PAGE = 20
KEYS = 9


def show_tagging(
    request: HttpRequest, question: Question, *, status: int = 200
) -> HttpResponse:
    """Show the kept comments of a question, one of them open to be tagged."""
    said = request.GET if request.method != "POST" else request.POST
    asked = uuid_in(said, "comment")
    arrangement = arrangement_in(said, staying=asked)
    one = "one" in said
    rows = arranged(question, arrangement)
    page = _page(rows, said.get("page", ""), asked=asked, one=one)
    readings = readings_at(list(page.object_list))
    comments = with_notes(shown_comments(readings, on=question, to=signed_in(request)))
    open_id = _open(asked, comments)
    training = newest_training(question)
    comments = with_chips(comments, training=training, open_id=open_id)
    opened = next((c for c in comments if c.reading.comment_id == open_id), None)
    questions = progress_of(question.survey)
    here = next((row for row in questions if row.pk == question.pk), None)
    kept = getattr(here, "kept", 0) or 0
    pairs = pairs_of(arrangement, one=one)
    context = {
        "question": question,
        "survey": question.survey,
        "questions": questions,
        "progress": here,
        "page": page,
        "comments": comments,
        "open_id": open_id,
        "words": words_in(opened.text) if opened else [],
        "next_query": _next(arrangement, comments, open_id, page, one=one),
        "themes": [
            {"theme": theme, "key": number if number <= KEYS else ""}
            for number, theme in enumerate(themes_for(question.survey), start=1)
        ],
        "arrangement": arrangement,
        "one": one,
        "pairs": pairs,
        "query": query_of(pairs),
        "plain_query": query_of(
            [pair for pair in pairs if pair[0] not in {"order", "like", "seed"}]
        ),
        "choices": choices_for(question, kept=kept),
        "just": _just_done(request, question),
        "training": training,
        "sure": sure_among(comments),
        "undo_sure": accepted_in(request.GET.get("accepted", ""), question),
        "coded_blind": hidden_while_coded_blind().filter(question=question).count(),
    }
    return render(request, "themes/tagging.html", context, status=status)


def _page(
    rows: Sequence[int], number: str, *, asked: UUID | None, one: bool
) -> Page[int]:
    """Return the page asked for; without one, that of the comment asked for."""
    paginator = Paginator(rows, 1 if one else ON_A_PAGE)
    if asked is not None and not number:
        number = str(_page_with(rows, asked, per_page=paginator.per_page))
    return paginator.get_page(number)


def _page_with(rows: Sequence[int], asked: UUID, *, per_page: int) -> int:
    """Return the number of the page on which a comment stands; the first without it."""
    row = row_of(asked)
    every = list(rows)
    return every.index(row) // per_page + 1 if row in every else 1


def _open(asked: UUID | None, comments: list[ShownComment]) -> UUID | None:
    """Return the comment to open: the one asked for, or the first without a tag."""
    ids = [comment.reading.comment_id for comment in comments]
    wanted = [one for one in ids if one == asked]
    without = [one.reading.comment_id for one in comments if not one.tags]
    return next(iter([*wanted, *without, *ids]), None)


def _next(
    arrangement: Arrangement,
    comments: list[ShownComment],
    open_id: UUID | None,
    page: Page[int],
    *,
    one: bool,
) -> str:
    """Return the end of the address of what comes next; empty at the end.

    The next comment without a tag on this page, or else the next page. Of those
    without a theme, the ones tagged meanwhile are gone from it: what comes next then
    moves up to this page.
    """
    after = None if one else _after(open_id, comments)
    if after:
        return f"page={page.number}&comment={after}#c-{after}"
    moves_up = arrangement.untagged and any(comment.tags for comment in comments)
    if moves_up:
        gone = sum(bool(comment.tags) for comment in comments)
        left = page.paginator.count - gone
        return f"page={page.number}" if left > 0 else ""
    return f"page={page.next_page_number()}" if page.has_next() else ""


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
    asked = uuid_in(request.GET, "comment")
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
