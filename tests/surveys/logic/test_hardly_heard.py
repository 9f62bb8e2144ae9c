"""Who has hardly been heard: never the small, never by chance, never the well heard."""

from hypothesis import given
from hypothesis import strategies as st

from surveys.logic.hardly_heard import AskedAndHeard, hardly_heard

SMALLEST = 20


@st.composite
def groups(draw):
    """Return any groups, each with a name of its own."""
    numbers = draw(st.lists(st.tuples(st.integers(0, 300), st.integers(0, 300))))
    return [
        AskedAndHeard(f"group {at}", max(pair), min(pair))
        for at, pair in enumerate(numbers)
    ]


def rate_of_others(one, known):
    """Return how many of all others answered, of how many."""
    others = [other for other in known if other is not one]
    return sum(o.finished for o in others), sum(o.asked for o in others)


@given(groups())
def test_named_groups_are_large_and_answer_at_half_the_rate_at_most(known):
    for one in hardly_heard(known, smallest=SMALLEST):
        finished, asked = rate_of_others(one, known)
        assert one.asked >= SMALLEST
        assert asked >= SMALLEST
        assert 2 * one.finished * asked <= finished * one.asked
        assert one.asked * finished >= 5 * asked


@given(groups(), st.integers(1, 50))
def test_fewer_answers_never_take_a_group_off_the_list(known, fewer):
    before = hardly_heard(known, smallest=SMALLEST)
    for one in before:
        less = AskedAndHeard(one.name, one.asked, max(one.finished - fewer, 0))
        after = [less if other is one else other for other in known]
        named = {found.name for found in hardly_heard(after, smallest=SMALLEST)}
        assert one.name in named


@given(groups())
def test_most_missed_comes_first_whatever_the_order(known):
    found = hardly_heard(known, smallest=SMALLEST)
    assert hardly_heard(reversed(known), smallest=SMALLEST) == found


def test_young_men_who_left_care_are_named():
    known = [AskedAndHeard("Young men", 40, 2), AskedAndHeard("Others", 100, 50)]
    assert hardly_heard(known, smallest=SMALLEST) == known[:1]


def test_group_of_nineteen_is_never_named():
    known = [AskedAndHeard("Small", 19, 0), AskedAndHeard("Others", 100, 90)]
    assert hardly_heard(known, smallest=SMALLEST) == []


def test_nothing_is_said_of_a_frame_in_which_more_answered_than_were_asked():
    known = [
        AskedAndHeard("Young men", 40, 2),
        AskedAndHeard("Others", 100, 50),
        AskedAndHeard("Wrong", 5, 9),
    ]
    assert hardly_heard(known, smallest=SMALLEST) == []
