from voice.council.logic.bands import left_out, new_key, shared_ages


def test_ages_in_two_bands_are_told_once_in_order():
    assert shared_ages([(4, 7), (8, 11), (11, 17), (16, 25)]) == [11, 16, 17]
    assert shared_ages([(4, 7), (4, 7), (4, 7)]) == [4, 5, 6, 7]
    assert shared_ages([(4, 7), (8, 10)]) == []


def test_ages_nobody_asks_are_told():
    assert left_out([(4, 7), (9, 11), (16, 25)]) == [8, 12, 13, 14, 15]
    assert left_out([(4, 7), (8, 11)]) == []
    assert left_out([]) == []


def test_a_key_is_the_ages_and_never_another_bands():
    assert new_key((18, 25), taken={"16-25"}) == "18-25"
    assert new_key((16, 25), taken={"16-25", "16-25-2"}) == "16-25-3"
