import pytest
from django.db import OperationalError

from tests.factories.council import CouncilFactory, HelpLineFactory


@pytest.mark.django_db
def test_help_has_the_councils_own_lines(client):
    CouncilFactory()
    HelpLineFactory(name="Night line", number="07700 900123")
    text = client.get("/help/").parsed.text()
    assert "Calderwick Council (invented)" in text
    for number in ("999", "0800 1111", "07700 900123"):
        assert number in text


def test_help_is_there_when_the_database_is_down(client, monkeypatch):
    def down(*args, **kwargs):
        raise OperationalError("could not connect")

    monkeypatch.setattr(
        "django.db.backends.base.base.BaseDatabaseWrapper.ensure_connection", down
    )
    page = client.get("/help/")
    assert page.status_code == 200
    assert "999" in page.parsed.text()
    assert "0800 1111" in page.parsed.text()


@pytest.mark.django_db
def test_help_in_urdu_reads_from_the_right(client):
    html = client.get("/help/?in=ur").parsed.all("html")[0]
    assert (html.get("lang"), html.get("dir")) == ("ur", "rtl")


@pytest.mark.django_db
def test_help_in_a_language_nobody_knows_is_still_there(client):
    assert client.get("/help/?in=<x>").status_code == 200
