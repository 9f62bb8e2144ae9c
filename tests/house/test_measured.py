"""What the accessibility statement says was measured is what the suite measures."""

from datetime import date

from cms.measured import measured
from cms.models.accessibility_page import MODES as MODES_SAID
from tests.accessibility import MODES, PAGES


def test_what_is_written_down_is_what_the_suite_looks_at():
    written = measured()
    assert written is not None, "Run python -m tests.accessibility --write"
    assert written.pages == PAGES
    assert written.modes == tuple(MODES)
    assert written.looks == len(PAGES) * len(MODES)


def test_what_is_written_down_breaks_no_rule():
    assert measured().found == ()


def test_each_mode_is_said_in_words():
    assert set(MODES_SAID) == set(MODES)


def test_day_is_not_to_come():
    assert measured().on <= date.today()  # noqa: DTZ011 - of whoever runs it
