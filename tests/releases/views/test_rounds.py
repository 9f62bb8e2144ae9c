"""Rounds side by side: releases and rounds from another tool, question by question."""

from datetime import date

import pytest

from tests.factories.accounts import UserFactory
from tests.factories.releases import (
    AnsweredSurveyFactory,
    EarlierRoundFactory,
    ReleaseFactory,
)
from voice.releases.logic.earlier import EarlierCounts
from voice.releases.logic.tally import Row
from voice.releases.models import EarlierRound, Release

pytestmark = pytest.mark.django_db


@pytest.fixture
def reader():
    """Return somebody at the desk who runs no survey."""
    return UserFactory(owner=True)


def counts(yes, no):
    """Return the counts of an earlier round."""
    return EarlierCounts(yes + no, None, {"know_worker": Row(yes + no, (yes, no))})


def address(survey):
    """Return where a survey's rounds stand side by side."""
    return f"/desk/releases/of/{survey.slug}/rounds/"


def main_text(page):
    """Return what the main part of a page says."""
    return " ".join(page.parsed.text(next(e for e in page.parsed.all("main"))).split())


def rows_of(page):
    """Return the cells of every row of every table."""
    return [[page.parsed.text(cell) for cell in row] for row in page.parsed.all("tr")]


def test_release_stands_beside_an_earlier_round_with_a_table_under_the_chart(
    sign_in, reader
):
    survey = AnsweredSurveyFactory(yes=120, no=30)
    EarlierRoundFactory(survey=survey, counts=counts(40, 110), source="Viewpoint")
    ReleaseFactory(survey=survey, issued=True)
    page = sign_in(reader).get(address(survey))
    text = main_text(page)
    assert "From another tool: Viewpoint." in text
    assert "A larger share chose “Yes” in “My social worker and me, " in text
    table = rows_of(page)
    assert table[0][1].startswith("Spring 2024, May 2024")
    assert [row[1:] for row in table[1:3]] == [
        ["150", "150"],
        ["25% · 40", "80% · 120"],
    ]


def test_rounds_that_are_close_claim_no_change(sign_in, reader):
    survey = AnsweredSurveyFactory(yes=60, no=40)
    EarlierRoundFactory(survey=survey, counts=counts(58, 42))
    ReleaseFactory(survey=survey, issued=True)
    text = main_text(sign_in(reader).get(address(survey)))
    assert "too close, or too small, to say that anything changed" in text
    assert "larger share" not in text


def test_earlier_rounds_stand_beside_one_another_before_any_release(sign_in, reader):
    survey = AnsweredSurveyFactory()
    EarlierRoundFactory(survey=survey, title="First", held_on=date(2022, 5, 31))
    EarlierRoundFactory(survey=survey, title="Second", held_on=date(2023, 5, 31))
    names = rows_of(sign_in(reader).get(address(survey)))[0]
    assert names[1:] == ["First, May 2022", "Second, May 2023"]


def test_one_round_alone_says_what_would_stand_beside_it(sign_in, reader):
    release = ReleaseFactory(issued=True)
    text = main_text(sign_in(reader).get(address(release.survey)))
    assert "Nothing stands side by side yet" in text


def test_survey_of_which_nothing_is_told_is_missing(sign_in, reader):
    survey = AnsweredSurveyFactory()
    ReleaseFactory(survey=survey)
    client = sign_in(reader)
    assert client.get(address(survey)).status_code == 404
    assert client.get("/desk/releases/of/none/rounds/").status_code == 404


def test_release_that_waits_is_in_no_round(sign_in, reader):
    survey = AnsweredSurveyFactory()
    EarlierRoundFactory(survey=survey)
    ReleaseFactory(survey=survey)
    text = main_text(sign_in(reader).get(address(survey)))
    assert "Nothing stands side by side yet" in text


@pytest.mark.parametrize("model", [Release, EarlierRound])
def test_what_was_altered_from_outside_is_not_shown(sign_in, reader, model):
    survey = AnsweredSurveyFactory()
    EarlierRoundFactory(survey=survey)
    ReleaseFactory(survey=survey, issued=True)
    model.objects.update(content_hash="0" * 64)
    page = sign_in(reader).get(address(survey))
    assert page.status_code == 500
    assert "has been altered" in main_text(page)


def test_page_asks_as_much_of_the_database_for_many_rounds_as_for_two(
    sign_in, reader, django_assert_max_num_queries
):
    survey = AnsweredSurveyFactory()
    for year in range(2015, 2024):
        EarlierRoundFactory(survey=survey, title=str(year), held_on=date(year, 5, 31))
    ReleaseFactory(survey=survey, issued=True)
    client = sign_in(reader)
    with django_assert_max_num_queries(13):
        client.get(address(survey))
