from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from voice.council.logic.cover import uncovered

START = datetime(2026, 3, 16, tzinfo=UTC)
spans = st.tuples(st.integers(0, 40), st.integers(1, 20)).map(
    lambda drawn: (
        START + timedelta(hours=drawn[0]),
        START + timedelta(hours=drawn[0] + drawn[1]),
    )
)


def hours(found):
    return {
        start + timedelta(hours=n)
        for start, end in found
        for n in range(int((end - start) / timedelta(hours=1)))
    }


@given(st.lists(spans, max_size=4), st.lists(spans, max_size=4))
def test_what_is_left_is_what_nobody_covers(wanted, covers):
    assert hours(uncovered(wanted, covers)) == hours(wanted) - hours(covers)
