"""Reads of what coders wrote down about comments."""

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple
from uuid import UUID

from voice.council.domain.keys import open_texts, survey_owner
from voice.council.enums import KeyPurpose
from voice.moderation.models import Reading
from voice.themes.models import CommentMemo


class OpenedMemo(NamedTuple):
    """A memo, and what was written."""

    memo: CommentMemo
    words: str


def memos_of(readings: Iterable[Reading]) -> dict[UUID, list[OpenedMemo]]:
    """Return the memos of kept comments, in the order written; one key look-up a survey."""
    surveys = {one.comment_id: one.comment.survey_id for one in readings}
    rows = CommentMemo.objects.filter(comment__in=list(surveys)).select_related("by")
    by_survey: dict[int, list[CommentMemo]] = defaultdict(list)
    for memo in rows:
        by_survey[surveys[memo.comment_id]].append(memo)
    found: dict[UUID, list[OpenedMemo]] = defaultdict(list)
    for survey_id, memos in by_survey.items():
        opened = open_texts(
            [(memo.sealed_words, memo.place()) for memo in memos],
            owner=survey_owner(survey_id),
            purpose=KeyPurpose.KEPT,
        )
        for memo, words in zip(memos, opened, strict=True):
            found[memo.comment_id].append(OpenedMemo(memo, words))
    return dict(found)
