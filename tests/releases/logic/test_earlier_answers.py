import pytest

from tests.releases.logic.answers import single
from tests.releases.logic.test_earlier import measures
from voice.releases.logic.earlier_answers import count_answers
from voice.releases.logic.round_trouble import BadRound, Trouble
from voice.releases.logic.tally import ClosedQuestion, Row

KNOW = ClosedQuestion(
    key="know",
    kind="single",
    prompt="Do you know who your worker is?",
    options=(("yes", "Yes, I do"), ("no", "No")),
)
WHO = ClosedQuestion(
    key="who",
    kind="several",
    prompt="Who helps?",
    options=(("carer", "My carer"), ("friend", "A friend")),
)
SAFE = ClosedQuestion(
    key="safe",
    kind="scale",
    prompt="How safe?",
    options=(("0-3", "Not"), ("4-6", "So so"), ("7-10", "Safe")),
)
ASKED = measures(KNOW, WHO, SAFE, single("other", "a", "b"))


def test_export_is_counted_by_its_headings_and_answers():
    counts = count_answers(
        [
            [
                "Id",
                "DO YOU KNOW who your worker is",
                "Who helps?",
                "safe",
                "Tell us more",
            ],
            ["1", "Yes, I do", "My carer; A friend", "9", "come wen u say"],
            ["2", "no", "a friend", "0", ""],
            ["3", "", "", "", "zanzibarquokka"],
            [],
        ],
        ASKED,
    )
    assert counts.answered == 3
    assert counts.questions == {
        "know": Row(2, (1, 1)),
        "who": Row(2, (1, 2)),
        "safe": Row(2, (1, 0, 1)),
    }
    assert "zanzibarquokka" not in repr(counts)


def test_several_choices_may_stand_in_columns_of_their_own():
    grid = [["who", "who"], ["My carer", "A friend"], ["", "A friend"]]
    assert count_answers(grid, ASKED).questions == {"who": Row(2, (1, 2))}


def test_answer_of_another_time_is_told_in_its_row():
    grid = [["know"], ["yes"], ["Sometimes"], ["no"]]
    with pytest.raises(BadRound) as bad:
        count_answers(grid, ASKED)
    assert [(one.row, one.trouble, one.said) for one in bad.value.errors] == [
        (3, Trouble.NO_SUCH_ANSWER, "Sometimes")
    ]


@pytest.mark.parametrize(
    ("grid", "trouble"),
    [
        ([["Name", "Age"], ["x", "9"]], Trouble.NOT_OURS),
        ([["know", "Age"], ["", "9"]], Trouble.NOTHING),
    ],
)
def test_export_without_our_questions_or_without_answers_is_refused(grid, trouble):
    with pytest.raises(BadRound) as bad:
        count_answers(grid, ASKED)
    assert [one.trouble for one in bad.value.errors] == [trouble]
