"""What was heard against the key themes, and where nothing meets."""

import pytest
from django.urls import reverse

from tests.factories.accounts import UserFactory
from tests.factories.statement import (
    FEW,
    ActionFactory,
    KeyThemeFactory,
    ReleaseFactory,
    cited_quote,
    cited_theme,
    figure,
    tables,
    theme_row,
)
from tests.factories.surveys import EditionFactory
from tests.factories.themes import CodebookFactory, ThemeFactory
from voice.statement.domain.theme_links import link_theme
from voice.statement.queries.theme_map import heard_often
from voice.themes.domain.codebooks import retire_theme

pytestmark = pytest.mark.django_db


@pytest.fixture
def worker():
    return UserFactory(worker=True)


@pytest.fixture
def codebook():
    return CodebookFactory()


def release_of(*rows, **more):
    """Return an issued release that tells these themes: (theme, percent) each."""
    edition = EditionFactory()
    shape = tables(
        edition.survey,
        themes=[
            theme_row(theme.name, share, share, key=str(theme.pk))
            for theme, share in rows
        ],
    )
    return ReleaseFactory(edition=edition, tables=shape, **more)


def map_of(client):
    """Return the page of the map."""
    return client.get(reverse("statement:map"))


def gaps(page):
    """Return what stands under each heading of the gaps."""
    section = next(
        one
        for one in page.parsed.all("section")
        if one.get("aria-labelledby") == "gaps"
    )
    found = {}
    for block in section.iter("div"):
        heading, *rest = block
        if heading.tag == "h3":
            told = " ".join(page.parsed.text(one) for one in rest)
            found[page.parsed.text(heading)] = told
    return found


def cells(page):
    """Return the words of each row of the map: theme, and what it meets."""
    rows = [
        [page.parsed.text(cell) for cell in row]
        for table in page.parsed.all("table")
        for row in table.iter("tr")
    ]
    return {row[0]: row[2:] for row in rows[1:]}


def test_theme_heard_often_without_an_action_is_a_gap(sign_in, worker, codebook):
    often, rare, acted = (
        ThemeFactory(codebook=codebook, name=name)
        for name in ("Often", "Rare", "Acted")
    )
    release = release_of((often, 40), (rare, 20), (acted, 50))
    action = ActionFactory()
    for theme, where in ((acted, action), (often, None)):
        cited_theme(
            action.area.key_theme, action=where, release=release, theme_name=theme.name
        )
    told = gaps(map_of(sign_in(worker)))["Heard often, no action yet"]
    assert told.startswith("Often 40% · 40")
    assert "Rare" not in told
    assert "Acted" not in told


def test_action_without_evidence_has_no_voice(sign_in, worker):
    heard = ActionFactory(title="Heard")
    statement = heard.area.key_theme.statement
    silent = ActionFactory(title="Silent", area__key_theme__statement=statement)
    cited_quote(heard.area.key_theme, action=heard)
    cited_quote(silent.area.key_theme)
    told = gaps(map_of(sign_in(worker)))["Action without any voice"]
    assert told == f"{silent.area.key_theme} Silent"


def test_where_theme_and_key_theme_meet_is_said_in_words_too(sign_in, worker, codebook):
    action = ActionFactory()
    first, second = (
        action.area.key_theme,
        KeyThemeFactory(statement=action.area.key_theme.statement),
    )
    acted, cited, linked, nowhere = (
        ThemeFactory(codebook=codebook, name=name)
        for name in ("Acted", "Cited", "Linked", "Nowhere")
    )
    release = release_of((acted, 30), (cited, 20), (linked, 15), (nowhere, 10))
    cited_theme(first, action=action, release=release, theme_name="Acted")
    cited_theme(second, release=release, theme_name="Cited")
    link_theme(linked, key_theme=first, by=worker)
    page = map_of(sign_in(worker))
    assert cells(page) == {
        "Acted": ["feeds an action", "nothing"],
        "Cited": ["nothing", "evidence, no action yet"],
        "Linked": ["belongs here, nothing more yet", "nothing"],
        "Nowhere": ["nothing", "nothing"],
    }
    assert gaps(page)["Theme that belongs nowhere yet"] == "Nowhere"


def test_key_theme_that_nothing_speaks_of_is_a_gap(sign_in, worker, codebook):
    theme = ThemeFactory(codebook=codebook)
    release_of((theme, 30))
    linked = KeyThemeFactory()
    unheard = KeyThemeFactory(statement=linked.statement, title="Unheard of")
    link_theme(theme, key_theme=linked, by=worker)
    told = gaps(map_of(sign_in(worker)))["Key theme that nobody has spoken of"]
    assert told == str(unheard)


def test_theme_that_no_release_tells_is_not_on_the_map(sign_in, worker, codebook):
    key_theme = KeyThemeFactory()
    link_theme(
        ThemeFactory(codebook=codebook, name="Planted"), key_theme=key_theme, by=worker
    )
    assert "Planted" not in map_of(sign_in(worker)).text


def test_retired_theme_and_fall_backs_are_not_on_the_map(sign_in, worker, codebook):
    KeyThemeFactory()
    retired = ThemeFactory(codebook=codebook, name="Retired")
    fall_back = codebook.themes.get(kind="something_else")
    stays = ThemeFactory(codebook=codebook, name="Stays")
    release_of((retired, 30), (fall_back, 30), (stays, 30))
    retire_theme(retired, by=worker)
    assert list(cells(map_of(sign_in(worker)))) == ["Stays"]


def test_release_that_waits_tells_nothing_here(sign_in, worker, codebook):
    KeyThemeFactory()
    release_of((ThemeFactory(codebook=codebook, name="Planted"), 60), proposed=True)
    assert "Planted" not in map_of(sign_in(worker)).text


def test_map_without_a_statement_says_what_to_do(sign_in, worker):
    assert "There is no key theme to set it against" in map_of(sign_in(worker)).text


@pytest.mark.parametrize(
    ("row", "often"),
    [
        (theme_row("a", 45, 25), True),
        (theme_row("a", 45, 20), False),
        (theme_row("a", 45, 60, heard_from_few=True), False),
        (theme_row("a") | FEW, False),
        (theme_row("a") | {"percent": None, "share": None}, False),
        (
            theme_row("a") | {"count": figure("most"), "percent": None, "share": None},
            True,
        ),
    ],
)
def test_often_is_read_from_what_is_told_alone(row, often):
    assert heard_often(row) is often


def test_map_asks_no_more_with_more_themes(
    sign_in, worker, codebook, django_assert_max_num_queries
):
    client = sign_in(worker)
    action = ActionFactory()

    def more(number):
        themes = [ThemeFactory(codebook=codebook) for _ in range(number)]
        release = release_of(*((one, 30) for one in themes))
        for one in themes:
            link_theme(one, key_theme=action.area.key_theme, by=worker)
            cited_theme(
                action.area.key_theme,
                release=release,
                theme_name=one.name,
                action=action,
            )

    more(1)
    map_of(client)
    with django_assert_max_num_queries(40) as few:
        map_of(client)
    more(4)
    with django_assert_max_num_queries(len(few)):
        map_of(client)
