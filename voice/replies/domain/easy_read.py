"""Writing a reply in easy read."""

from collections.abc import Sequence
from typing import NamedTuple

from django.db import transaction

from voice.accounts.models import User
from voice.audit.domain.record import record
from voice.council.enums import EasyPicture
from voice.replies.domain.replies import held_for_change
from voice.replies.enums import ReplyPart
from voice.replies.models import EasyRow, Reply


class Row(NamedTuple):
    """One row of easy read: the part it belongs to, a picture of ours, a sentence."""

    part: ReplyPart
    picture: EasyPicture
    words: str


@transaction.atomic
def write_easy_read(
    reply: Reply, *, language: str, rows: Sequence[Row], by: User
) -> None:
    """Write the reply in easy read in `language`, in place of what was there.

    Raises ReplyIsPublished once it is out.
    """
    reply = held_for_change(reply)
    reply.easy_rows.filter(language=language).delete()
    EasyRow.objects.bulk_create(
        EasyRow(
            reply=reply,
            language=language,
            place=place,
            part=row.part,
            picture=row.picture,
            words=row.words.strip(),
        )
        for place, row in enumerate(rows, start=1)
    )
    record(
        "replies.write_easy_read", of=reply, by=by, language=language, rows=len(rows)
    )
