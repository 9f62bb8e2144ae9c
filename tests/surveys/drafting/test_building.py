import pytest
from hypothesis import given
from hypothesis import strategies as st

from surveys.drafting.blocks import QuestionsBlock
from surveys.drafting.building import question_block
from surveys.drafting.reading import draft_of, questions_in
from surveys.enums import DateParts, QuestionKind
from surveys.logic.drafts import DraftOption, DraftQuestion
from surveys.logic.plain import plain_words
from tests.factories.surveys import SurveyFactory

WORDS = st.text(min_size=1, max_size=30).map(plain_words).filter(bool)
KEYS = st.from_regex(r"[a-z][a-z0-9_]{0,8}", fullmatch=True)
PICTURES = st.builds(
    lambda alt: {"medium": "a" * 64, "alt": alt, "width": 640, "height": 480}, WORDS
)
TESTS = st.one_of(
    st.builds(
        lambda key, value: {"question": key, "operator": "is", "value": value},
        KEYS,
        KEYS,
    ),
    st.builds(lambda key: {"question": key, "operator": "answered", "value": ""}, KEYS),
    st.builds(
        lambda key, n: {"question": key, "operator": "at_least", "value": n},
        KEYS,
        st.integers(0, 10),
    ),
    st.just({"about": "age_band", "operator": "is_not", "value": "4-7"}),
)
CONDITIONS = st.recursive(
    TESTS,
    lambda parts: st.builds(
        lambda name, some: {name: some},
        st.sampled_from(["all", "any", "none"]),
        st.lists(parts, min_size=1, max_size=3),
    ),
    max_leaves=4,
)


@st.composite
def questions(draw):
    kind = draw(st.sampled_from(QuestionKind.values))
    keys = draw(st.lists(KEYS, unique=True, min_size=2, max_size=5))
    options = tuple(
        DraftOption(
            key=key,
            text=draw(WORDS),
            block_id=f"id-{key}",
            picture=draw(st.none() | PICTURES),
            is_other=draw(st.booleans()),
            is_alone=draw(st.booleans()),
        )
        for key in keys
    )
    is_scale = kind == QuestionKind.SCALE
    return DraftQuestion(
        key=draw(KEYS),
        kind=kind,
        prompt=draw(WORDS),
        help=draw(WORDS | st.just("")),
        options=options if kind in QuestionKind.with_options() else (),
        low=draw(WORDS) if is_scale else "",
        high=draw(WORDS) if is_scale else "",
        block_id="11111111-1111-4111-8111-111111111111",
        picture=draw(st.none() | PICTURES),
        age_bands=draw(st.sampled_from([(), ("4-7",), ("8-11", "11-17")])),
        show_if=draw(st.none() | CONDITIONS),
        most=draw(st.sampled_from([0, 2])),
        not_sure=draw(st.booleans()),
        not_said=draw(st.booleans()),
        date_parts=draw(st.sampled_from(["", *DateParts.values])),
        sensitive=draw(st.booleans()),
        about_them=draw(st.booleans()),
        decision=draw(WORDS | st.just("")),
        key_theme=draw(KEYS | st.just("")),
    )


def read(*blocks):
    """Return the questions of stored blocks."""
    stream = QuestionsBlock().to_python(list(blocks))
    return [question for block in stream for question in questions_in(block)]


@given(question=questions())
def test_every_question_comes_back_from_its_block_as_it_was(question):
    assert read(question_block(question)) == [question]


@given(question=questions())
def test_block_is_stored_and_read_again_as_it_was(question):
    block = QuestionsBlock()
    stored = block.get_prep_value(block.to_python([question_block(question)]))
    assert stored == [question_block(question)]


def test_question_without_ids_is_given_some():
    question = DraftQuestion(
        key="q", kind="single", prompt="Q?", options=(DraftOption("a", "A"),)
    )
    built = question_block(question)
    assert len(built["id"]) == 36
    assert len(built["value"]["options"][0]["id"]) == 36


def test_set_of_statements_is_one_question_a_statement_on_the_same_scale():
    options = [
        {"id": f"o{n}", "key": str(n), "text": f"Grade {n}"} for n in range(1, 6)
    ]
    first, second = read(
        {
            "type": "statements",
            "id": "set",
            "value": {
                "prompt": "How much do you agree?",
                "kind": "agree",
                "options": options,
                "statements": [
                    {"id": "s1", "key": "heard", "text": "I am heard.", "help": ""},
                    {"id": "s2", "key": "safe", "text": "I am safe.", "help": "Now."},
                ],
                "extras": {"age_bands": ["8-11"], "sensitive": True},
            },
        }
    )
    assert (first.key, first.kind, first.prompt, first.help, first.block_id) == (
        "heard",
        "agree",
        "I am heard.",
        "How much do you agree?",
        "s1",
    )
    assert (second.key, second.help) == ("safe", "Now.")
    assert [o.text for o in first.options] == [f"Grade {n}" for n in range(1, 6)]
    assert first.options == second.options
    assert first.age_bands == second.age_bands == ("8-11",)
    assert first.sensitive


def test_options_of_an_older_draft_are_still_read():
    [question] = read(
        {
            "type": "single",
            "id": "q",
            "value": {
                "key": "know",
                "prompt": "Know?",
                "help": "",
                "options": [
                    {"type": "item", "id": "o1", "value": {"key": "yes", "text": "Yes"}}
                ],
            },
        }
    )
    assert question.options == (DraftOption("yes", "Yes", block_id="o1"),)
    assert question.show_if is None


@pytest.mark.django_db
def test_survey_takes_a_list_of_blocks():
    question = DraftQuestion(key="q", kind="break", prompt="Breathe", block_id="b")
    survey = SurveyFactory(questions=[question_block(question)])
    assert draft_of(survey).questions == (question,)
