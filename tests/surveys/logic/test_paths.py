from hypothesis import given
from hypothesis import strategies as st

from surveys.logic.paths import is_asked, left_behind, path, place_of
from tests.factories.surveys import DEFINITION, words
from tests.surveys.logic.conditions import PEOPLE, answers, conditions

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


BREAK = {**MESSAGE, "key": "breath", "kind": "break"}
IF_YES = {"question": "know_worker", "operator": "is", "value": "yes"}


def answered(value):
    return {"state": "answered", "value": value}


def test_question_is_shown_only_when_its_condition_holds():
    first, second = DEFINITION["questions"][:2]
    definition = with_questions(first, {**second, "show_if": IF_YES})
    for said, expected in [
        ("yes", ["know_worker", "what_helps"]),
        ("no", [first["key"]]),
    ]:
        steps = path(
            definition, age_band="11-17", answers={"know_worker": answered(said)}
        )
        assert [step["key"] for step in steps] == expected


def test_condition_on_language_and_helper_follows_who_answers():
    about = {"about": "language", "operator": "is", "value": "ur"}
    helped = {"about": "helper", "operator": "is", "value": "carer"}
    question = DEFINITION["questions"][0]
    definition = with_questions({**question, "show_if": {"all": [about, helped]}})
    known = {"age_band": "11-17", "answers": {}}
    assert path(definition, **known, language="ur", helper="carer")
    assert path(definition, **known, language="ur") == []
    assert path(definition, **known, language="en", helper="carer") == []


def test_rests_are_left_out_where_the_survey_has_none():
    definition = with_questions(DEFINITION["questions"][0], BREAK)
    assert keys(definition) == ["know_worker", "breath"]
    assert keys({**definition, "rests": False}) == ["know_worker"]
    assert not is_asked(BREAK)


def test_answer_to_what_is_no_longer_asked_shows_nothing():
    first, second, third = DEFINITION["questions"][:3]
    definition = with_questions(
        first,
        {**second, "show_if": IF_YES},
        {
            **third,
            "show_if": {"question": second["key"], "operator": "answered", "value": ""},
        },
    )
    before = {"know_worker": answered("no"), "what_helps": answered(["texts"])}
    steps = path(definition, age_band="11-17", answers=before)
    assert [step["key"] for step in steps] == ["know_worker"]
    assert left_behind(before, steps) == {"what_helps"}


@st.composite
def surveys(draw):
    """A definition whose later questions depend on earlier ones, and answers to it."""
    names = [f"q{number}" for number in range(draw(st.integers(1, 5)))]
    questions = []
    for number, key in enumerate(names):
        question = {"key": key, "kind": "single", "options": []}
        if draw(st.booleans()):
            question["show_if"] = draw(conditions(names[:number]))
        if draw(st.booleans()):
            question["age_bands"] = ["8-11"]
        questions.append(question)
    return with_questions(*questions), draw(answers(names))


@given(surveys(), PEOPLE)
def test_path_does_not_change_when_what_it_left_behind_is_dropped(made, known):
    definition, said = made
    steps = path(definition, answers=said, **known)
    gone = left_behind(said, steps)
    kept = {key: value for key, value in said.items() if key not in gone}
    assert path(definition, answers=kept, **known) == steps


@given(surveys(), PEOPLE)
def test_an_answer_changes_nothing_before_its_own_question(made, known):
    definition, said = made
    order = [question["key"] for question in definition["questions"]]
    for key in said:
        without = {k: v for k, v in said.items() if k != key}
        place = order.index(key)
        earlier = [
            [
                q
                for q in path(definition, answers=some, **known)
                if q["key"] in order[:place]
            ]
            for some in (said, without)
        ]
        assert earlier[0] == earlier[1]
