from datetime import date
from xml.etree import ElementTree

import pytest

from tests.factories.cms import build
from tests.factories.site import page_at, update

pytestmark = pytest.mark.django_db
HERE = "/en/news/"
ATOM = "{http://www.w3.org/2005/Atom}"


def test_before_any_news_it_says_so(client):
    build()
    assert "There is no news yet" in client.get(HERE).parsed.text()


def test_updates_are_listed_a_year_at_a_time_the_newest_first(client):
    for title, on in (
        ("Plumtree", date(2025, 5, 1)),
        ("Quince", date(2026, 1, 2)),
        ("Medlar", date(2026, 3, 4)),
    ):
        update(title, on=on)
    text = client.get(HERE).parsed.text()
    assert text.index("Medlar") < text.index("Quince")
    assert "Plumtree" not in text
    assert "Plumtree" in client.get(f"{HERE}?year=2025").parsed.text()


def test_year_without_news_shows_the_newest(client):
    update("Medlar", on=date(2026, 3, 4))
    for year in ("1999", "x", "٢٠٢٦"):
        assert "Medlar" in client.get(HERE, {"year": year}).parsed.text()


def test_update_shows_its_day_summary_and_text(client):
    text = client.get(update(on=date(2026, 3, 4)).url).parsed.text()
    assert "4 March 2026" in text
    assert "In short: A bag for every move" in text
    assert "All of it." in text


def test_feed_is_atom_with_whole_addresses(client):
    page = update("Medlar & quince", on=date(2026, 3, 4))
    answer = client.get(f"{HERE}feed/")
    assert answer.headers["Content-Type"].startswith("application/atom+xml")
    feed = ElementTree.fromstring(answer.content)
    [entry] = feed.findall(f"{ATOM}entry")
    assert entry.findtext(f"{ATOM}title") == "Medlar & quince"
    assert entry.find(f"{ATOM}link").get("href").endswith(page.url)
    assert entry.find(f"{ATOM}link").get("href").startswith("http")


def test_draft_is_neither_listed_nor_in_the_feed(client):
    update("Plumtree", on=date(2026, 3, 4), live=False)
    assert "Plumtree" not in client.get(HERE).parsed.source
    assert "Plumtree" not in client.get(f"{HERE}feed/").content.decode()


def test_queries_do_not_grow_with_updates(client, django_assert_max_num_queries):
    for day in range(1, 6):
        update(f"News {day}", on=date(2026, 3, day))
    assert page_at("news")
    client.get(HERE)
    with django_assert_max_num_queries(18):
        client.get(HERE)
