"""Replies and promises as the desk lists them."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date

from voice.replies.enums import PromiseStanding
from voice.replies.models import Promise, Reply
from voice.replies.queries.consultations import Standing, standings


@dataclass
class PromiseLine:
    """One promise in the list; `may_update` is the reader's."""

    promise: Promise
    standing: PromiseStanding
    may_update: bool = False


@dataclass
class DeskRow:
    """One consultation in the list: where it is, its reply and its promises.

    `may_write` is the reader's; `next` says what comes next, once it is put in words.
    """

    standing: Standing
    reply: Reply | None
    promises: list[PromiseLine] = field(default_factory=list)
    may_write: bool = False
    next: str = ""


def replies_at_the_desk(on: date) -> list[DeskRow]:
    """Return every consultation, overdue first, with its reply and promises."""
    replies = {reply.consultation_id: reply for reply in Reply.objects.all()}
    lines = defaultdict(list)
    promises = Promise.objects.filter(reply__published_at__isnull=False).select_related(
        "action", "reply"
    )
    for promise in promises:
        line = PromiseLine(promise, promise.standing(on=on))
        lines[promise.reply.consultation_id].append(line)
    rows = [
        DeskRow(
            standing=standing,
            reply=replies.get(standing.consultation.pk),
            promises=lines[standing.consultation.pk],
        )
        for standing in standings(on)
    ]
    rows.sort(key=lambda row: not row.standing.is_overdue)
    return rows
