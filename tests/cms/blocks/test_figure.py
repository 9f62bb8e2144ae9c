import copy

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cms.blocks.released import figures_to_choose
from tests.factories.accounts import UserFactory
from tests.factories.cms import page_with, send_page
from tests.factories.replies import TABLES, ReleaseFactory, sign
from tests.factories.surveys import (
    DEFINITION,
    ConsultationFactory,
    EditionFactory,
    SurveyFactory,
)
from voice.releases.domain.recalls import recall_release

pytestmark = pytest.mark.django_db


@pytest.fixture
def release():
    """A release that stands."""
    return ReleaseFactory()


def page_of(release, table="q:know_worker", language="en"):
    return page_with(("figure", {"figure": f"{release.pk}/{table}"}), language=language)


def test_a_question_is_told_with_its_chart_its_table_and_who_is_missing(
    client, release
):
    parsed = client.get(page_of(release).url).parsed
    text = parsed.text()
    assert "Do you know your worker?" in text
    assert "Answered by about 150" in text
    assert "65% · 100" in text
    assert "fewer than 10" in text
    assert "About 165 of the 540 who could answer did." in text
    assert "We hardly heard from:" in text
    assert [one.get("role") for one in parsed.all("div")].count("img") == 1
    assert len(parsed.all("table")) == 1


def test_themes_are_told(client, release):
    text = client.get(page_of(release, "themes").url).parsed.text()
    assert "Moves" in text
    assert "Of about 120 who wrote" in text


def test_the_same_figure_twice_is_two_figures(client, release):
    block = ("figure", {"figure": f"{release.pk}/themes"})
    assert client.get(page_with(block, block).url).status_code == 200


def test_a_question_asked_in_urdu_is_told_in_urdu(client):
    definition = copy.deepcopy(DEFINITION)
    definition["languages"] = ["en", "ur"]
    for question in definition["questions"]:
        words = copy.deepcopy(question["wordings"]["en"])
        words[""]["prompt"] = "سوال"
        words[""]["options"] = dict.fromkeys(words[""]["options"], "جواب")
        question["wordings"]["ur"] = words
    survey = SurveyFactory(consultation=ConsultationFactory(closed=True), live=True)
    EditionFactory(survey=survey, definition=definition)
    release = ReleaseFactory(survey=survey)
    parsed = client.get(page_of(release, language="ur").url).parsed
    assert "سوال" in parsed.text()
    assert "Do you know your worker?" not in parsed.source


def test_readers_of_a_page_wait_for_no_choices(
    client, release, django_assert_max_num_queries
):
    page = page_of(release)
    client.get(page.url)
    with CaptureQueriesContext(connection) as one:
        client.get(page.url)
    for number in (2, 3, 4):
        tables = release.tables
        ReleaseFactory(survey=release.survey, number=number, tables=tables)
    with django_assert_max_num_queries(len(one)):
        client.get(page.url)


def test_a_question_not_asked_in_urdu_says_that_it_is_english(client, release):
    parsed = client.get(page_of(release, language="ur").url).parsed
    labels = [one for one in parsed.all("span") if one.get("class") == "chart-label"]
    assert {one.get("lang") for one in labels} == {"en"}


def test_words_only_release_shows_no_digit_of_its_own(client, release):
    words = {"code": "small_group", "number": None, "words": "a small number"}
    some = {"code": "some", "number": None, "words": "some"}
    tables = copy.deepcopy(TABLES)
    tables["kind"] = "words_only"
    tables["reach"] |= {"answered": words, "asked": words}
    question = tables["questions"][0]
    question["answered"] = words
    for row in question["options"]:
        row |= {"count": some, "percent": None, "share": None}
    sign(release, tables=tables, kind="words_only")
    text = client.get(page_of(release).url).parsed.text()
    assert "A small number of young people answered." in text
    assert "some" in text
    assert "150" not in text


def test_a_breakdown_is_told_as_a_table(client, release):
    tables = copy.deepcopy(TABLES)
    told = {"code": "some", "number": None, "words": "some"}
    cells = [{"option": key, "told": told, "share": None} for key in ("yes", "no")]
    groups = [
        {"keys": [band], "answered": TABLES["wrote"], "cells": cells}
        for band in ("8-11", "11-17")
    ]
    tables["questions"][0]["breakdowns"] = [
        {"by": "age_band", "why": "", "groups": groups}
    ]
    sign(release, tables=tables)
    page = page_of(release, "q:know_worker/age_band")
    assert "By age: Do you know your worker?" in client.get(page.url).parsed.text()


def test_it_says_that_it_was_taken_back_and_why(client, release):
    page = page_of(release)
    recall_release(release, why="The wrong survey.", by=UserFactory(worker=True))
    parsed = client.get(page.url).parsed
    assert "There was a figure here. We took it back on" in parsed.text()
    assert "The wrong survey." in parsed.text()
    assert "65%" not in parsed.source


def test_nothing_is_told_of_a_release_changed_since_it_was_signed(client, release):
    page = page_of(release)
    type(release).objects.filter(pk=release.pk).update(content_hash="1" * 64)
    assert "65%" not in client.get(page.url).parsed.source


def test_one_altered_release_leaves_the_others_to_choose(release):
    sound = ReleaseFactory(consultation=ConsultationFactory(closed=True))
    type(release).objects.filter(pk=release.pk).update(content_hash="1" * 64)
    keys = {key for _group, rows in figures_to_choose() for key, _title in rows}
    assert {key.split("/")[0] for key in keys} == {str(sound.pk)}


def proposed():
    return ReleaseFactory(proposed=True, consultation=ConsultationFactory())


def test_only_signed_releases_are_offered(release):
    other = proposed()
    keys = {key for _group, rows in figures_to_choose() for key, _title in rows}
    assert keys == {f"{release.pk}/q:know_worker", f"{release.pk}/themes"}
    assert f"{other.pk}/themes" not in keys


@pytest.mark.parametrize("table", ["themes", "q:know_worker"])
def test_a_figure_nobody_signed_cannot_be_sent_in(editor, release, table):
    page, other = page_of(release), proposed()
    sent = {"figure": f"{other.pk}/{table}"}
    said = send_page(editor, page, ("figure", sent), publish=False)
    assert "never released" in said.content.decode()
    page.refresh_from_db()
    latest = page.get_latest_revision_as_object()
    assert latest.body[0].value["figure"] == f"{release.pk}/q:know_worker"


@pytest.mark.parametrize("key", ["", "x", "1", "99999/themes", "{pk}/q:nothing"])
def test_what_names_no_table_shows_nothing(client, release, key):
    page = page_with(("figure", {"figure": key.format(pk=release.pk)}))
    assert client.get(page.url).parsed.all("figure") == []


def test_a_figure_nobody_signed_is_not_shown_however_it_got_there(client):
    assert client.get(page_of(proposed()).url).parsed.all("figure") == []
