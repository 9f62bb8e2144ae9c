"""The rest of a response, as it was asked and answered, of every kind."""

import pytest

from tests.factories.moderation import ReadingFactory
from tests.factories.surveys import (
    DEFINITION,
    CommentFactory,
    EditionFactory,
    ResponseFactory,
    words,
)
from voice.moderation.queries.rest import rest_of

pytestmark = pytest.mark.django_db

OPTIONS = {"a": "Bed", "b": "Food"}


def question(key, kind, **more):
    options = OPTIONS if kind in {"single", "order", "picture"} else {}
    prompt = more.pop("prompt", key)
    return {
        "key": key,
        "kind": kind,
        "options": list(options),
        "wordings": {"en": {"": words(prompt, **options)}},
        **more,
    }


@pytest.fixture
def reading():
    questions = [
        *DEFINITION["questions"],
        question("what", "picture"),
        question("rank", "order", prompt="After {answer:what|that}?"),
        question("since", "date", date_parts="month"),
        question("year", "date"),
        question("unsure", "single"),
        question("unsaid", "single"),
        question("passed", "single"),
        question("unasked", "single"),
    ]
    edition = EditionFactory(definition={**DEFINITION, "questions": questions})

    def said(value):
        return {"state": "answered", "value": value}

    response = ResponseFactory(
        edition=edition,
        finished=True,
        answers={
            "what": said("b"),
            "rank": said(["b", "a"]),
            "since": said("2026-03"),
            "year": said("2019"),
            "unsure": {"state": "not_sure"},
            "unsaid": {"state": "not_said"},
            "passed": {"state": "skipped"},
        },
    )
    return ReadingFactory(comment=CommentFactory(response=response))


def test_every_kind_of_answer_is_told_as_it_was_given(reading):
    lines = rest_of(reading.comment.response, beside=reading)
    assert [(line.prompt, line.said, line.skipped) for line in lines] == [
        ("what", ["Food"], False),
        ("After Food?", ["1. Food", "2. Bed"], False),
        ("since", ["March 2026"], False),
        ("year", ["2019"], False),
        ("unsure", ["Not sure"], False),
        ("unsaid", ["Prefers not to say"], False),
        ("passed", [], True),
    ]
