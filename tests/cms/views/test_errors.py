"""Pages for what is missing, closed or broken."""

import pytest
from django.core.exceptions import PermissionDenied
from django.db import OperationalError
from django.urls import path

from tests.conftest import ReadingClient
from tests.factories.accounts import UserFactory
from tests.factories.cms import build
from tests.factories.council import CouncilFactory, HelpLineFactory
from voice import urls as voice_urls


def broken(request):
    raise RuntimeError


def closed(request):
    raise PermissionDenied


class BrokenHouse:
    """Addresses that fail, with the house's own error pages."""

    handler403 = voice_urls.handler403
    handler404 = voice_urls.handler404
    handler500 = voice_urls.handler500
    urlpatterns = [
        path("broken/", broken),
        path("closed/", closed),
        path("ur/broken/", broken),
        *voice_urls.urlpatterns,
    ]


@pytest.fixture
def unlucky(settings):
    settings.ROOT_URLCONF = BrokenHouse
    return ReadingClient(raise_request_exception=False)


@pytest.fixture
def no_database(monkeypatch):
    def down(*args, **kwargs):
        raise OperationalError("could not connect")

    monkeypatch.setattr(
        "django.db.backends.base.base.BaseDatabaseWrapper.ensure_connection", down
    )


@pytest.mark.django_db
def test_what_is_not_here_offers_a_search_home_and_help(client):
    build()
    HelpLineFactory(name="Night line", number="07700 900123")
    page = client.get("/en/plumtree/")
    assert page.status_code == 404
    assert 'action="/en/search/"' in page.parsed.source
    assert 'href="/en/"' in page.parsed.source
    for number in ("999", "0800 1111", "07700 900123"):
        assert number in page.parsed.text()


@pytest.mark.django_db
def test_what_is_not_here_is_said_in_the_language_of_the_address(client):
    build()
    page = client.get("/ur/plumtree/", headers={"accept-language": "en"})
    html = page.parsed.all("html")[0]
    assert (html.get("lang"), html.get("dir")) == ("ur", "rtl")
    assert 'action="/ur/search/"' in page.parsed.source


@pytest.mark.django_db
def test_what_is_not_here_leads_to_the_other_languages(client):
    build()
    page = client.get("/ur/plumtree/")
    links = {one.get("hreflang"): one.get("href") for one in page.parsed.all("a")}
    assert links["en"] == "/en/"
    assert "ur" not in links


@pytest.mark.django_db
def test_room_of_staff_that_is_not_there_offers_no_public_language(sign_in):
    build()
    page = sign_in(UserFactory(owner=True)).get("/desk/plumtree/")
    assert page.status_code == 404
    assert [one for one in page.parsed.all("a") if one.get("hreflang")] == []


@pytest.mark.django_db
def test_a_closed_door_leads_strangers_home_and_staff_to_their_desk(settings, sign_in):
    settings.ROOT_URLCONF = BrokenHouse
    build()
    page = ReadingClient().get("/closed/")
    assert page.status_code == 403
    assert "You have done nothing wrong" in page.parsed.text()
    assert "0800 1111" in page.parsed.text()
    assert "Back to the desk" not in page.parsed.text()
    page = sign_in(UserFactory(owner=True)).get("/closed/")
    assert "Back to the desk" in page.parsed.text()


@pytest.mark.django_db
def test_what_is_broken_has_the_councils_own_lines(unlucky):
    CouncilFactory()
    HelpLineFactory(number="07700 900123")
    page = unlucky.get("/broken/")
    assert page.status_code == 500
    assert "Calderwick Council" in page.parsed.text()
    assert "07700 900123" in page.parsed.text()


def test_without_a_database_the_lines_that_never_change_are_there(unlucky, no_database):
    for address, language in (
        ("/broken/", "en"),
        ("/ur/broken/", "ur"),
        ("/ur/", "ur"),
    ):
        page = unlucky.get(address)
        assert page.status_code == 500
        assert page.parsed.all("html")[0].get("lang") == language
        for number in ("999", "0800 1111"):
            assert number in page.parsed.text()


def test_a_broken_page_says_nothing_of_what_broke(unlucky, no_database):
    assert "could not connect" not in unlucky.get("/en/").content.decode()


@pytest.mark.django_db
def test_too_many_tries_look_like_the_public_site(client):
    for _try in range(40):
        page = client.post("/account/login/", {"login": "a@b.example", "password": "x"})
        if page.status_code == 429:
            break
    assert page.status_code == 429
    assert "0800 1111" in page.parsed.text()
