"""Help lines in the council's settings, and in the language of who reads them."""

import pytest

from tests.factories.accounts import UserFactory
from tests.factories.council import CouncilFactory, HelpLineFactory
from voice.council.models import HelpLine

pytestmark = pytest.mark.django_db

OURS = {
    "name": "Calderwick at night",
    "number": "07700 900999",
    "about": "Evenings and weekends.",
    "youngest": 0,
    "oldest": 25,
    "position": 0,
}


def told(answer):
    """Return what is said of the council's own line, and in which language."""
    (line,) = [one for one in answer.parsed.all("bdi") if one.get("lang")]
    return [line.get("lang"), answer.parsed.text(line)]


def test_a_line_is_told_in_the_language_of_the_page(sign_in, client):
    CouncilFactory()
    editor = sign_in(UserFactory(editor=True))
    kept = editor.post(
        "/admin/help-lines/new/", OURS | {"about_ur": "شام کو اور ہفتے کے آخر میں۔"}
    )
    assert kept.status_code == 302
    assert HelpLine.objects.get().about_in == {"ur": "شام کو اور ہفتے کے آخر میں۔"}
    assert told(client.get("/help/?in=ur")) == ["ur", "شام کو اور ہفتے کے آخر میں۔"]


def test_where_it_is_written_in_no_other_it_is_read_in_the_first(client):
    CouncilFactory()
    HelpLineFactory(number="07700 900999", about="Evenings and weekends.")
    assert told(client.get("/help/?in=pl")) == ["en", "Evenings and weekends."]


def test_words_taken_out_are_gone(sign_in):
    line = HelpLineFactory(about_in={"ur": "شام کو"})
    editor = sign_in(UserFactory(editor=True))
    form = editor.get(f"/admin/help-lines/edit/{line.pk}/").parsed
    (field,) = [one for one in form.all("input") if one.get("name") == "about_ur"]
    assert field.get("value") == "شام کو"
    editor.post(f"/admin/help-lines/edit/{line.pk}/", OURS | {"about_ur": " "})
    line.refresh_from_db()
    assert line.about_in == {}
