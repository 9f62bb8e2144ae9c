"""Puts the machine's proposals in the shape that the tagging page shows."""

from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID

from voice.themes.enums import Likeliness
from voice.themes.logic.held_back import is_held_back
from voice.themes.models import Suggestion, Training
from voice.themes.queries.suggestions import suggestions_by_comment
from voice.themes.views.showing import Chip, ShownComment

# For the open comment: the first, second and third.
KEYS = "asd"


def with_chips(
    comments: Sequence[ShownComment],
    *,
    training: Training | None,
    open_id: UUID | None,
) -> list[ShownComment]:
    """Return the comments with up to three proposals each; keys for the open one.

    Once somebody has heard a theme in it, what only may be is not shown any more.
    """
    if training is None:
        return list(comments)
    ids = [one.reading.comment_id for one in comments]
    found = suggestions_by_comment(ids)
    return [
        replace(
            one,
            held_back=is_held_back(one.reading.comment_id),
            chips=[
                Chip(suggestion, key if one.reading.comment_id == open_id else "")
                for suggestion, key in zip(
                    _worth_a_look(one, found.get(one.reading.comment_id, [])),
                    KEYS,
                    strict=False,
                )
            ],
        )
        for one in comments
    ]


def _worth_a_look(
    comment: ShownComment, proposed: list[Suggestion]
) -> list[Suggestion]:
    """Return the proposals to show: of a tagged comment, those likely or sure."""
    if not comment.tags:
        return proposed
    return [one for one in proposed if one.likeliness != Likeliness.MAYBE]


def sure_among(comments: Sequence[ShownComment]) -> list[str]:
    """Return the proposals called sure on this screen, as its form sends them back."""
    return [
        f"{chip.suggestion.comment_id}/{chip.suggestion.theme_id}"
        for one in comments
        for chip in one.chips
        if chip.is_sure
    ]
