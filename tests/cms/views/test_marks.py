"""What browsers and search engines ask for besides pages."""

from xml.etree import ElementTree

import pytest

from cms.models import StandardPage
from tests.factories.cms import build
from tests.factories.council import CouncilFactory

MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
WORDS = [("text", "<p>Words.</p>")]
LINK = "{http://www.w3.org/1999/xhtml}link"


def mapped(client):
    """Return what the site map holds: alternates by language, by location."""
    tree = ElementTree.fromstring(client.get("/sitemap.xml").content)
    return {
        url.find(f"{MAP}loc").text: {
            link.get("hreflang"): link.get("href") for link in url.iter(LINK)
        }
        for url in tree.iter(f"{MAP}url")
    }


@pytest.mark.django_db
def test_site_map_has_every_live_page_with_its_other_languages(client):
    home = build()
    home.add_child(instance=StandardPage(title="Draft", body=WORDS, live=False))
    hidden = home.add_child(instance=StandardPage(title="Hidden", body=WORDS))
    hidden.view_restrictions.create(restriction_type="password", password="word")
    there = mapped(client)
    assert there["http://testserver/en/about/"]["ur"] == "http://testserver/ur/about/"
    assert there["http://testserver/ur/about/"]["x-default"] == (
        "http://testserver/en/about/"
    )
    assert "http://testserver/help/" not in there
    assert not [one for one in there if "draft" in one or "hidden" in one]


@pytest.mark.django_db
def test_every_page_of_the_map_names_itself_as_the_map_does(client):
    build()
    for address in mapped(client):
        page = client.get(address.removeprefix("http://testserver"))
        assert page.status_code == 200
        canonical = [
            link.get("href")
            for link in page.parsed.all("link")
            if link.get("rel") == "canonical"
        ]
        assert canonical == [address]


@pytest.mark.django_db
def test_help_that_needs_no_page_sends_search_engines_to_the_page(client):
    build()
    source = client.get("/help/?in=ur").parsed.source
    assert 'rel="canonical" href="http://testserver/ur/help/"' in source


def test_ways_in_and_rooms_of_staff_are_not_for_search_engines(client):
    told = client.get("/robots.txt").content.decode()
    for room in ("/a/", "/s/", "/c/", "/r/", "/desk/", "/board/", "/admin/"):
        assert f"Disallow: {room}\n" in told
    assert "Sitemap: http://testserver/sitemap.xml" in told


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/s/1/", "/a/nothing/", "/desk/", "/r/"])
def test_closed_rooms_ask_not_to_be_listed(client, address):
    assert "noindex" in client.get(address).headers["X-Robots-Tag"]


@pytest.mark.django_db
def test_public_pages_may_be_listed(client):
    build()
    page = client.get("/en/")
    assert "X-Robots-Tag" not in page.headers
    assert 'name="robots"' not in page.parsed.source


def test_sheet_of_a_colour_is_kept_for_good_and_has_three_schemes(client):
    page = client.get("/colour/7a1f5c.css")
    assert page.headers["Content-Type"] == "text/css"
    assert "immutable" in page.headers["Cache-Control"]
    text = page.content.decode()
    assert "--house: #7a1f5c" in text
    assert text.count('[data-colour="own"]') == 3


@pytest.mark.django_db
@pytest.mark.parametrize("code", ["ffffff", "FFCC00", "0a6a6", "zzzzzz", "0a6a63aa"])
def test_no_sheet_is_given_of_what_cannot_be_read(client, code):
    assert client.get(f"/colour/{code}.css").status_code == 404


@pytest.mark.django_db
def test_pages_bring_the_councils_own_colour_as_a_sheet(client):
    CouncilFactory(own_colour="#7a1f5c")
    build()
    page = client.get("/en/")
    assert page.parsed.all("html")[0].get("data-colour") == "own"
    assert 'href="/colour/7a1f5c.css"' in page.parsed.source
    assert 'content="#7a1f5c"' in page.parsed.source


@pytest.mark.django_db
def test_phones_are_told_the_name_the_colour_and_icons_that_are_there(client):
    CouncilFactory(colour="plum")
    told = client.get("/manifest.webmanifest").json()
    assert told["name"] == "Calderwick Council (invented)"
    assert told["theme_color"] == "#7a2e62"
    assert {icon["sizes"] for icon in told["icons"]} == {"192x192", "512x512"}


@pytest.mark.django_db
def test_a_shared_link_shows_our_own_picture_and_words(client):
    build()
    page = client.get("/en/about/").parsed
    told = {meta.get("property"): meta.get("content") for meta in page.all("meta")}
    assert told["og:title"] in page.heading
    assert told["og:image"].startswith("http://testserver/static/img/cards/")
    assert told["og:image:alt"]
    assert told["og:url"] == "http://testserver/en/about/"
