"""A theme's key theme is chosen on its own form."""

import pytest

from tests.factories.accounts import UserFactory
from tests.factories.statement import KeyThemeFactory
from tests.factories.themes import CodebookFactory, ThemeFactory
from voice.statement.models import ThemeLink

pytestmark = pytest.mark.django_db

WORDED = {
    "name": "Workers keep changing",
    "sentence": "Young people say their worker keeps changing.",
    "include": "",
    "exclude": "",
    "example": "",
    "colour": "plum",
}


@pytest.fixture
def worker(sign_in):
    return sign_in(UserFactory(worker=True))


def choices_of(page):
    """Return the words of the choices of key themes on a form."""
    return [
        page.parsed.text(option)
        for select in page.parsed.all("select")
        if select.get("name") == "key_theme"
        for option in select.iter("option")
    ]


def test_new_theme_is_linked_to_the_key_theme_that_was_chosen(worker):
    key_theme, codebook = KeyThemeFactory(), CodebookFactory()
    address = f"/desk/themes/codebooks/{codebook.pk}/new-theme/"
    assert choices_of(worker.get(address)) == ["None", str(key_theme)]
    worker.post(address, WORDED | {"key_theme": key_theme.pk, "state": "agreed"})
    link = ThemeLink.objects.get()
    assert (link.theme.name, link.key_theme) == ("Workers keep changing", key_theme)


def test_wording_a_theme_anew_can_take_its_key_theme_away(worker):
    key_theme, theme = KeyThemeFactory(), ThemeFactory()
    address = f"/desk/themes/{theme.pk}/change/"
    worker.post(address, WORDED | {"key_theme": key_theme.pk})
    assert ThemeLink.objects.get().key_theme == key_theme
    worker.post(address, WORDED | {"key_theme": ""})
    assert not ThemeLink.objects.exists()


def test_key_theme_that_is_not_offered_is_refused_and_changes_nothing(worker):
    theme = ThemeFactory()
    KeyThemeFactory()
    page = worker.post(
        f"/desk/themes/{theme.pk}/change/", WORDED | {"key_theme": "999999"}
    )
    assert page.status_code == 200
    theme.refresh_from_db()
    assert (theme.name != WORDED["name"], ThemeLink.objects.count()) == (True, 0)


def test_no_key_theme_is_asked_for_where_there_is_no_statement(worker):
    codebook = CodebookFactory()
    address = f"/desk/themes/codebooks/{codebook.pk}/new-theme/"
    assert choices_of(worker.get(address)) == []
    worker.post(address, WORDED)
    assert not ThemeLink.objects.exists()
