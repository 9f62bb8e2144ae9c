"""Help of the desk: who reads which guide, that it says what stands on the screen."""

import re
from pathlib import Path

import pytest
from django.utils import translation
from django.utils.translation import gettext

from tests.factories.accounts import UserFactory
from tests.factories.moderation import ReadingFactory
from tests.factories.surveys import CommentFactory, EditionFactory
from voice.accounts.enums import Role
from voice.accounts.guides import all_guides, guides_for, next_step
from voice.accounts.rooms import all_rooms

HOUSE = Path(__file__).resolve().parents[2]
QUOTED = re.compile(r"“([^”]+)”")
SOURCES = ("templates", "surveys", "voice", "cms")


def sentences():
    """Return each sentence of each guide, with the guide's name."""
    with translation.override("en"):
        return [
            (guide.name, str(words))
            for guide in all_guides()
            for words in (guide.title, guide.why, *guide.steps)
        ]


def said_on_screens():
    """Return all of our templates and programs but the guides, as one text."""
    files = [
        path
        for folder in SOURCES
        for kind in ("*.html", "*.py")
        for path in (HOUSE / folder).rglob(kind)
        if not path.name.endswith("guides.py")
    ]
    return " ".join(" ".join(path.read_text().split()) for path in files)


def test_what_a_guide_quotes_stands_on_a_screen_word_for_word():
    screens = said_on_screens()
    quoted = [(name, one) for name, said in sentences() for one in QUOTED.findall(said)]
    assert len(quoted) > 40
    missing = [
        (name, one)
        for name, one in quoted
        if not re.search(rf"""["'%}}]\s?{re.escape(one)}\s?["'{{]""", screens)
    ]
    assert missing == []


def test_each_guide_belongs_to_a_room_there_is():
    assert {guide.room for guide in all_guides()} <= {room.name for room in all_rooms()}


def test_guides_are_short():
    assert all(len(said.split()) <= 40 for _name, said in sentences())
    assert all(1 <= len(guide.steps) <= 6 for guide in all_guides())


@pytest.mark.django_db
def test_a_guide_is_read_by_those_who_do_it():
    def names(**roles):
        return [found.guide.name for found in guides_for(UserFactory(**roles))]

    worker = names(worker=True)
    assert worker[:6] == ["ask", "gather", "read", "understand", "release", "sign"]
    assert "concern" not in worker
    assert names(roles=[Role.SAFEGUARDING_LEAD])[0] == "concern"
    assert "staff" in names(roles=[Role.ADMINISTRATOR])
    assert names() == []


@pytest.mark.django_db
def test_every_role_of_the_desk_finds_a_guide():
    for role in Role.at_the_desk():
        assert guides_for(UserFactory(roles=[role])), role


@pytest.mark.django_db
def test_the_next_step_is_the_first_that_was_never_done():
    worker = UserFactory(worker=True)
    assert next_step(worker).guide.name == "ask"
    edition = EditionFactory()
    assert next_step(worker).guide.name == "gather"
    comment = CommentFactory(response__edition=edition)
    assert next_step(worker).guide.name == "read"
    ReadingFactory(approved=True, comment=comment, by=worker)
    assert next_step(worker).guide.name == "understand"


@pytest.mark.django_db
def test_whoever_never_asks_has_no_next_step():
    assert next_step(UserFactory(roles=[Role.SAFEGUARDING_LEAD])) is None


def test_in_urdu_a_guide_quotes_what_stands_on_the_urdu_screen():
    for guide in all_guides():
        for words in (guide.title, guide.why, *guide.steps):
            with translation.override("en"):
                quoted = QUOTED.findall(str(words))
            with translation.override("ur"):
                missing = [one for one in quoted if gettext(one) not in str(words)]
            assert missing == [], guide.name
