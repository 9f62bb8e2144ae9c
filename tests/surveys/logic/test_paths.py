from surveys.logic.paths import is_asked, path, place_of
from tests.factories.surveys import DEFINITION, words

MESSAGE = {
    "key": "pause",
    "kind": "message",
    "options": [],
    "wordings": {"en": {"": words("Nearly there")}},
}


def with_questions(*questions):
    return {**DEFINITION, "questions": list(questions)}


def keys(definition, age_band="11-17"):
    return [q["key"] for q in path(definition, age_band=age_band, answers={})]


def test_path_is_every_question_in_order():
    assert keys(DEFINITION) == ["know_worker", "what_helps", "happy", "safe", "do_more"]


def test_path_leaves_out_questions_of_other_bands():
    first, second = DEFINITION["questions"][:2]
    definition = with_questions({**first, "age_bands": ["8-11"]}, second)
    assert keys(definition) == ["what_helps"]
    assert keys(definition, "8-11") == ["know_worker", "what_helps"]


def test_message_is_a_step_but_not_a_question():
    steps = [DEFINITION["questions"][0], MESSAGE, DEFINITION["questions"][1]]
    assert [is_asked(step) for step in steps] == [True, False, True]
    assert [place_of(steps, n) for n in (1, 2, 3)] == [(1, 2), (1, 2), (2, 2)]
