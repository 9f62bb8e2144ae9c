"""Searching finds the words of live public pages in one language, and nothing else."""

import pytest
from django.core.management import call_command

from cms.models import StandardPage
from tests.factories.cms import build, page_of
from tests.factories.replies import ReleaseFactory, ReplyFactory, ReplyWordingFactory
from tests.factories.surveys import ConsultationFactory

pytestmark = [pytest.mark.django_db, pytest.mark.on_both]
WORDS = [("text", "<p>Words.</p>")]
ODD = [
    "'", '"', '"a', "a*", "NEAR(a b)", "a AND", "NOT a", "(", ":", "title:a", "%",
    "_", "\\", "a' OR 1=1 --", "<script>", "ਪੰਜਾਬੀ", "☃", "a\tb", "^", "-", "{}",
]  # fmt: skip


def titles(client, words, language="en", **more):
    page = client.get(f"/{language}/search/", {"q": words, **more})
    assert page.status_code == 200
    lists = [one for one in page.parsed.all("ol") if one.get("class") == "found"]
    return [page.parsed.text(link) for one in lists for link in one.iter("h2")]


def add(home, title, **how):
    return home.add_child(instance=StandardPage(title=title, body=WORDS, **how))


def test_a_page_is_found_by_its_title_and_by_the_beginning_of_a_word(client):
    add(build(), "Plumtree lane")
    assert titles(client, "plumtree") == ["Plumtree lane"]
    assert titles(client, "Plumt") == ["Plumtree lane"]


def test_every_word_must_be_there(client):
    add(build(), "Plumtree lane")
    assert titles(client, "plumtree quince") == []


def test_a_consultation_is_found_by_what_it_asks_as_it_stands_now(client):
    consultation = ConsultationFactory(title="My day", asking="Is there a plumtree?")
    page_of(consultation)
    assert titles(client, "plumtree") == ["My day"]
    consultation.asking = "Is there a quince?"
    consultation.save()
    assert titles(client, "plumtree") == []
    assert titles(client, "quince") == ["My day"]


def test_a_page_written_in_a_template_is_found_by_its_headings(client):
    build()
    for words in ("parents", "opt out", "complaint", "Privacy"):
        assert titles(client, words) == ["What we keep about you"], words
        assert titles(client, f"{words} plumtree") == [], words


def test_a_consultation_is_found_by_who_might_be_left_out(client):
    page_of(ConsultationFactory(title="My day", left_out="Plumtree growers."))
    assert titles(client, "plumtree") == ["My day"]


def test_a_consultation_is_found_by_its_published_reply_alone(client):
    draft = ReplyFactory(release=ReleaseFactory(consultation__closed=True))
    ReplyWordingFactory(reply=draft, you_said="Words of plumtree.")
    page_of(draft.consultation)
    assert titles(client, "plumtree") == []
    told = ReplyFactory(
        release=ReleaseFactory(consultation__closed=True, consultation__title="Told"),
        published=True,
    )
    ReplyWordingFactory(reply=told, you_said="Words of plumtree.")
    page_of(told.consultation)
    assert titles(client, "plumtree") == ["Told"]


def test_other_languages_drafts_and_restricted_pages_are_never_found(client):
    home = build()
    add(home, "Plumtree draft", live=False)
    hidden = add(home, "Plumtree hidden")
    hidden.view_restrictions.create(restriction_type="password", password="word")
    add(home, "Plumtree shown")
    assert titles(client, "plumtree") == ["Plumtree shown"]
    assert titles(client, "plumtree", "ur") == []


def test_odd_words_are_words_and_no_orders(client):
    add(build(), "Plumtree lane")
    for odd in ODD:
        assert "Plumtree lane" not in titles(client, odd), odd


def test_what_no_search_can_hold_is_answered_kindly(client):
    build()
    assert client.get("/en/search/", {"q": "a\x00b"}).status_code == 200
    text = client.get("/en/search/", {"q": "plum " * 40}).parsed.text()
    assert "That is a lot of words" in text
    assert "Type a word to look for" in client.get("/en/search/?q=").parsed.text()
    assert titles(client, "plumtree", page="x") == []


def test_nothing_found_says_what_to_do(client):
    build()
    page = client.get("/en/search/", {"q": "plumtree"})
    assert "No page has these words" in page.parsed.text()
    assert 'href="/en/"' in page.parsed.source


def test_more_than_ten_are_paged_and_the_words_go_along(client):
    home = build()
    for number in range(11):
        add(home, f"Plumtree {number}")
    assert len(titles(client, "plumtree")) == 10
    assert len(titles(client, "plumtree", page=2)) == 1
    assert (
        "?q=plumtree&amp;page=2" in client.get("/en/search/?q=plumtree").parsed.source
    )


def test_what_somebody_looks_for_is_kept_nowhere(client):
    build()
    page = client.get("/en/search/", {"q": "plumtree"})
    assert page.parsed.title.startswith("Search")
    assert "plumtree" not in page.parsed.title
    assert page.headers["Cache-Control"] == "no-store"
    assert page.cookies == {}
    assert [meta for meta in page.parsed.all("meta") if meta.get("name") == "robots"]


def test_language_switch_takes_the_words_along(client):
    build()
    page = client.get("/en/search/", {"q": "plum tree"})
    assert 'href="/ur/search/?q=plum+tree"' in page.parsed.source


def test_index_can_be_built_anew(client):
    add(build(), "Plumtree lane")
    call_command("update_index", verbosity=0)
    assert titles(client, "plumtree") == ["Plumtree lane"]


def test_searching_asks_no_more_of_the_database_for_more_pages(
    client, django_assert_max_num_queries
):
    home = build()
    for number in range(8):
        add(home, f"Plumtree {number}")
        page_of(ConsultationFactory(title=f"Plumtree asked {number}"))
    titles(client, "plumtree")
    with django_assert_max_num_queries(20):
        titles(client, "plumtree")
