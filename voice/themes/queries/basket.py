"""Reads of the basket of quotes: what was marked, and whether it may be quoted."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count, QuerySet

from surveys.models import Question
from surveys.queries.members import surveys_run_by
from voice.accounts.permissions import Visitor
from voice.moderation.enums import ReadingState
from voice.moderation.models import Reading
from voice.moderation.queries.kept import kept_readings, kept_texts
from voice.themes.enums import Quotable
from voice.themes.models import BasketQuote, Tag
from voice.themes.queries.agreement import hidden_while_coded_blind


@dataclass(frozen=True, slots=True)
class ShownQuote:
    """A mark, its words, whether they may be quoted, and whether some were taken out.

    Words that are not kept now are not here; neither is what is known of them.
    """

    quote: BasketQuote
    words: str
    quotable: Quotable
    is_redacted: bool


def basket_of(user: Visitor, *, question: int | None = None) -> QuerySet[BasketQuote]:
    """Return what was marked in the surveys `user` runs, newest first.

    What is being coded blind comes back when everybody has coded it.
    """
    marked = (
        BasketQuote.objects.filter(comment__survey__in=surveys_run_by(user).order_by())
        .exclude(comment__in=hidden_while_coded_blind())
        .select_related("comment__question", "comment__survey", "by")
    )
    return marked.filter(comment__question=question) if question else marked


def questions_in_basket(user: Visitor) -> QuerySet[Question]:
    """Return the questions something was marked of, each with how many: `marked`."""
    return (
        Question.objects.filter(comments__basket_quotes__in=basket_of(user).order_by())
        .annotate(marked=Count("comments__basket_quotes"))
        .select_related("survey")
        .order_by("survey__title", "survey_id", "position")
    )


def shown_quotes(quotes: Iterable[BasketQuote]) -> list[ShownQuote]:
    """Return these marks with their words and what may become of them."""
    rows = list(quotes)
    wanted = [row.comment_id for row in rows]
    readings = {
        one.comment_id: one for one in kept_readings().filter(comment__in=wanted)
    }
    texts = kept_texts(readings.values())
    return [_shown(row, readings.get(row.comment_id), texts) for row in rows]


def _shown(
    quote: BasketQuote, reading: Reading | None, texts: dict[int, str]
) -> ShownQuote:
    """Return one mark as it is shown."""
    if reading is None:
        return ShownQuote(quote, "", Quotable.NOT_KEPT, is_redacted=False)
    text = texts[reading.pk]
    return ShownQuote(
        quote,
        text if quote.end == Tag.WHOLE else text[quote.start : quote.end],
        quotable(reading),
        is_redacted=reading.state == ReadingState.REDACTED,
    )


def quotable(reading: Reading) -> Quotable:
    """Return whether a kept comment may be quoted: the young person says, then the reader."""
    if not reading.comment.may_quote:
        return Quotable.NO_CONSENT
    return Quotable.YES if reading.may_quote else Quotable.NOT_BY_READER
