"""The fixed words about safety and privacy are approved by a named fluent person."""

import pytest

from surveys.domain.approvals import CannotApprove
from surveys.domain.safety_words import approve_safety_words
from surveys.models import SafetyApproval
from surveys.queries import safety_words
from surveys.queries.safety_words import (
    safety_approval,
    safety_hash,
    safety_languages,
    safety_sentences,
)
from tests.factories.accounts import UserFactory
from voice.audit.models import Entry

pytestmark = [pytest.mark.django_db, pytest.mark.on_both]


@pytest.fixture
def worker():
    return UserFactory(worker=True)


def test_what_young_people_read_of_safety_is_among_the_words():
    said = {one.source: one for one in safety_sentences("ur")}
    for sentence in (
        "In danger right now",
        "Leave",
        "Help now",
        "You can skip any question, and stop at any time.",
        "The worker who gave you this may know which answers are yours.",
    ):
        assert not said[sentence].is_missing
    several = [source for source in said if "%(days)s working days" in source]
    assert several
    assert all("\n" in said[source].words for source in several[:1])
    assert all("[days]" in shown for shown in said[several[0]].shown)


def test_approval_holds_for_exactly_the_words_that_were_read(worker, monkeypatch):
    assert safety_languages() == ["pa", "pl", "ur"]
    assert safety_approval("ur") is None
    kept = approve_safety_words(
        "ur", reader_name=" Amina Sadiq ", by=worker, seen=safety_hash("ur")
    )
    assert (kept.reader_name, safety_approval("ur")) == ("Amina Sadiq", kept)
    entry = Entry.objects.get(verb="surveys.approve_safety_words")
    assert (entry.actor, entry.details) == (worker, {"language": "ur"})
    monkeypatch.setattr(
        safety_words, "_sources", lambda: (("We tell your teacher.", ""),)
    )
    assert safety_approval("ur") is None


@pytest.mark.parametrize(
    ("language", "name", "seen", "says"),
    [
        ("ur", "  ", None, "Give the name"),
        ("en", "Amina", None, "no such language"),
        ("xx", "Amina", None, "no such language"),
        ("ur", "Amina", "0" * 64, "have changed since"),
    ],
)
def test_approval_of_nothing_anybody_read_is_refused(
    worker, language, name, seen, says
):
    with pytest.raises(CannotApprove, match=says):
        approve_safety_words(language, reader_name=name, by=worker, seen=seen)
    assert not SafetyApproval.objects.exists()
