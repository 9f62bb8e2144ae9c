import pytest

from voice.themes.logic.codebook_warnings import (
    has_too_many,
    is_seldom,
    overlap,
    shared_percent,
)


@pytest.mark.parametrize(("themes", "many"), [(70, False), (71, True)])
def test_more_than_seventy_themes_are_too_many(themes, many):
    assert has_too_many(themes) is many


@pytest.mark.parametrize(("comments", "seldom"), [(0, True), (4, True), (5, False)])
def test_under_five_comments_are_few(comments, seldom):
    assert is_seldom(comments) is seldom


@pytest.mark.parametrize(
    ("both", "one", "other", "too_much"),
    [(7, 10, 90, False), (8, 10, 90, True), (8, 90, 10, True), (4, 4, 90, False)],
)
def test_over_seventy_percent_of_the_smaller_theme_is_too_much(
    both, one, other, too_much
):
    assert overlap(both, one, other) is too_much


def test_the_share_is_of_the_smaller_theme():
    assert shared_percent(8, 90, 10) == 80
    assert shared_percent(0, 0, 10) == 0
