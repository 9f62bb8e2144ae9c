"""Everything somebody answered until now, in the words they read: for them alone.

Read from a draft that their own device may go on with, before Finish; what is
finished is read to nobody (docs/decisions/0020).
"""

from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from surveys.enums import AnswerState
from surveys.logic.paths import is_asked
from surveys.logic.piping import words_at
from surveys.models import Comment, Response
from surveys.queries.answer_words import answer_words
from surveys.queries.steps import pages_of
from voice.council.domain.keys import KeyDestroyed


@dataclass(frozen=True, slots=True)
class OwnAnswer:
    """One question, and what was answered: chosen, or in one's own words, or neither.

    `number` is the page it stands on.
    """

    number: int
    prompt: str
    said: list[str] = field(default_factory=list)
    words: str = ""


def own_answers(response: Response) -> list[OwnAnswer]:
    """Return every question on the path of `response` and its answer, in order."""
    steps = pages_of(response)
    comments = {
        comment.question.key: comment
        for comment in response.comments.filter(taken_back=False).select_related(
            "question"
        )
    }
    told = []
    for number, question in enumerate(steps, start=1):
        if not is_asked(question):
            continue
        answer = response.answers.get(question["key"], {})
        words = words_at(
            steps,
            number,
            answers=response.answers,
            language=response.language,
            age_band=response.age_band,
        )
        said = answer_words(question, words, answer)
        own = ""
        if answer.get("state") == AnswerState.ANSWERED:
            own = _own_words(comments.get(question["key"]))
        told.append(OwnAnswer(number, words["prompt"], said, own))
    return told


def _own_words(comment: Comment | None) -> str:
    """Return what was written; of what was spoken or drawn, that it is there."""
    if comment is None:
        return ""
    if comment.is_recorded:
        return _("You said it or drew it. It is kept, and is not shown here.")
    try:
        return comment.read()
    except KeyDestroyed:
        return ""
