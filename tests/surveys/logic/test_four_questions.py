from types import SimpleNamespace

from surveys.logic.four_questions import EVERY_PART, PARTS, emptied, unanswered


def words(**said):
    return SimpleNamespace(**(dict.fromkeys(EVERY_PART, "Something.") | said))


def test_every_part_belongs_to_one_of_four_questions():
    assert len(PARTS) == 4
    assert len(set(EVERY_PART)) == len(EVERY_PART) == 8


def test_what_is_empty_or_blank_is_not_answered():
    assert unanswered(words()) == []
    assert unanswered(words(who_listens=" \n", how_safe="")) == [
        "how_safe",
        "who_listens",
    ]


def test_only_what_was_answered_before_is_emptied():
    before, after = words(left_out=""), words(left_out="", how_safe="")
    assert emptied(before, after) == ["how_safe"]
    assert emptied(after, before) == []
