"""The editor's page: few fields, errors beside them, and nothing typed lost."""

import json
import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from surveys.drafting.building import question_block
from surveys.drafting.reading import latest_draft_of
from surveys.logic.drafts import DraftOption, DraftQuestion
from surveys.models import Survey
from tests.factories.accounts import UserFactory
from tests.factories.surveys import ConsultationFactory, SurveyFactory

pytestmark = pytest.mark.django_db
ADD = "/admin/snippets/surveys/survey/add/"
MOST_FIELDS = 1000


@pytest.fixture
def at_work(sign_in):
    UserFactory(lead=True)
    return sign_in(UserFactory(worker=True))


def sixty_questions():
    """Return sixty blocks: a third with five options, a third scales, all with extras."""
    kinds = ("single", "scale", "long_text")
    return [
        question_block(
            DraftQuestion(
                key=f"q{number}",
                kind=kinds[number % 3],
                prompt=f"Question {number}?",
                help="A hint.",
                options=tuple(
                    DraftOption(f"o{one}", f"Option {one}", f"id-{number}-{one}")
                    for one in range(5)
                )
                if number % 3 == 0
                else (),
                low="never" if number % 3 == 1 else "",
                high="always" if number % 3 == 1 else "",
                decision="Who visits.",
                show_if={"question": "q0", "operator": "is", "value": "o1"}
                if number
                else None,
            )
        )
        for number in range(60)
    ]


def fields_of(block, place):
    """Return the names of the fields Wagtail's script makes for one stored block."""
    stored = [f"{place}-{name}" for name in ("deleted", "order", "type", "id")]
    return stored + [f"{place}-value-{name}" for name in block["value"]]


def edit(survey):
    return f"/admin/snippets/surveys/survey/edit/{survey.pk}/"


def sent(blocks, **changes):
    """Return what the editor sends of a survey with these blocks."""
    form = {
        "consultation": ConsultationFactory().pk,
        "title": "Leaving care",
        "slug": "leaving-care",
        "introduction": "We want to know.",
        "thanks": "Thank you.",
        "mode": "name_not_asked",
        "age_bands": ["11-17"],
        "rests": "on",
        "questions-count": str(len(blocks)),
    }
    for number, block in enumerate(blocks):
        place = f"questions-{number}"
        form |= {
            f"{place}-deleted": "",
            f"{place}-order": str(number),
            f"{place}-type": block["type"],
            f"{place}-id": block["id"],
        }
        for name, value in block["value"].items():
            text = value if isinstance(value, str) else json.dumps(value)
            form[f"{place}-value-{name}"] = text
    return form | changes


def test_survey_of_sixty_questions_has_under_a_thousand_fields(at_work):
    survey = SurveyFactory(questions=sixty_questions())
    survey.save_revision()
    page = at_work.get(edit(survey))
    plain = re.findall(
        r"<(?:input|select|textarea)\b[^>]*\bname=", page.content.decode()
    )
    made = [
        name
        for number, block in enumerate(sixty_questions())
        for name in fields_of(block, f"questions-{number}")
    ]
    assert len(set(made)) == len(made) > 400
    assert len(made) + len(plain) < MOST_FIELDS


def test_sixty_questions_come_back_from_the_form_as_they_went(at_work):
    blocks = sixty_questions()
    at_work.post(ADD, sent(blocks))
    survey = Survey.objects.get()
    assert [question_block(q) for q in latest_draft_of(survey).questions] == blocks


def test_number_of_questions_costs_no_queries(at_work):
    three, sixty = (
        SurveyFactory(questions=blocks)
        for blocks in (sixty_questions()[:3], sixty_questions())
    )
    asked = []
    for survey in (three, sixty):
        survey.save_revision()
    for survey in (three, sixty):
        at_work.get(edit(survey))
        with CaptureQueriesContext(connection) as told:
            at_work.get(edit(survey))
        asked.append(len(told))
    # One more, whatever the number: whether somebody said yes to reading so much.
    assert asked[1] == asked[0] + 1


def block(type_="single", **value):
    return {
        "type": type_,
        "id": "11111111-1111-4111-8111-111111111111",
        "value": {"prompt": "Planted question?", "help": "", "key": "", **value},
    }


def test_refused_options_are_told_beside_them_and_nothing_is_lost(at_work):
    options = [{"text": "Planted option", "key": ""}, {"text": "", "key": ""}]
    extras = {"decision": "Planted decision", "most": 0}
    wrong = block(options=options, extras=extras)
    page = at_work.post(ADD, sent([wrong], **{"action-publish": "yes"}))
    assert page.status_code == 200
    [errors] = page.context["form"].errors["questions"].as_data()
    beside = errors.block_errors[0].block_errors
    assert {name: error.messages for name, error in beside.items()} == {
        "options": ["Line 2 has no words."]
    }
    content = page.content.decode()
    for words in ("Planted question?", "Planted option", "Planted decision"):
        assert words in content
    assert "Line 2 has no words." in content
    assert not Survey.objects.exists()


def test_unfinished_question_is_saved_as_a_draft(at_work):
    at_work.post(ADD, sent([block(prompt="", options=[], extras={})]))
    [question] = latest_draft_of(Survey.objects.get()).questions
    assert (question.prompt, question.options) == ("", ())


def test_pasting_from_word_leaves_no_markup(at_work):
    word = '<p class="MsoNormal"><b>Planted&nbsp;words</b><o:p></o:p></p>'
    at_work.post(
        ADD,
        sent(
            [
                block(
                    prompt=word,
                    help=word,
                    options=[{"text": word, "key": ""}, {"text": "No", "key": ""}],
                    extras={"decision": word},
                )
            ]
        ),
    )
    survey = Survey.objects.get()
    [question] = latest_draft_of(survey).questions
    assert {
        question.prompt,
        question.help,
        question.options[0].text,
        question.decision,
    } == {"Planted words"}
    assert "Mso" not in json.dumps(survey.get_latest_revision().content)


def test_statements_and_options_get_readable_keys_and_keep_them(at_work):
    options = [{"text": f"Grade {n}", "key": ""} for n in range(1, 6)]
    statements = [{"text": "I am heard.", "key": ""}, {"text": "", "key": ""}]
    one = block("statements", kind="agree", options=options, statements=statements)
    del one["value"]["help"], one["value"]["key"]
    at_work.post(ADD, sent([one]))
    survey = Survey.objects.get()
    heard, empty = latest_draft_of(survey).questions
    assert (heard.key, empty.key) == ("i_am_heard", "")
    assert [option.key for option in heard.options] == ["1", "2", "3", "4", "5"]
    assert len(heard.block_id) == len(heard.options[0].block_id) == 36


def test_editor_tells_its_script_words_and_choices(at_work):
    page = at_work.get(ADD)
    told = re.search(
        r'<script id="survey-editor" type="application/json">(.*?)</script>',
        page.content.decode(),
    )
    editor = json.loads(told[1])
    assert ["4-7", "4 to 7"] in editor["bands"]
    assert ["nobody", "Nobody"] in editor["helpers"]
    assert all(editor["words"].values())
    assert editor["starts"]["faces"][0] == "A little happy"
