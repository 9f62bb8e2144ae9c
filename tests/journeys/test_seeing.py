"""What was heard: from the statement to the map, to one theme, to what it led to."""

import pytest
from playwright.sync_api import expect

from tests.factories.accounts import PASSWORD, UserFactory
from tests.factories.statement import (
    ActionFactory,
    KeyThemeFactory,
    ReleaseFactory,
    cited_theme,
    tables,
    theme_row,
)
from tests.factories.surveys import EditionFactory
from tests.factories.themes import ThemeFactory
from voice.statement.domain.theme_links import link_theme

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]

NAME = "Workers keep changing"


@pytest.fixture
def worker():
    """Return a worker; a theme that a release tells feeds one of two actions."""
    worker, edition = UserFactory(worker=True), EditionFactory()
    theme = ThemeFactory(name=NAME)
    shape = tables(edition.survey, themes=[theme_row(NAME, key=str(theme.pk))])
    release = ReleaseFactory(
        edition=edition,
        tables=shape,
        quotes=[
            {"text": text, "themes": [NAME]}
            for text in ("new one again", "a new worker", "new worker", "i miss her")
        ],
    )
    action = ActionFactory(title="One worker for a year")
    for number in range(5):
        KeyThemeFactory(
            statement=action.area.key_theme.statement,
            title=f"Improving what has a long name {number}",
        )
    cited_theme(action.area.key_theme, action=action, release=release)
    link_theme(theme, key_theme=action.area.key_theme, by=worker)
    return worker


def test_worker_walks_from_the_map_to_a_theme_and_on_to_its_action(signed_in, worker):
    there = signed_in(worker, PASSWORD)
    there.go("/desk/statement/")
    page = there.page
    page.get_by_role("link", name="What was heard, against the statement").click()
    assert there.violations() == []
    assert page.evaluate("document.documentElement.scrollWidth") == 360
    page.get_by_role("link", name=NAME).focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text(NAME)
    assert there.violations() == []
    assert page.evaluate("document.documentElement.scrollWidth") == 360
    page.get_by_text("The same as a table").first.click()
    expect(page.get_by_role("cell", name="30% · 45")).to_be_visible()
    page.get_by_role("link", name="One worker for a year").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("One worker for a year")
