"""The question a comment answers, in the words the young person saw."""

from surveys.logic.definition import Definition
from surveys.logic.piping import words_at
from surveys.models import Comment
from surveys.queries.steps import definition_of


def question_asked(comment: Comment) -> str:
    """Return the question as it was asked, in their language and for their age.

    With the answers it repeated; in a session it repeated none.
    """
    return asked_in(definition_of(comment.edition), comment)


def asked_in(definition: Definition, comment: Comment) -> str:
    """Return the same where the definition of its edition is at hand."""
    questions = definition["questions"]
    keys = [question["key"] for question in questions]
    if comment.question.key not in keys:
        return comment.question.prompt
    return words_at(
        questions,
        keys.index(comment.question.key) + 1,
        answers=comment.response.answers if comment.response else {},
        language=comment.language,
        age_band=comment.age_band,
    )["prompt"]
