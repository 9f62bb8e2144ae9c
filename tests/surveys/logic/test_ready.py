import pytest

from surveys.enums import QuestionKind
from surveys.logic.compiling import compile_definition
from surveys.logic.definition import question_words
from surveys.logic.keys import key_troubles
from surveys.ready import pack_named, packs, ready_survey, ready_surveys

EVERY = [*ready_surveys(), *packs()]
named = pytest.mark.parametrize("ready", EVERY, ids=lambda ready: ready.name)


def test_seven_surveys_are_ready_to_begin_from():
    assert [ready.draft.title for ready in ready_surveys()] == [
        "How is it where I live",
        "My social worker and me",
        "Leaving care",
        "School",
        "Three houses",
        "Your area",
        "Did we keep our promise",
    ]


def test_one_pack_is_ready_and_says_whose_it_is():
    (ons4,) = packs()
    assert ons4.pack.owner == "Office for National Statistics"
    assert ons4.pack.is_locked
    assert [q.kind for q in ons4.draft.questions] == ["message", *["scale"] * 4]
    assert {q.pack for q in ons4.draft.questions} == {"ons4/1"}
    assert pack_named("ons4/1") is ons4


def test_what_nobody_wrote_is_not_there():
    assert ready_survey("nothing") is None
    assert pack_named("nothing/1") is None


@named
def test_its_keys_are_good(ready):
    assert key_troubles(ready.draft, locked={}, kinds={}) == []


@named
def test_every_question_says_what_it_will_inform(ready):
    silent = [
        question.key
        for question in ready.draft.questions
        if question.kind not in QuestionKind.silent() and not question.decision
    ]
    assert silent == []


@named
def test_its_conditions_name_options_that_are_there(ready):
    options = {q.key: {o.key for o in q.options} for q in ready.draft.questions}
    for question in ready.draft.questions:
        condition = question.show_if or {}
        for test in condition.get("any", [condition] if condition else []):
            wanted = options[test["question"]]
            assert not wanted or test["value"] in wanted


@named
def test_it_compiles_with_words_for_every_band(ready):
    definition = compile_definition(ready.draft, ready.written)
    for question in definition["questions"]:
        for band in definition["age_bands"]:
            assert question_words(question, language="en", age_band=band)["prompt"]


def test_the_youngest_read_words_of_their_own():
    home = ready_survey("where_i_live")
    definition = compile_definition(home.draft, home.written)
    words = question_words(definition["questions"][0], language="en", age_band="4-7")
    assert words["prompt"] == "How happy are you in your home?"
