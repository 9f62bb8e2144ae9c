from voice.statement.logic.typical import most_like_the_others_first, typical_and_not

ALIKE = [
    "my social worker keeps changing",
    "the worker changes all the time",
    "a new social worker every month, always changing",
]


def test_text_that_shares_no_word_with_the_others_comes_last():
    texts = ["the food is cold", *ALIKE]
    assert most_like_the_others_first(texts)[-1] == 0


def test_typical_and_least_typical_are_never_the_same_text():
    for number in range(4, 9):
        texts = [f"word{chr(97 + at)} worker" for at in range(number)]
        typical, unlike = typical_and_not(texts)
        assert not set(typical) & set(unlike)
        assert (len(typical), len(unlike)) == ((2, 1) if number < 6 else (3, 2))


def test_the_one_of_another_kind_is_the_least_typical():
    texts = [*ALIKE, "the food is cold"]
    assert typical_and_not(texts)[1] == [3]


def test_three_texts_have_no_middle():
    assert typical_and_not(ALIKE) == ([], [])


def test_texts_without_a_word_are_there_all_the_same():
    assert sorted(most_like_the_others_first(["!!", "…", *ALIKE])) == [0, 1, 2, 3, 4]


def test_text_that_says_a_word_often_is_no_more_typical_for_its_length():
    long = " ".join(ALIKE * 5) + " food" * 40
    assert most_like_the_others_first([*ALIKE, long])[0] != 3
