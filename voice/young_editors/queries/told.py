"""What a group is told when it comes back with the same code."""

from dataclasses import dataclass

from voice.young_editors.enums import CameOfIt
from voice.young_editors.logic.passages import Passage
from voice.young_editors.models import EditorsAnswer, EditorsInvitation, ShownWords
from voice.young_editors.queries.invitations import answers_in_full


@dataclass(frozen=True, slots=True)
class WhatCame:
    """What came of one comment: about which passage, whether it changed, and why not.

    Never the comment: whoever finds the code learns nothing of what they wrote.
    """

    heading: str
    language: str
    came_of_it: CameOfIt
    told: str


@dataclass(frozen=True, slots=True)
class Told:
    """What the group said last, and what came of what it wrote."""

    answer: EditorsAnswer | None
    came: list[WhatCame]
    waiting: int

    def new_keys(self, shown: ShownWords) -> set[str]:
        """Return the passages of `shown` that are not as they last read them."""
        if self.answer is None or self.answer.shown_id == shown.pk:
            return set()
        before = {one.key: one.stands_for for one in self.answer.shown.read()}
        return {
            one.key for one in shown.read() if before.get(one.key) != one.stands_for
        }


def told_of(invitation: EditorsInvitation) -> Told:
    """Return what a group is told; the answers of its last answer that has comments.

    Of what is with the safeguarding leads, nothing is said here.
    """
    answers = answers_in_full(invitation)
    with_words = next((one for one in answers if list(one.comments.all())), None)
    came = _came(with_words) if with_words and not with_words.passed_on else []
    waiting = 0
    if with_words and not with_words.passed_on:
        waiting = sum(not one.is_answered for one in with_words.comments.all())
    return Told(answers[0] if answers else None, came, waiting)


def _came(answer: EditorsAnswer) -> list[WhatCame]:
    """Return what came of each comment that was answered, in order."""
    passages: dict[str, Passage] = {one.key: one for one in answer.shown.read()}
    found = []
    for comment in answer.comments.all():
        comment.answer = answer
        if not comment.is_answered:
            continue
        about = passages.get(comment.passage)
        found.append(
            WhatCame(
                about.heading if about else "",
                about.language if about else answer.language,
                CameOfIt(comment.came_of_it),
                comment.told(),
            )
        )
    return found
