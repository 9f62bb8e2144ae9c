"""The menu, the foot, the way here and the languages, on every public page."""

import pytest
from wagtail.models import Page

from cms.frame import kept_back
from cms.models import StandardPage
from tests.factories.cms import build, page_of
from tests.factories.surveys import ConsultationFactory, EditionFactory, SurveyFactory

pytestmark = pytest.mark.django_db
WORDS = [("text", "<p>Words.</p>")]


def under(home, title, **how):
    page = StandardPage(title=title, slug=title.lower(), body=WORDS, **how)
    return home.add_child(instance=page)


def links_in(page, label):
    nav = next(nav for nav in page.parsed.all("nav") if nav.get("aria-label") == label)
    return [(page.parsed.text(link), link.get("href")) for link in nav.iter("a")]


def test_what_an_editor_puts_in_menus_is_in_the_menu_and_the_foot(client):
    under(build(), "Plumtree", show_in_menus=True)
    page = client.get("/en/about/")
    there = ("Plumtree", "/en/plumtree/")
    assert there in links_in(page, "Menu")
    assert there in links_in(page, "At the end of every page")


def test_a_page_outside_menus_or_not_live_is_in_neither(client):
    home = build()
    under(home, "Plumtree", show_in_menus=False)
    under(home, "Quince", show_in_menus=True, live=False)
    source = client.get("/en/about/").parsed.source
    assert "Plumtree" not in source
    assert "Quince" not in source


def test_a_page_for_some_readers_is_not_in_the_menu(client):
    hidden = under(build(), "Plumtree", show_in_menus=True)
    hidden.view_restrictions.create(restriction_type="password", password="word")
    assert "Plumtree" not in client.get("/en/about/").parsed.source


def test_a_page_under_one_for_some_readers_is_kept_back_too():
    above = under(build(), "Plumtree")
    leaf = under(above, "Leaf")
    assert not Page.objects.filter(kept_back(), pk=leaf.pk).exists()
    above.view_restrictions.create(restriction_type="login")
    assert Page.objects.filter(kept_back(), pk=leaf.pk).exists()


def test_a_page_under_one_for_some_readers_is_for_them_alone_as_wagtail_has_it(client):
    above = under(build(), "Plumtree")
    leaf = under(above, "Leaf")
    asked = above.view_restrictions.create(restriction_type="login")
    assert list(leaf.get_view_restrictions()) == [asked]
    assert list(Page.get_view_restrictions(leaf)) == [asked]
    assert client.get("/en/plumtree/leaf/").status_code == 302


def test_an_alias_is_for_those_whom_its_source_is_for():
    home = build()
    above = under(home, "Plumtree")
    asked = above.view_restrictions.create(restriction_type="login")
    alias = above.create_alias(update_slug="quince").specific
    assert list(alias.get_view_restrictions()) == [asked]


def test_menu_marks_the_page_that_is_open_and_the_one_above_it(client):
    above = under(build(), "Plumtree", show_in_menus=True)
    under(above, "Leaf")
    for address, current in (("/en/plumtree/", "page"), ("/en/plumtree/leaf/", "true")):
        page = client.get(address).parsed
        marks = [
            link.get("aria-current")
            for link in page.all("a")
            if link.get("href") == "/en/plumtree/"
        ]
        assert current in marks


def test_the_way_to_a_page_stands_over_it_and_ends_with_its_name(client):
    above = under(build(), "Plumtree")
    under(above, "Leaf")
    page = client.get("/en/plumtree/leaf/")
    assert links_in(page, "You are here") == [
        ("Home", "/en/"),
        ("Plumtree", "/en/plumtree/"),
    ]
    last = [s for s in page.parsed.all("span") if s.get("aria-current") == "page"]
    assert [page.parsed.text(span) for span in last] == ["Leaf"]


def test_the_first_page_shows_no_way_to_itself(client):
    build()
    assert "You are here" not in client.get("/en/").parsed.source


def test_for_adults_stands_under_the_page_of_its_consultation(client):
    survey = SurveyFactory(live=True, consultation=ConsultationFactory(title="My day"))
    EditionFactory(survey=survey)
    above = page_of(survey.consultation)
    page = client.get(f"/for-adults/{survey.pk}/")
    assert links_in(page, "You are here") == [("Home", "/en/"), ("My day", above.url)]


def test_language_switch_keeps_the_page_and_machines_are_told_too(client):
    build()
    page = client.get("/en/about/")
    assert ("اردو", "/ur/about/") in links_in(page, "Language")
    links = {link.get("hreflang"): link.get("href") for link in page.parsed.all("link")}
    assert links["ur"] == "http://testserver/ur/about/"
    assert links["x-default"] == links["en"] == "http://testserver/en/about/"


def test_a_page_without_translation_leads_to_the_first_page_which_says_so(client):
    page = under(build(), "Plumtree")
    there = dict(links_in(client.get("/en/plumtree/"), "Language"))["اردو"]
    assert there == f"/ur/?instead-of={page.pk}"
    text = client.get(there).parsed.text()
    assert "Plumtree" in text
    assert "اردو" in text
    assert (
        'hreflang="ur"'
        not in client.get("/en/plumtree/").parsed.source.split("<body")[0]
    )


@pytest.mark.parametrize("wished", ["x", "999999", "1", "²", "-1", "9" * 40, ""])
def test_a_number_of_no_public_page_says_nothing(client, wished):
    build()
    page = client.get("/ur/", {"instead-of": wished})
    assert page.status_code == 200
    assert 'class="notice"' not in page.parsed.source


def test_a_draft_is_never_named_by_its_number(client):
    draft = under(build(), "Plumtree", live=False)
    page = client.get("/ur/", {"instead-of": draft.pk})
    assert "Plumtree" not in page.parsed.source


def test_menu_asks_no_more_of_the_database_as_it_grows(
    client, django_assert_max_num_queries
):
    home = build()
    for name in ("One", "Two", "Three", "Four", "Five"):
        under(Page.objects.get(pk=home.pk), name, show_in_menus=True)
    client.get("/en/about/")
    with django_assert_max_num_queries(14):
        client.get("/en/about/")
