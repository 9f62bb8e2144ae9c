from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from voice.releases.logic.rolls import holds, packed


@given(st.sets(st.uuids(), max_size=40), st.uuids())
def test_roll_holds_exactly_what_was_packed(ids, other):
    roll = packed(ids)
    assert all(holds(roll, one) for one in ids)
    assert holds(roll, other) is (other in ids)


def test_id_that_lies_across_two_is_not_held():
    first, second = UUID(int=1 << 64), UUID(int=(1 << 120) + 7)
    roll = packed([first, second])
    across = UUID(bytes=roll[8:24])
    assert across not in {first, second}
    assert not holds(roll, across)
