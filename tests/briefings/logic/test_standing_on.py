from voice.briefings.logic.standing_on import stands_on

NUMBERS = {
    1: frozenset({"45", "30%"}),
    2: frozenset({"65"}),
    3: frozenset({"45"}),
}


def test_words_of_a_section_stand_on_what_it_is_made_from():
    assert stands_on("We ask on.", own=[2], numbers=NUMBERS) == [2]
    assert stands_on("45 said so.", own=[1], numbers=NUMBERS) == [1]


def test_a_figure_of_another_release_names_that_one_too():
    assert stands_on("45 said so, of 65.", own=[1], numbers=NUMBERS) == [1, 2]
    assert stands_on("45 said so, of 65.", own=[2], numbers=NUMBERS) == [1, 2]


def test_words_of_no_section_stand_on_every_release():
    assert stands_on("45 said so.", own=[], numbers=NUMBERS) == [1, 2, 3]
    assert stands_on("We ask on.", own=[], numbers={}) == []
