"""Comments expected, and the hours to read them, as the formula states."""

from datetime import date

from surveys.logic.capacity import (
    expected_answers,
    expected_comments,
    reckon,
    weeks_to_read,
)
from tests.surveys.logic.test_checking import draft, question


def test_answers_are_those_said_or_a_share_of_those_asked():
    assert expected_answers(None, asked=470, answering_share=30) == 141
    assert expected_answers(0, asked=470, answering_share=30) == 0


def test_every_question_in_own_words_brings_its_share():
    asked = [question(kind, kind=kind) for kind in ("long_text", "voice", "drawing")]
    several = draft(*asked, question("q", kind="scale", low="a", high="b"))
    assert expected_comments(several, answers=100, writing_share=40) == 120


def test_a_question_of_one_band_brings_that_bands_part():
    one = draft(question(age_bands=("8-11",)))
    assert expected_comments(one, answers=100, writing_share=40) == 20


def test_part_of_a_comment_is_a_comment():
    assert expected_comments(draft(), answers=1, writing_share=40) == 1


def test_weeks_count_both_days_and_are_one_at_least():
    assert weeks_to_read(date(2026, 11, 2), date(2026, 11, 15)) == 2
    assert weeks_to_read(date(2026, 11, 2), date(2026, 10, 1)) == 1


def test_it_fits_to_the_hour_and_no_further():
    facts = {"answers": 100, "minutes": 3, "hours_a_week": 3, "weeks": 2}
    assert reckon(comments=120, **facts).fits
    over = reckon(comments=122, **facts)
    assert (over.hours_needed, over.hours_there, over.fits) == (6.1, 6, False)
