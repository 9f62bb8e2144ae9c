from tests.factories.statement import figure, option_row
from voice.releases.logic.differences import Compared
from voice.releases.logic.side_by_side import RoundTold, joined

SURVEY, OTHER = 1, 2


def question(key="know", *, yes=60, no=40, prompt="Do you know them?", **more):
    """Return one question as a round tells it."""
    return {
        "key": key,
        "kind": "single",
        "prompt": prompt,
        "answered": figure("count", yes + no),
        "options": [
            option_row("yes", "Yes", yes, yes * 100 // (yes + no)),
            option_row("no", "No", no, no * 100 // (yes + no)),
        ],
        "breakdowns": [],
        "edition_differs": False,
    } | more


def told(name, *questions, survey=SURVEY):
    """Return one round."""
    return RoundTold(name, survey, {"questions": list(questions)})


def test_question_is_joined_over_the_rounds_that_tell_it():
    rounds = [told("2022", question()), told("2024"), told("2026", question())]
    (found,) = joined(rounds, survey=SURVEY)
    assert (found.key, found.places, found.apart) == ("know", [0, 2], [])


def test_question_that_one_round_alone_tells_is_not_beside_anything():
    rounds = [told("2022", question("then")), told("2026", question("now"))]
    assert joined(rounds, survey=SURVEY) == []


def test_question_with_other_answers_then_stands_apart():
    other = question()
    other["options"] = other["options"][:1]
    (found,) = joined([told("2022", other), told("2026", question())], survey=SURVEY)
    assert (found.places, found.apart) == ([1], [0])


def test_question_of_another_kind_stands_apart():
    rounds = [told("2022", question(kind="several")), told("2026", question())]
    assert joined(rounds, survey=SURVEY)[0].apart == [0]


def test_question_of_another_survey_must_be_asked_in_the_same_words():
    own = told("2026", question())
    same = told("Theirs", question(prompt="Do you  KNOW them?"), survey=OTHER)
    other = told("Theirs", question(prompt="Is it warm?"), survey=OTHER)
    assert joined([same, own], survey=SURVEY)[0].places == [0, 1]
    assert joined([other, own], survey=SURVEY) == []


def test_own_question_is_joined_though_it_was_worded_otherwise():
    before = question(prompt="Do you know your worker?")
    (found,) = joined([told("2022", before), told("2026", question())], survey=SURVEY)
    assert (found.places, found.prompt) == ([0, 1], "Do you know them?")


def test_difference_is_claimed_only_where_figures_carry_it():
    far = [
        told("2022", question(yes=30, no=120)),
        told("2026", question(yes=120, no=30)),
    ]
    near = [
        told("2022", question(yes=60, no=40)),
        told("2026", question(yes=65, no=35)),
    ]
    assert [one.compared for one in joined(far, survey=SURVEY)[0].changes()] == [
        Compared.MORE,
        Compared.FEWER,
    ]
    assert {one.compared for one in joined(near, survey=SURVEY)[0].changes()} == {
        Compared.TOO_CLOSE
    }


def test_what_is_told_in_words_is_compared_with_nothing():
    words = question()
    for option in words["options"]:
        option["count"] = figure("most")
    rounds = [told("2022", words), told("2026", question())]
    assert {one.compared for one in joined(rounds, survey=SURVEY)[0].changes()} == {
        Compared.NOT_TOLD
    }


def test_each_round_stands_beside_the_one_before_it():
    rounds = [told(str(year), question()) for year in (2022, 2024, 2026)]
    changes = joined(rounds, survey=SURVEY)[0].changes()
    assert [(one.option, one.before, one.after) for one in changes] == [
        ("Yes", 0, 1),
        ("Yes", 1, 2),
        ("No", 0, 1),
        ("No", 1, 2),
    ]
