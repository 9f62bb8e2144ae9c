"""A reader sees the question a comment answers as its young person saw it."""

import pytest

from tests.factories.surveys import (
    DEFINITION,
    CommentFactory,
    EditionFactory,
    ResponseFactory,
    words,
)
from voice.moderation.queries.asked import question_asked

pytestmark = pytest.mark.django_db


def test_question_is_told_in_the_wording_shown_with_the_answer_it_repeated():
    why = {
        "key": "do_more",
        "kind": "long_text",
        "options": [],
        "wordings": {
            "en": {
                "": words("Why?"),
                "4-7": words("You said {answer:know_worker|that}: why?"),
            }
        },
    }
    questions = [DEFINITION["questions"][0], why]
    edition = EditionFactory(definition={**DEFINITION, "questions": questions})
    response = ResponseFactory(edition=edition, finished=True, age_band="4-7")
    comment = CommentFactory(
        response=response,
        question=edition.survey.question_rows.get(key="do_more"),
        age_band="4-7",
    )
    assert question_asked(comment) == "You said Yes: why?"
    comment.age_band = "11-17"
    assert question_asked(comment) == "Why?"
