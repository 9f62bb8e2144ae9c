from hypothesis import given
from hypothesis import strategies as st

from surveys.logic.took import quartiles, took
from surveys.time_taken import Took

NUMBERS = st.dictionaries(
    st.sampled_from([one.value for one in Took.known()]), st.integers(0, 40)
)


def test_time_is_kept_in_classes_alone():
    assert [took(seconds) for seconds in (0, 120, 121, 600, 3600, 3601)] == [
        Took.UP_TO_2,
        Took.UP_TO_2,
        Took.UP_TO_5,
        Took.UP_TO_10,
        Took.UP_TO_60,
        Took.LONGER,
    ]


def test_where_no_time_is_known_there_are_no_quartiles():
    assert quartiles({}) is None
    assert quartiles({"not_known": 7}) is None


def test_what_is_not_known_moves_no_quartile():
    counts = {"5": 2, "10": 1, "15": 1}
    said = (Took.UP_TO_5, Took.UP_TO_5, Took.UP_TO_10)
    assert quartiles(counts) == said
    assert quartiles(counts | {"not_known": 50}) == said


@given(NUMBERS)
def test_quartiles_are_those_of_the_times_put_in_order(counts):
    order = [one for one in Took.known() for _one in range(counts.get(one.value, 0))]
    if not order:
        assert quartiles(counts) is None
        return
    places = [-(-quarters * len(order) // 4) - 1 for quarters in (1, 2, 3)]
    assert quartiles(counts) == tuple(order[place] for place in places)
