import json
from copy import deepcopy

import pytest
from hypothesis import given
from hypothesis import strategies as st

from surveys.enums import QuestionKind
from surveys.exchange_schema import SCHEMA
from surveys.logic.compiling import compile_definition
from surveys.logic.definition import (
    Definition,
    Picture,
    QuestionDefinition,
    Sound,
    SurveyWords,
    Words,
)
from surveys.logic.drafts import Draft, DraftOption, DraftQuestion, Written, parts_of
from surveys.logic.exchange import (
    MediumContent,
    NotASurvey,
    checked_file,
    drafted,
    media_named,
    survey_file,
)
from surveys.ready import ready_surveys

BANDS = ("4-7", "8-11", "11-17")
LANGUAGES = ("en", "ur", "pl")
SHA = [letter * 64 for letter in "abc"]
words = st.text("abc é\N{ARABIC LETTER ALEF}", min_size=1, max_size=8)
maybe_words = st.just("") | words
picture = st.builds(
    lambda sha, alt: {"medium": sha, "alt": alt, "width": 4, "height": 3},
    st.sampled_from(SHA),
    words,
)
sound = st.builds(
    lambda sha: {"medium": sha, "media_type": "audio/ogg", "size": 9},
    st.sampled_from(SHA),
)


@st.composite
def drafts(draw):
    questions = []
    for number in range(draw(st.integers(1, 3))):
        options = tuple(
            DraftOption(
                f"o{n}",
                draw(words),
                picture=draw(st.none() | picture),
                is_other=draw(st.booleans()) and n == 0,
                is_alone=draw(st.booleans()),
            )
            for n in range(draw(st.integers(0, 3)))
        )
        questions.append(
            DraftQuestion(
                key=f"q{number}",
                kind=draw(st.sampled_from(["several", "scale", "long_text"])),
                prompt=draw(words),
                help=draw(maybe_words),
                options=options,
                low=draw(maybe_words),
                picture=draw(st.none() | picture),
                age_bands=tuple(draw(st.sets(st.sampled_from(BANDS)))),
                most=draw(st.integers(0, 2)),
                not_sure=draw(st.booleans()),
                decision=draw(maybe_words),
            )
        )
    draft = Draft(
        title=draw(words),
        introduction=draw(maybe_words),
        thanks=draw(maybe_words),
        support=draw(maybe_words),
        mode="name_not_asked",
        base_language="en",
        languages=LANGUAGES,
        age_bands=BANDS,
        breakdowns=(),
        questions=tuple(questions),
        rests=draw(st.booleans()),
        assistant=draw(st.booleans()),
        older_too=draw(st.booleans()),
    )
    written = [
        Written(part.key, part.part, band, language, text, part.text, seen, heard)
        for part in parts_of(draft)
        for language in LANGUAGES
        for band in ("", *BANDS)
        for text, seen, heard in [
            draw(
                st.tuples(words, st.none() | picture, st.none() | sound)
                if language != "en" and not band
                else st.just(("", None, None))
                | st.tuples(maybe_words, st.none() | picture, st.none() | sound)
            )
        ]
        if text or seen or heard
    ]
    return draft, written


@given(drafts())
def test_what_is_compiled_comes_out_as_it_went_in(made):
    definition = compile_definition(*made)
    assert compile_definition(*drafted(definition)) == definition


@given(drafts())
def test_every_compiled_survey_is_a_file_that_is_taken(made):
    definition = compile_definition(*made)
    media = {
        sha: {"media_type": "audio/ogg", "content": ""}
        for sha in media_named(definition)
    }
    file = json.loads(json.dumps(survey_file(definition, media)))
    assert checked_file(file, SCHEMA)["definition"] == definition


@pytest.fixture
def file():
    ready = ready_surveys()[0]
    return survey_file(compile_definition(ready.draft, ready.written), {})


def refusal(file):
    with pytest.raises(NotASurvey) as refused:
        checked_file(file, SCHEMA)
    return refused.value.why


def test_a_changed_word_is_found_by_the_hash(file):
    other = deepcopy(file)
    other["definition"]["questions"][0]["decision"] = "Something else."
    assert refusal(other) == "$.hash: it is not the hash of this definition"


def test_an_unknown_field_is_refused_by_its_place(file):
    other = deepcopy(file)
    other["definition"]["questions"][1]["colour"] = "red"
    assert refusal(other).startswith("$.definition.questions[1]: ")


def test_a_kind_nobody_knows_is_refused(file):
    other = deepcopy(file)
    other["definition"]["questions"][0]["kind"] = "matrix"
    assert refusal(other).startswith("$.definition.questions[0].kind: 'matrix'")


def test_a_language_without_words_is_refused(file):
    other = deepcopy(file)
    other["definition"]["languages"].append("ur")
    assert refusal(other) == "$.definition.wordings: no words in “ur”"


def test_a_picture_left_out_is_refused(file):
    other = deepcopy(file)
    words = other["definition"]["questions"][0]["wordings"]["en"][""]
    words["pictures"] = {
        "prompt": {"medium": "a" * 64, "alt": "A door", "width": 9, "height": 9}
    }
    assert refusal(other) == "$.media: 1 of the pictures or sounds missing"


@pytest.mark.parametrize("said", [None, [], {}, {"voice": "survey"}, "text", 7])
def test_anything_else_is_no_survey(said):
    assert refusal(said).startswith("$: ")


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("definition", Definition),
        ("question", QuestionDefinition),
        ("words", Words),
        ("survey_words", SurveyWords),
        ("picture", Picture),
        ("sound", Sound),
        ("medium", MediumContent),
    ],
)
def test_the_schema_knows_what_a_definition_knows(name, typed):
    assert set(SCHEMA["$defs"][name]["properties"]) == set(typed.__annotations__)


def test_the_schema_knows_every_kind():
    kinds = SCHEMA["$defs"]["question"]["properties"]["kind"]["enum"]
    assert sorted(kinds) == sorted(QuestionKind.values)
