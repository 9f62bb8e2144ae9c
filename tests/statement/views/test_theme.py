"""One theme at the desk: what releases tell of it, and what it led to."""

from datetime import date

import pytest
from django.urls import reverse

from tests.factories.accounts import UserFactory
from tests.factories.releases import EarlierRoundFactory
from tests.factories.statement import (
    WORDS_ONLY,
    ActionFactory,
    KeyThemeFactory,
    ReleaseFactory,
    cited_quote,
    cited_theme,
    figure,
    tables,
    theme_row,
)
from tests.factories.surveys import (
    ConsultationFactory,
    EditionFactory,
    SurveyFactory,
    SurveyMemberFactory,
)
from tests.factories.themes import CodebookFactory, ThemeFactory
from voice.releases.logic.earlier import EarlierCounts
from voice.statement.domain.theme_links import link_theme
from voice.themes.domain.codebooks import word_theme
from voice.themes.domain.merging import merge_themes

pytestmark = pytest.mark.django_db

NAME = "Workers keep changing"


@pytest.fixture
def worker():
    return UserFactory(worker=True)


@pytest.fixture
def codebook():
    return CodebookFactory(consultations=[ConsultationFactory()])


@pytest.fixture
def theme(codebook):
    return ThemeFactory(codebook=codebook, name=NAME)


def told(theme, *, count=45, share=30, **more):
    """Return the row of a theme in a release, by its own key."""
    return theme_row(theme.name, count, share, key=str(theme.pk), **more)


def release_of(theme, title, *, rows=None, days_ago=20, wrote=150, quotes=(), **more):
    """Return an issued release of a survey of the codebook's consultation."""
    consultation = theme.codebook.consultations.get()
    survey = SurveyFactory(title=title, live=True, consultation=consultation)
    shape = tables(
        survey,
        themes=[told(theme)] if rows is None else rows,
        wrote=figure("count", wrote),
        **more,
    )
    return ReleaseFactory(
        edition=EditionFactory(survey=survey),
        tables=shape,
        days_ago=days_ago,
        quotes=[{"text": text, "themes": [theme.name]} for text in quotes],
    )


def seen(client, theme, query=""):
    """Return the page of a theme."""
    return client.get(reverse("statement:theme", args=[theme.pk]) + query)


def part(page, name):
    """Return the text of one section, by the id of its heading."""
    return next(
        page.parsed.text(one)
        for one in page.parsed.all("section")
        if one.get("aria-labelledby") == name
    )


def test_theme_is_told_round_by_round_with_a_table_under_the_chart(
    sign_in, worker, theme
):
    release_of(theme, "Round one", rows=[told(theme, count=30, share=20)], days_ago=300)
    release_of(theme, "Round two", rows=[told(theme, count=90, share=60)])
    page = seen(sign_in(worker), theme)
    rows = [
        [page.parsed.text(cell) for cell in row]
        for row in page.parsed.all("tr")
        if len(list(row)) == 2
    ]
    assert [row[1] for row in rows[1:3]] == ["20% · 30", "60% · 90"]
    assert rows[1][0].startswith("Round one, ")
    assert "A larger share said it in “Round two, " in part(page, "rounds")


def test_beside_each_round_stands_its_release_and_how_many_answered(
    sign_in, worker, theme
):
    release = release_of(theme, "Round one")
    page = seen(sign_in(worker), theme)
    assert "Of about 150 who wrote. About 150 of 470 answered." in part(page, "rounds")
    hrefs = [link.get("href") for link in page.parsed.all("a")]
    assert reverse("releases:release", args=[release.pk]) in hrefs


def test_rounds_that_are_too_close_claim_no_growth(sign_in, worker, theme):
    release_of(theme, "Round one", rows=[told(theme, count=45, share=30)], days_ago=300)
    release_of(theme, "Round two", rows=[told(theme, count=50, share=35)])
    words = part(seen(sign_in(worker), theme), "rounds")
    assert "are too close, or too small, to say whether more or fewer said it." in words
    assert "larger share" not in words
    assert "smaller share" not in words


def test_round_told_in_words_is_compared_with_nothing(sign_in, worker, theme):
    release_of(theme, "Round one", rows=[told(theme) | WORDS_ONLY], days_ago=300)
    release_of(theme, "Round two", rows=[told(theme, count=90, share=60)])
    words = part(seen(sign_in(worker), theme), "rounds")
    assert "cannot be compared: one is told in words." in words


def test_one_survey_counts_once_with_its_newest_release(sign_in, worker, theme):
    first = release_of(theme, "Round one", rows=[told(theme, count=30)], days_ago=60)
    ReleaseFactory(
        survey=first.survey,
        number=2,
        tables=tables(first.survey, themes=[told(theme, count=95, share=65)]),
        days_ago=5,
    )
    words = part(seen(sign_in(worker), theme), "rounds")
    assert "65% · 95" in words
    assert "· 30" not in words
    assert "Told in one round so far" in words


def test_round_that_does_not_name_it_is_said(sign_in, worker, theme):
    release_of(theme, "Round one", days_ago=60)
    release_of(theme, "Round without", rows=[])
    assert "Not told in: Round without." in part(seen(sign_in(worker), theme), "rounds")


def grouped(theme, by, *groups):
    """Return one breakdown of a theme: (key, wrote, percent) for each group."""
    return {
        "by": by,
        "why": "",
        "groups": [
            {
                "keys": [key],
                "answered": figure("count", wrote),
                "cells": [
                    {
                        "option": str(theme.pk),
                        "told": figure("percent", percent),
                        "share": percent,
                    }
                ],
            }
            for key, wrote, percent in groups
        ],
    }


def test_one_breakdown_is_shown_at_a_time(sign_in, worker, theme):
    by_language = grouped(theme, "language", ("en", 100, 20), ("ur", 100, 70))
    by_age = grouped(theme, "age_band", ("8-11", 100, 40), ("11-17", 100, 45))
    release_of(theme, "Round one", theme_breakdowns=[by_age, by_language])
    client = sign_in(worker)
    age = part(seen(client, theme), "groups")
    assert "40%" in age
    assert "70%" not in age
    assert "too close, or too small, to say that one says it more" in age
    language = part(seen(client, theme, "?by=language"), "groups")
    assert "40%" not in language
    assert "“Urdu” say it more often than “English”" in language
    assert "Urdu (of about 100)" in language


def test_breakdown_nobody_tells_is_explained(sign_in, worker, theme):
    release_of(theme, "Round one")
    words = part(seen(sign_in(worker), theme, "?by=nonsense"), "groups")
    assert "Not told by age or language" in words


def test_typical_and_least_typical_quotes_are_told_apart(sign_in, worker, theme):
    alike = [
        "my worker keeps changing",
        "the worker changes again",
        "worker changing, changing",
    ]
    release_of(theme, "Round one", quotes=[*alike, "nobody came to the door"])
    words = part(seen(sign_in(worker), theme), "quotes")
    typical, unlike = words.split("Least like the others")
    assert "nobody came to the door" in unlike
    assert "nobody came to the door" not in typical


def test_three_quotes_are_shown_and_none_is_called_typical(sign_in, worker, theme):
    release_of(theme, "Round one", quotes=["one here", "two here", "three here"])
    words = part(seen(sign_in(worker), theme), "quotes")
    assert "Most like the others" not in words
    assert [one in words for one in ("one here", "two here", "three here")] == [
        True
    ] * 3


def test_quote_of_another_theme_is_not_among_them(sign_in, worker, theme, codebook):
    other = ThemeFactory(codebook=codebook, name="Other")
    release = release_of(
        theme, "Round one", rows=[told(theme), told(other)], quotes=["mine"]
    )
    page = seen(sign_in(worker), other)
    assert release.quotes.get().text == "mine"
    assert "No quote that says it was released" in part(page, "quotes")


def test_actions_it_feeds_are_named_with_how_they_stand(sign_in, worker, theme):
    release = release_of(theme, "Round one", quotes=["it changes"])
    action = ActionFactory(title="One worker for a year", green=True)
    cited_theme(action.area.key_theme, action=action, release=release)
    words = part(seen(sign_in(worker), theme), "feeds")
    assert "One worker for a year" in words
    assert "Green" in words


def test_evidence_of_another_theme_is_not_what_it_led_to(sign_in, worker, theme):
    release_of(theme, "Round one")
    cited_quote(KeyThemeFactory(), text="planted-words")
    assert part(seen(sign_in(worker), theme), "feeds").startswith(
        "What it led to Nothing yet"
    )


def test_theme_that_was_merged_is_seen_under_the_one_that_stays(
    sign_in, worker, theme, codebook
):
    stays = ThemeFactory(codebook=codebook, name="Workers")
    release_of(theme, "Round one", quotes=["said then"])
    merge_themes(theme, into=stays, by=worker)
    client = sign_in(worker)
    assert seen(client, theme).url == reverse("statement:theme", args=[stays.pk])
    page = seen(client, stays)
    assert f"as “{NAME}”" in part(page, "rounds")
    assert "said then" in part(page, "quotes")


def test_owner_reads_the_words_that_were_released_not_those_of_today(
    sign_in, worker, theme
):
    release_of(theme, "Round one")
    word_theme(theme, name="Planted new name", by=worker)
    owner = seen(sign_in(UserFactory(owner=True)), theme)
    assert "Planted new name" not in owner.text
    assert "As it was last released" in seen(sign_in(worker), theme).text


def test_theme_that_no_release_tells_is_missing_for_all_but_its_codebooks_users(
    sign_in, worker, theme
):
    consultation = theme.codebook.consultations.get()
    SurveyFactory(consultation=consultation, live=True, members=[worker])
    page = seen(sign_in(worker), theme)
    assert "No release tells this theme yet" in page.text
    assert seen(sign_in(UserFactory(owner=True)), theme).status_code == 404
    stranger = UserFactory(outsider=True)
    assert seen(sign_in(stranger), theme).status_code == 404


def test_key_theme_it_belongs_to_is_named(sign_in, worker, theme):
    release_of(theme, "Round one")
    key_theme = KeyThemeFactory()
    link_theme(theme, key_theme=key_theme, by=worker)
    hrefs = [link.get("href") for link in seen(sign_in(worker), theme).parsed.all("a")]
    assert reverse("statement:key_theme", args=[key_theme.pk]) in hrefs


def before_of(theme, *, heard=30, wrote=150, title="Spring 2022"):
    """Keep a round from another tool that tells a theme, for a survey of its codebook."""
    consultation = theme.codebook.consultations.get()
    survey = consultation.surveys.first() or SurveyFactory(
        live=True, consultation=consultation
    )
    if not survey.editions.exists():
        EditionFactory(survey=survey)
    counts = EarlierCounts(180, None, {}, wrote=wrote, themes={str(theme.pk): heard})
    return EarlierRoundFactory(
        survey=survey, counts=counts, title=title, held_on=date(2022, 5, 31)
    )


def test_round_from_another_tool_stands_before_the_first_release(
    sign_in, worker, theme
):
    release_of(theme, "Round one", rows=[told(theme, count=90, share=60)])
    kept = before_of(theme)
    page = seen(sign_in(worker), theme)
    words = part(page, "rounds")
    rows = [
        [page.parsed.text(cell) for cell in row]
        for row in page.parsed.all("tr")
        if len(list(row)) == 2
    ]
    assert [row[1] for row in rows[1:3]] == ["20% · 30", "60% · 90"]
    assert rows[1][0] == "Spring 2022, May 2022"
    assert "From another tool: Viewpoint. About 180 answered." in words
    assert "A larger share said it in “Round one, " in words
    assert "Some were asked with another tool" in words
    hrefs = [link.get("href") for link in page.parsed.all("a")]
    assert reverse("releases:earlier_round", args=[kept.pk]) in hrefs


def test_theme_that_only_another_tool_told_is_there_for_its_codebook_alone(
    sign_in, theme
):
    kept = before_of(theme)
    owner = UserFactory(owner=True)
    assert seen(sign_in(owner), theme).status_code == 404
    member = SurveyMemberFactory(survey=kept.survey).user
    assert "Spring 2022, May 2022" in part(seen(sign_in(member), theme), "rounds")
