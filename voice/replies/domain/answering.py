"""Saying which part of a reply answers which theme, or why none does."""

from collections.abc import Mapping
from typing import NamedTuple

from django.db import transaction

from voice.accounts.models import User
from voice.audit.domain.record import record
from voice.replies.domain.replies import held_for_change
from voice.replies.models import Reply, ThemeAnswer


class Answered(NamedTuple):
    """Where a theme is answered (a ReplyPart), or why it is not: one of the two."""

    part: str = ""
    why: str = ""


@transaction.atomic
def answer_themes(reply: Reply, *, answers: Mapping[str, Answered], by: User) -> None:
    """Keep where each theme (by its key in the release) is answered, or why it is not.

    In place of what was said; a theme with neither is left out. Raises
    ReplyIsPublished once it is out.
    """
    reply = held_for_change(reply)
    said = {theme: one for theme, one in answers.items() if one.part or one.why}
    reply.theme_answers.all().delete()
    ThemeAnswer.objects.bulk_create(
        ThemeAnswer(
            reply=reply, theme=theme, part=one.part, why="" if one.part else one.why
        )
        for theme, one in said.items()
    )
    record(
        "replies.answer_themes",
        of=reply,
        by=by,
        themes={theme: one.part for theme, one in said.items()},
    )
