"""What young people see is found by itself, and each sentence has its own approval."""

import pytest

from surveys.domain.approvals import CannotApprove
from surveys.domain.interface_words import approve_interface_words
from surveys.models import InterfaceApproval
from surveys.queries import interface_words
from surveys.queries.interface_words import (
    Spoken,
    found_among,
    interface_in,
    interface_languages,
    is_draft,
)
from surveys.queries.spoken import spoken_messages
from tests.factories.accounts import UserFactory
from voice.audit.models import Entry

pytestmark = [pytest.mark.django_db, pytest.mark.on_both]


@pytest.fixture
def worker():
    return UserFactory(worker=True)


def test_pages_parts_forms_and_refusals_of_young_people_are_found():
    found = {message.one for message in spoken_messages()}
    for sentence in (
        "Next",
        "In danger right now",
        "Choose an answer, or press Skip.",
        "How can we reach you?",
        "Question %(number)s of %(of)s",
        "We owe you an answer",
        "%(number)s day",
    ):
        assert sentence in found


def test_what_only_staff_read_is_left_out():
    found = {message.one for message in spoken_messages()}
    for sentence in ("Question library", "Sign out", "One choice", "My surveys"):
        assert sentence not in found


def test_every_language_but_the_base_one_is_a_draft_until_approved(worker):
    assert interface_languages() == ["pa", "pl", "ur"]
    assert (is_draft("en"), is_draft("pl"), is_draft("xx")) == (False, True, False)
    waiting = [one.hash for one in interface_in("pl").waiting]
    kept = approve_interface_words(
        "pl", hashes=waiting, reader_name=" Agnieszka Wrona ", by=worker
    )
    assert kept.reader_name == "Agnieszka Wrona"
    interface = interface_in("pl")
    assert (interface.waiting, interface.readers) == ([], ["Agnieszka Wrona"])
    assert interface.is_draft is bool(interface.missing)
    entry = Entry.objects.get(verb="surveys.approve_interface_words")
    assert entry.details == {"language": "pl", "sentences": len(waiting)}


def test_another_word_makes_that_sentence_a_draft_again(worker, monkeypatch):
    first, second = Spoken("Yes", "Tak", False), Spoken("No", "Nie", False)
    monkeypatch.setattr(interface_words, "_words_of", lambda code: (first, second))
    both = [first.hash, second.hash]
    approve_interface_words("pl", hashes=both, reader_name="A", by=worker)
    assert not is_draft("pl")
    other = Spoken("No", "Nigdy", False)
    monkeypatch.setattr(interface_words, "_words_of", lambda code: (first, other))
    assert [one.words for one in interface_in("pl").waiting] == ["Nigdy"]
    assert is_draft("pl")


def test_a_sentence_without_words_keeps_a_language_a_draft(monkeypatch):
    missing = Spoken("Yes", "Yes", True)
    monkeypatch.setattr(interface_words, "_words_of", lambda code: (missing,))
    assert interface_in("pl").missing == [missing]
    assert is_draft("pl")


@pytest.mark.parametrize(
    ("language", "name", "hashes", "says"),
    [
        ("pl", " ", ["all"], "Give the name"),
        ("xx", "A", ["all"], "no such language"),
        ("pl", "A", [], "nothing here"),
        ("pl", "A", ["0" * 16], "have changed since"),
    ],
)
def test_approval_of_what_nobody_read_is_refused(worker, language, name, hashes, says):
    if hashes == ["all"]:
        hashes = [one.hash for one in interface_in("pl").waiting]
    with pytest.raises(CannotApprove, match=says):
        approve_interface_words(language, hashes=hashes, reader_name=name, by=worker)
    assert not InterfaceApproval.objects.exists()


def test_polish_shows_each_form_it_counts_in():
    said = {one.source: one.words for one in interface_in("pl").sentences}
    weeks = said["%(number)s week\n%(number)s weeks"]
    assert weeks.split("\n") == [
        "%(number)s tydzień",
        "%(number)s tygodnie",
        "%(number)s tygodni",
    ]


def test_words_are_looked_for_in_both_languages():
    both = [Spoken("Yes", "Tak", False), Spoken("No", "Nie", False)]
    assert found_among(both, " tak ") == both[:1]
    assert found_among(both, "NO") == both[1:]
    assert found_among(both, "") == both


def test_page_whose_layout_is_handed_in_is_among_what_is_translated():
    said = {message.one for message in spoken_messages()}
    assert {"That was the last question", "You can ring one of these now."} <= said


def test_names_of_breakdowns_are_for_those_who_run_surveys_alone():
    said = {message.one for message in spoken_messages()}
    assert "Who was with them" not in said
