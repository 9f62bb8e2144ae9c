from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from voice.moderation.logic.keeping import contact_until, words_until


@pytest.mark.parametrize(
    ("decided_on", "years", "until"),
    [
        (date(2026, 11, 22), 25, date(2051, 11, 22)),
        (date(2024, 2, 29), 1, date(2025, 2, 28)),
        (date(2024, 2, 29), 4, date(2028, 2, 29)),
    ],
)
def test_words_are_kept_whole_years(decided_on, years, until):
    assert words_until(decided_on, years=years) == until


@given(
    st.dates(date(2000, 1, 1), date(2090, 1, 1)),
    st.dates(date(2000, 1, 1), date(2090, 1, 1)),
    st.integers(1, 3650),
    st.integers(1, 100),
    st.booleans(),
)
def test_contact_details_never_outlive_the_words(decided, closes, days, years, sent):
    words = words_until(decided, years=years)
    until = contact_until(
        decided, closes_on=closes, days=days, was_referred=sent, words=words
    )
    assert decided <= until <= words
    assert until == words or not sent
