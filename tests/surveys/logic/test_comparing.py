"""What changed between editions, and what becomes of a question's numbers."""

from copy import deepcopy

import pytest
from hypothesis import given

from surveys.logic.changes import Change, Difference
from surveys.logic.comparing import Trend, Why, are_alike, differences
from surveys.logic.compiling import compile_definition
from tests.factories.surveys import DEFINITION
from tests.surveys.logic.drafts import worded_drafts


@pytest.fixture
def after():
    return deepcopy(DEFINITION)


def base(definition, number):
    """Return the base words of one question."""
    return definition["questions"][number]["wordings"]["en"][""]


def only(before, after, **more):
    """Return the one question that differs."""
    comparison = differences(before, after, **more)
    assert comparison.survey == ()
    (question,) = comparison.questions
    return question


def test_nothing_changed_says_so(after):
    assert differences(DEFINITION, after).is_empty


def test_an_added_question_begins_a_trend(after):
    before = deepcopy(DEFINITION)
    del before["questions"][0]
    found = only(before, after)
    assert (found.key, found.prompt) == ("know_worker", "Do you know your worker?")
    assert (found.is_added, found.trend, found.why) == (True, Trend.BEGINS, ())


def test_a_question_taken_out_ends_its_trend(after):
    del after["questions"][0]
    found = only(DEFINITION, after)
    assert (found.key, found.is_removed, found.trend) == (
        "know_worker",
        True,
        Trend.ENDS,
    )


def test_other_words_are_joined_with_care(after):
    base(after, 0)["prompt"] = "Do you know who your worker is?"
    found = only(DEFINITION, after)
    assert found.differences == (
        Difference(
            Change.REWORDED,
            "Do you know your worker?",
            "Do you know who your worker is?",
            "prompt",
            "en",
        ),
    )
    assert (found.trend, found.why) == (Trend.JOINED, (Why.WORDS,))


def test_an_option_more_breaks_the_trend(after):
    after["questions"][0]["options"].append("sort_of")
    base(after, 0)["options"]["sort_of"] = "Sort of"
    found = only(DEFINITION, after)
    assert found.differences == (
        Difference(Change.OPTION_ADDED, after="Sort of", part="option.sort_of"),
    )
    assert (found.trend, found.why) == (Trend.BROKEN, (Why.OPTIONS,))


def test_an_option_less_breaks_the_trend(after):
    after["questions"][0]["options"].remove("no")
    del base(after, 0)["options"]["no"]
    found = only(DEFINITION, after)
    assert found.differences == (
        Difference(Change.OPTION_REMOVED, before="No", part="option.no"),
    )
    assert found.trend is Trend.BROKEN


def test_options_in_another_order_are_joined(after):
    after["questions"][0]["options"].reverse()
    found = only(DEFINITION, after)
    assert found.differences == (
        Difference(Change.OPTIONS_ORDER, ["yes", "no"], ["no", "yes"]),
    )
    assert (found.trend, found.why) == (Trend.JOINED, ())


def test_another_kind_breaks_the_trend(after):
    after["questions"][0]["kind"] = "picture"
    found = only(DEFINITION, after)
    assert (found.trend, found.why) == (Trend.BROKEN, (Why.KIND,))


def test_an_option_reworded_is_joined_with_care(after):
    base(after, 0)["options"]["yes"] = "Yes I do"
    found = only(DEFINITION, after)
    assert found.differences == (
        Difference(Change.REWORDED, "Yes", "Yes I do", "option.yes", "en"),
    )
    assert (found.trend, found.why) == (Trend.JOINED, (Why.WORDS,))


def test_words_of_ones_own_are_never_counted(after):
    base(after, 4)["prompt"] = "What else?"
    assert only(DEFINITION, after).trend is Trend.NOT_COUNTED


@pytest.mark.parametrize(
    ("name", "value", "change", "why"),
    [
        ("age_bands", ["11-17"], Change.ASKED_OF, Why.WHO),
        ("show_if", {"all": []}, Change.SHOWN_WHEN, Why.WHO),
        ("most", 2, Change.MOST, Why.CHOOSING),
        ("alone", ["no"], Change.OTHER_ALONE, Why.CHOOSING),
        ("not_said", True, Change.WAYS_OUT, Why.WAYS_OUT),
    ],
)
def test_who_is_asked_and_how_is_something_to_mind(after, name, value, change, why):
    after["questions"][0][name] = value
    found = only(DEFINITION, after)
    assert [one.change for one in found.differences] == [change]
    assert (found.trend, found.why) == (Trend.JOINED, (why,))


def test_a_question_that_comes_back_joins_those_who_asked_it_alike(after):
    before, earlier = deepcopy(DEFINITION), deepcopy(DEFINITION)
    del before["questions"][0]
    found = only(before, after, earlier=[earlier])
    assert (found.trend, found.why) == (Trend.JOINED, (Why.ASKED_BEFORE,))


def test_a_question_that_comes_back_with_other_options_is_broken(after):
    before, earlier = deepcopy(DEFINITION), deepcopy(DEFINITION)
    del before["questions"][0]
    earlier["questions"][0]["options"].append("sort_of")
    found = only(before, after, earlier=[earlier])
    assert (found.trend, found.why) == (Trend.BROKEN, (Why.OPTIONS,))


def test_a_band_that_follows_the_words_for_all_is_told_once(after):
    before = deepcopy(DEFINITION)
    for definition in (before, after):
        bands = definition["questions"][0]["wordings"]["en"]
        bands["8-11"] = deepcopy(bands[""]) | {"help": "Your social worker."}
    for band in ("", "8-11"):
        words = after["questions"][0]["wordings"]["en"][band]
        words["options"]["yes"] = "Yes I do"
    assert [d.age_band for d in only(before, after).differences] == [""]


def test_a_band_that_gets_words_of_its_own_is_reworded(after):
    bands = after["questions"][0]["wordings"]["en"]
    bands["8-11"] = deepcopy(bands[""]) | {"prompt": "Who is your worker?"}
    assert only(DEFINITION, after).differences == (
        Difference(
            Change.REWORDED,
            "Do you know your worker?",
            "Who is your worker?",
            "prompt",
            "en",
            "8-11",
        ),
    )


def test_another_picture_and_another_sound_are_told(after):
    picture = {"medium": "a" * 64, "alt": "A dog", "width": 1, "height": 1}
    base(after, 0)["pictures"] = {"prompt": picture}
    sound = {"medium": "b" * 64, "media_type": "audio/ogg", "size": 9}
    base(after, 0)["sounds"] = {"option.yes": sound}
    assert only(DEFINITION, after).differences == (
        Difference(Change.PICTURE, None, picture, "prompt", "en"),
        Difference(Change.SOUND, None, sound, "option.yes", "en"),
    )


def test_the_survey_itself_is_compared(after):
    after["languages"].append("ur")
    after["age_bands"] = ["8-11"]
    after["keeps"]["words"] = 30
    after["rests"] = False
    after["wordings"]["en"][""]["thanks"] = "Thanks."
    after["wordings"]["ur"] = {"": after["wordings"]["en"][""]}
    after["questions"].reverse()
    found = differences(DEFINITION, after)
    assert found.questions == ()
    assert [one.change for one in found.survey] == [
        Change.LANGUAGE_ADDED,
        Change.BAND_ADDED,
        Change.BAND_REMOVED,
        Change.KEEPS,
        Change.RESTS,
        Change.REWORDED,
        Change.ORDER,
    ]


def test_how_many_are_counted(after):
    del after["questions"][0]
    base(after, 0)["prompt"] = "What is good?"
    extra = deepcopy(DEFINITION["questions"][3]) | {"key": "other"}
    after["questions"].append(extra)
    found = differences(DEFINITION, after)
    assert (found.added, found.changed, found.removed) == (1, 1, 1)
    assert found.with_trend(Trend.JOINED) == 1


@given(worded_drafts(), worded_drafts())
def test_any_two_editions_can_be_compared(one, other):
    before, after = compile_definition(*one), compile_definition(*other)
    found = differences(before, after)
    was = {q["key"]: q for q in before["questions"]}
    now = {q["key"]: q for q in after["questions"]}
    assert {q.key for q in found.questions if q.is_added} == now.keys() - was.keys()
    assert {q.key for q in found.questions if q.is_removed} == was.keys() - now.keys()
    broken = {q.key for q in found.questions if q.trend is Trend.BROKEN}
    assert all(not are_alike(was[key], now[key]) for key in broken)
    assert found.is_empty == differences(after, before).is_empty


@given(worded_drafts())
def test_an_edition_is_like_itself(one):
    definition = compile_definition(*one)
    assert differences(definition, deepcopy(definition)).is_empty
