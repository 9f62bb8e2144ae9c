"""A release of a survey with every kind of closed question, gathered from the database."""

import pytest

from surveys.enums import ResponseState
from surveys.models import Response
from tests.factories.surveys import (
    DEFINITION,
    EditionFactory,
    InvitationFactory,
    monday,
    words,
)
from voice.releases.logic.making import make_tables
from voice.releases.logic.rule import Rule
from voice.releases.queries.editions import open_questions
from voice.releases.queries.material import release_material

pytestmark = [pytest.mark.django_db, pytest.mark.on_both]

SECRET = "1999-07"


def question(key, kind, prompt, *, condition=None, **more):
    options = more.pop("options", {})
    made = {
        "key": key,
        "kind": kind,
        "options": list(options),
        "wordings": {"en": {"": words(prompt, **options)}},
        **more,
    }
    return {**made, "show_if": condition} if condition else made


YES_NO = {"yes": "Yes", "no": "No"}
IF_YES = {"question": "picture", "operator": "is", "value": "yes"}
QUESTIONS = [
    question("picture", "picture", "Which?", options=YES_NO, not_sure=True),
    question("agree", "agree", "You said {answer:picture|it}: true?", options=YES_NO),
    question("order", "order", "In which order?", options=YES_NO),
    question("when", "date", "Since when?", date_parts="month"),
    question("other", "single", "Who?", options=YES_NO, other="no"),
    question("short", "short_text", "In a word?"),
    question("voice", "voice", "Say it"),
    question("why", "agree", "Why yes?", options=YES_NO, condition=IF_YES),
    question("pause", "break", "Breathe"),
]


@pytest.fixture
def survey():
    edition = EditionFactory(definition={**DEFINITION, "questions": QUESTIONS})
    invitation = InvitationFactory(survey=edition.survey)

    def said(value):
        return {"state": "answered", "value": value}

    Response.objects.bulk_create(
        Response(
            edition=edition,
            invitation=invitation,
            state=ResponseState.FINISHED,
            week=monday(),
            language="en",
            age_band="11-17",
            answers={
                "picture": said("yes") if at < 60 else {"state": "not_sure"},
                "agree": said("no"),
                "order": said(["no", "yes"] if at % 2 else ["yes", "no"]),
                "when": said(SECRET),
                "other": said("no"),
            },
        )
        for at in range(80)
    )
    return edition.survey


def test_every_closed_kind_is_in_the_tables_and_no_date_or_words_are(survey):
    tables = make_tables(release_material(survey), Rule(), words_only=False)
    told = {one["key"]: one for one in tables["questions"]}
    assert list(told) == ["picture", "agree", "order", "other", "why"]
    assert told["picture"]["answered"]["number"] == 60
    assert [row["count"]["number"] for row in told["picture"]["apart"]] == [20]
    assert [row["text"] for row in told["order"]["options"]] == [
        "Put first: Yes",
        "Put first: No",
    ]
    assert [row["count"]["number"] for row in told["order"]["options"]] == [40, 40]
    assert told["agree"]["prompt"] == "You said it: true?"
    assert SECRET not in str(tables)


def test_questions_in_own_words_are_listed_with_those_that_ask_for_some(survey):
    keys = [one["key"] for one in open_questions(list(survey.editions.all()))]
    assert keys == ["other", "short", "voice"]


def test_question_asked_after_an_answer_waits_for_it(survey):
    found = {one.key: one.waits_for for one in release_material(survey).questions}
    assert found == {
        "picture": (),
        "agree": (),
        "order": (),
        "other": (),
        "why": ("picture",),
    }
