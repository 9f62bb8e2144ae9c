"""What a look through a draft finds."""

from dataclasses import replace

import pytest

from surveys.logic.anonymous import anonymous_in
from surveys.logic.checking import found_in
from surveys.logic.compiling import compile_definition
from surveys.logic.drafts import Draft, DraftOption, DraftQuestion, Written
from surveys.logic.findings import Code, Level, Standards, most_questions
from surveys.logic.jargon import jargon_in, terms_in

AGES = {"4-7": (4, 7), "8-11": (8, 11), "11-17": (11, 17), "16-25": (16, 25)}
STANDARDS = Standards(ages=AGES, jargon={"en": {"placement": "where you live"}})
SILENT = {Code.NO_SOUND}


def question(key="a", **facts):
    return DraftQuestion(
        **{
            "key": key,
            "kind": "long_text",
            "prompt": "How is it?",
            "decision": "Who we hire.",
        }
        | facts
    )


def draft(*questions, **facts):
    return Draft(
        **{
            "title": "Home",
            "introduction": "Tell us.",
            "thanks": "Thank you.",
            "mode": "name_not_asked",
            "base_language": "en",
            "languages": ("en",),
            "age_bands": ("8-11", "11-17"),
            "breakdowns": (),
            "questions": questions or (question(),),
        }
        | facts
    )


def found(*questions, written=(), but=SILENT, **facts):
    """Return what is found, but for codes of `but`."""
    made = draft(*questions, **facts)
    all_found = found_in(made, compile_definition(made, list(written)), STANDARDS)
    return [one for one in all_found if one.code not in but]


def codes(*questions, **facts):
    return [(one.code.value, one.question) for one in found(*questions, **facts)]


def picture(alt):
    return {"medium": "f" * 64, "alt": alt, "width": 10, "height": 10}


def test_a_good_draft_has_nothing_but_no_recordings():
    assert found() == []
    [one] = found(but=())
    assert (one.code, one.language, one.facts["missing"]) == (Code.NO_SOUND, "en", 1)


def test_recorded_parts_are_not_missing():
    sound = {"medium": "e" * 64, "media_type": "audio/ogg", "size": 9}
    said = Written("a", "prompt", "", "en", "", "", sound=sound)
    assert found(written=[said], but=()) == []


def test_reading_age_is_named_with_the_bands_that_read_it():
    hard = "To what extent are you satisfied with the arrangements for your education?"
    [one] = found(question(prompt=hard))
    assert (one.code, one.question, one.bands) == (
        Code.READING_AGE,
        "a",
        ("8-11", "11-17"),
    )
    assert one.facts["age"] > one.facts["aim"] == 9


def test_a_bands_own_easier_wording_is_measured_by_itself():
    hard = "To what extent are you satisfied with the arrangements for your education?"
    easy = Written("a", "prompt", "8-11", "en", "How is school?", hard)
    [one] = found(question(prompt=hard), written=[easy])
    assert one.bands == ("11-17",)


def test_the_youngest_band_is_written_for_at_seven():
    text = "Do you have a say in what your social worker decides for you?"
    [one] = found(question(prompt=text, age_bands=("4-7",)), age_bands=("4-7",))
    assert one.facts["aim"] == 7


def test_long_sentences_are_named_for_the_two_younger_bands_alone():
    long = " ".join(["go"] * 16)
    [one] = found(
        question(prompt=long), age_bands=tuple(AGES), but=SILENT | {Code.READING_AGE}
    )
    assert (one.code, one.bands) == (Code.LONG_SENTENCE, ("4-7", "8-11"))
    assert one.facts == {"sentence": long, "words": 16, "most": 15}


def test_the_surveys_own_words_are_looked_through_too():
    assert codes(introduction="Your placement.") == [("jargon", "")]


@pytest.mark.parametrize("where", ["prompt", "help"])
def test_jargon_is_found_in_every_part(where):
    [one] = found(question(**{where: "Your new PLACEMENTS."}))
    assert (one.code, one.facts["term"]) == (Code.JARGON, "placement")
    assert one.facts["instead"] == "where you live"


def test_a_promise_that_nobody_can_recognise_them_is_found():
    assert codes(introduction="It is ANONYMOUS.") == [("anonymous", "")]
    [one] = found(question(help="Nobody knows: you answer anonymously!"))
    assert (one.question, one.facts) == ("a", {"term": "anonymously"})
    assert (one.bands, one.code.level) == (("8-11", "11-17"), Level.WARNING)


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("To jest anonimowe.", "anonimowe"),
        ("یہ گمنام ہے۔", "گمنام"),
        ("We don't ask your name.", ""),
    ],
)
def test_the_word_is_known_in_other_languages(text, term):
    assert anonymous_in(text) == term


def test_jargon_is_found_in_an_option():
    options = (DraftOption("a", "My placement"), DraftOption("b", "No"))
    assert codes(question(kind="single", options=options)) == [("jargon", "a")]


@pytest.mark.parametrize(("oldest", "most"), [(7, 13), (11, 34), (17, 49), (25, 49)])
def test_each_band_has_its_number_of_questions(oldest, most):
    assert most_questions(oldest) == most


@pytest.mark.parametrize(("band", "most"), [("4-7", 13), ("8-11", 34), ("11-17", 49)])
def test_one_question_too_many_is_found(band, most):
    several = [question(f"q{n}") for n in range(most)]
    message = question("m", kind="message", decision="")
    rest = question("r", kind="break", decision="")
    slow = SILENT | {Code.TOO_LONG}
    assert found(*several, message, rest, age_bands=(band,), but=slow) == []
    [one] = found(*several, question("last"), age_bands=(band,), but=slow)
    assert (one.code, one.bands) == (Code.TOO_MANY, (band,))
    assert one.facts == {"count": most + 1, "most": most}


def test_questions_of_other_bands_do_not_count():
    several = [question(f"q{n}", age_bands=("11-17",)) for n in range(35)]
    slow = SILENT | {Code.TOO_LONG}
    assert found(*several, question("all"), but=slow) == []


def test_sensitive_first_and_last_are_found_and_in_between_not():
    plain, hard = question("a"), question("h", sensitive=True)
    support = {"support": "You can talk to us."}
    assert codes(hard, plain, **support) == [("sensitive_first", "h")]
    assert codes(plain, hard, **support) == [("sensitive_last", "h")]
    assert codes(plain, hard, question("z"), **support) == []


def test_sensitive_first_for_one_band_is_found():
    first = question("a", age_bands=("11-17",))
    hard = question("h", sensitive=True)
    [one] = found(first, hard, question("z"), support="Talk to us.")
    assert (one.code, one.bands) == (Code.SENSITIVE_FIRST, ("8-11",))


def test_sensitive_without_words_of_support_is_found():
    hard = question("h", sensitive=True)
    assert codes(question("a"), hard, question("z")) == [("no_support", "")]


def test_scale_without_words_stops_it():
    [one] = found(question(kind="scale", low="Not safe"))
    assert (one.code, one.code.level) == (Code.SCALE_WITHOUT_WORDS, Level.ERROR)
    assert codes(question(kind="scale", low="Not safe", high="Safe")) == []


def test_face_without_a_word_stops_it():
    options = tuple(DraftOption(str(n), "Happy" if n else "") for n in range(5))
    assert codes(question(kind="faces", options=options)) == [
        ("scale_without_words", "a")
    ]


def test_picture_nobody_describes_stops_it():
    [one] = found(question(picture=picture("  ")))
    assert (one.code, one.code.level) == (Code.NO_ALT, Level.ERROR)
    assert one.facts == {"part": "prompt"}
    assert codes(question(picture=picture("A house"))) == []


def test_option_picture_nobody_describes_stops_it():
    options = (DraftOption("a", "Home", picture=picture("")), DraftOption("b", "No"))
    [one] = found(question(kind="picture", options=options))
    assert one.facts == {"part": "option.a"}


def test_question_without_a_decision_is_found_and_a_message_is_not():
    message = question("m", kind="message", decision="")
    assert codes(question(decision=" "), message) == [("no_decision", "a")]


def test_more_than_three_questions_of_who_they_are_are_found():
    about = [question(f"q{n}", about_them=True) for n in range(4)]
    assert codes(*about[:3]) == []
    [one] = found(*about, age_bands=("11-17",))
    assert (one.code, one.facts["count"]) == (Code.ABOUT_THEM, 4)


def test_what_is_found_comes_in_the_order_of_the_questions():
    hard = replace(question("b"), decision="", prompt="Your placement?")
    assert codes(question("a", decision=""), hard, introduction="placement") == [
        ("jargon", ""),
        ("no_decision", "a"),
        ("no_decision", "b"),
        ("jargon", "b"),
    ]


def test_terms_are_lines_with_what_to_say_instead():
    assert terms_in("placement: where you live\n\n LAC \n: nothing") == {
        "placement": "where you live",
        "LAC": "",
    }


@pytest.mark.parametrize(
    ("text", "is_found"),
    [
        ("Are you LAC?", True),
        ("LACs", True),
        ("a black lac", False),
        ("BLACK", False),
    ],
)
def test_capitals_are_found_as_capitals_and_whole(text, is_found):
    assert list(jargon_in(text, {"LAC": ""})) == (["LAC"] if is_found else [])


def test_a_term_of_two_words_is_found_over_a_line():
    assert list(jargon_in("Your Care\nplan.", {"care plan": ""})) == ["care plan"]


def test_a_question_nobody_can_be_shown_stops_it():
    asked = question(
        "a", kind="single", options=(DraftOption("y", "Yes"), DraftOption("n", "No"))
    )
    never = question(
        "b",
        show_if={
            "all": [
                {"question": "a", "operator": "is", "value": "y"},
                {"question": "a", "operator": "is", "value": "n"},
            ]
        },
    )
    [one] = found(asked, never)
    assert (one.code, one.question, one.code.level) == (
        Code.NOT_ASKED,
        "b",
        Level.ERROR,
    )


def test_a_question_of_no_band_of_the_survey_stops_it():
    assert codes(question("a"), question("b", age_bands=("16-25",))) == [
        ("not_asked", "b")
    ]


def test_a_question_that_one_band_never_meets_is_asked_all_the_same():
    older = question(
        "b", show_if={"about": "age_band", "operator": "is", "value": "11-17"}
    )
    assert codes(question("a"), older) == []


def test_a_band_that_is_asked_nothing_stops_it():
    [one] = found(question("a", age_bands=("8-11",)))
    assert (one.code, one.bands, one.code.level) == (
        Code.DEAD_END,
        ("11-17",),
        Level.ERROR,
    )


def test_a_path_on_which_nothing_is_asked_stops_it():
    helped = {"about": "helper", "operator": "is", "value": "carer"}
    [one, other] = found(question("a", show_if=helped))
    assert {one.code, other.code} == {Code.DEAD_END}


def test_the_longest_path_is_measured_not_the_sum_of_all():
    gate = question(
        "gate", kind="single", options=(DraftOption("y", "Yes"), DraftOption("n", "No"))
    )
    yes = [
        question(f"y{n}", show_if={"question": "gate", "operator": "is", "value": "y"})
        for n in range(20)
    ]
    no = [
        question(f"n{n}", show_if={"question": "gate", "operator": "is", "value": "n"})
        for n in range(20)
    ]
    assert Code.TOO_MANY not in {
        one.code for one in found(gate, *yes, *no, age_bands=("8-11",))
    }
    [one] = [
        o
        for o in found(gate, *yes, *no, *no_more(15), age_bands=("8-11",))
        if o.code is Code.TOO_MANY
    ]
    assert one.facts["count"] == 36


def no_more(count):
    return [question(f"m{n}") for n in range(count)]


def test_more_than_fifteen_minutes_is_told():
    [one] = [
        o for o in found(*no_more(34), age_bands=("8-11",)) if o.code is Code.TOO_LONG
    ]
    assert one.facts["minutes"] > one.facts["most"] == 15
