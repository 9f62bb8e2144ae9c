"""Marking a kept comment, or a passage of it, as one that might be quoted.

A mark lets nothing travel: a release asks again for both yeses, the young person's and
the reader's.
"""

from django.db import transaction

from surveys.models import Comment
from voice.accounts.models import User
from voice.audit.domain.record import record
from voice.themes.domain.tags import hold_passage, passage_of
from voice.themes.models import BasketQuote, Tag


@transaction.atomic
def mark_quote(
    comment: Comment, *, by: User, start: int = 0, end: int = Tag.WHOLE
) -> BasketQuote:
    """Put a kept text, from `start` to `end`, in the basket; marked twice it is once.

    Raises NotKept, BeingCodedBlind and NoSuchPassage.
    """
    start, end = hold_passage(comment, start=start, end=end)
    quote, is_new = BasketQuote.objects.get_or_create(
        comment=comment, start=start, end=end, defaults={"by": by}
    )
    if is_new:
        record("themes.mark_quote", of=quote, by=by, **passage_of(quote))
    return quote


@transaction.atomic
def unmark_quote(quote: BasketQuote, *, by: User) -> None:
    """Take a quote out of the basket; the audit keeps that it was there."""
    record("themes.unmark_quote", of=quote, by=by, **passage_of(quote))
    quote.delete()
