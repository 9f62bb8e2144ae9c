"""The question a comment answers, in the words the young person saw."""

from surveys.logic.definition import question_words
from surveys.models import Comment
from surveys.queries.steps import definition_of


def question_asked(comment: Comment) -> str:
    """Return the question as it was asked, in their language and for their age."""
    for question in definition_of(comment.response.edition)["questions"]:
        if question["key"] == comment.question.key:
            return question_words(
                question, language=comment.language, age_band=comment.age_band
            )["prompt"]
    return comment.question.prompt
