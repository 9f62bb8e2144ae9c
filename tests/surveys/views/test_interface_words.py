"""At the desk, a named fluent person approves what the interface says."""

import pytest
from django.urls import reverse

from surveys.models import InterfaceApproval
from surveys.queries.interface_words import interface_in
from surveys.views.interface_words import A_PAGE
from tests.factories.accounts import UserFactory

pytestmark = pytest.mark.django_db
ADDRESS = "/desk/languages/pl/"


@pytest.fixture
def at_desk(client):
    client.force_login(
        UserFactory(worker=True),
        backend="django.contrib.auth.backends.ModelBackend",
    )
    return client


def sentences_of(page):
    return [
        field.get("value")
        for field in page.parsed.all("input")
        if field.get("name") == "sentence"
    ]


def test_every_language_is_listed_as_a_draft(at_desk):
    page = at_desk.get(reverse("surveys:languages"))
    text = page.content.decode()
    for name in ("polski", "ਪੰਜਾਬੀ", "اردو"):
        assert name.casefold() in text.casefold()
    drafts = [tag for tag in page.parsed.all("span") if tag.get("class") == "status"]
    assert {tag.get("data-kind") for tag in drafts} == {"warning"}


def test_a_screen_of_sentences_is_approved_by_name_and_the_next_is_shown(at_desk):
    page = at_desk.get(ADDRESS)
    shown = sentences_of(page)
    assert len(shown) == A_PAGE
    page = at_desk.post(
        f"{ADDRESS}?page=1", {"reader_name": "Agnieszka", "sentence": shown}
    )
    assert page.status_code == 302
    assert "page=2" in page["Location"]
    assert sorted(shown) == InterfaceApproval.objects.get().hashes
    page = at_desk.get(ADDRESS)
    assert sentences_of(page) == []
    assert page.content.decode().count("Approved by Agnieszka") == A_PAGE


def test_without_a_name_nothing_is_approved_and_the_page_says_so(at_desk):
    shown = sentences_of(at_desk.get(ADDRESS))
    page = at_desk.post(ADDRESS, {"reader_name": "", "sentence": shown})
    assert page.status_code == 422
    assert "Give the fluent reader" in page.content.decode()
    assert not InterfaceApproval.objects.exists()


def test_words_are_looked_up_and_lists_filtered(at_desk):
    page = at_desk.get(ADDRESS, {"search": "Pomiń"})
    assert 0 < len(sentences_of(page)) < A_PAGE
    page = at_desk.get(ADDRESS, {"search": "xyzzy"})
    assert "No sentence with these words" in page.content.decode()
    page = at_desk.get(ADDRESS, {"which": "waiting", "page": "2"})
    assert len(sentences_of(page)) > 0
    assert bool(interface_in("pl").missing) == (
        "Nothing is left here"
        not in at_desk.get(ADDRESS, {"which": "missing"}).content.decode()
    )


def test_english_and_unknown_languages_are_missing(at_desk):
    for code in ("en", "xx"):
        assert at_desk.get(f"/desk/languages/{code}/").status_code == 404
